#pragma once

#include "endpoint.h"
#include "interpretation.h"

#include <QPoint>
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
    /// language. It outlives this program. `place`: of its upper left corner on the screen. False: it didn't start.
    bool launch(const Endpoint &listening, const Interpretation &reading, const QPoint &place) const;

private:
    QString m_program;
};
