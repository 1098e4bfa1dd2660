#pragma once

#include "endpoint.h"
#include "serverphase.h"

#include <QCoreApplication>

/// What can happen in a service while another one is shown.
struct ServiceNews
{
    quint64 bytesIn = 0;
    qsizetype accepted = 0; ///< open or closed since
    qsizetype closed = 0;
    int failures = 0; ///< of starts

    bool operator==(const ServiceNews &) const = default;
};

/// A service in a few words, for its tab.
struct ServiceSummary
{
    Q_DECLARE_TR_FUNCTIONS(ServiceSummary)
public:
    ServerPhase phase = ServerPhase::Idle;
    Endpoint endpoint; ///< where it listens, or offers to
    QString mode;      ///< as the bar names it
    QString framing;   ///< the same
    qsizetype open = 0;

    /// ":8080 · Relay · 3"; the last part says how many sockets are open, or in words that it doesn't listen.
    QString text() const;
    /// The whole address, mode and framing, each on a line.
    QString toolTip() const;

private:
    QString stateText() const;
};
