#pragma once

#include "closereason.h"

#include <QList>
#include <QString>

/// One change in the life of a socket.
struct StateStep
{
    enum class Kind : quint8 {
        Listening,        ///< bound, and `listen` was called
        AcceptingPaused,  ///< who connects now waits in the backlog
        AcceptingResumed,
        LookingUp,        ///< the host's name is looked up
        Handshake,        ///< SYN is out
        Accepted,         ///< `accept` made it: the handshake was done before
        Connected,        ///< the handshake that we began is done
        ReadingStopped,   ///< by whoever uses the program
        ReadingResumed,
        PeerFinished,     ///< the peer's FIN
        WeFinished,       ///< our FIN
        Closing,          ///< what is queued is still sent
        ResetByUs,        ///< our RST
        Closed,           ///< has a reason
    };

    Kind kind = Kind::Closed;
    CloseReason reason = CloseReason::None; ///< of Closed
    qint64 time = 0;                        ///< milliseconds since 1970-01-01T00:00Z

    friend bool operator==(const StateStep &, const StateStep &) = default;
};

/// The same for people, translated, one short line.
QString stateStepText(const StateStep &step);
QString closedStepText(const QString &reason);

/// The steps of one socket, in order. A value; copies share. Bounded: of what can be switched to and fro without end,
/// the oldest goes.
class StateHistory
{
public:
    static constexpr qsizetype MaxSteps = 40;

    /// Happens now.
    void add(StateStep::Kind kind, CloseReason reason = CloseReason::None);

    const QList<StateStep> &steps() const { return m_steps; }
    quint64 dropped() const { return m_dropped; } ///< steps that are not kept any more

private:
    QList<StateStep> m_steps;
    quint64 m_dropped = 0;
};
