#pragma once

#include "endpoint.h"
#include "interpretation.h"

#include <QString>

/// Finds the client program beside this one and starts it.
class ClientLauncher
{
public:
    /// Looks in the folder of this program.
    ClientLauncher();
    explicit ClientLauncher(const QString &folder);

    bool isThere() const { return !m_program.isEmpty(); }
    const QString &program() const { return m_program; }
    /// Starts a client window connected to the server that listens there, with the same framing and
    /// language. It outlives this program. False: it didn't start.
    bool launch(const Endpoint &listening, const Interpretation &reading) const;

private:
    QString m_program;
};
