#pragma once

#include "socketfacts.h"

#include <QTcpServer>
#include <QTimer>

/// The listening socket: bound once, it stays while each `accept` makes a new socket. Hands those on as descriptors, for
/// the thread that will use them to wrap. Lives in an I/O thread.
///
/// Out of descriptors, accepting pauses and is tried again on a timer. QTcpServer alone does not notice: its engine keeps
/// the first error it ever had, which is the "nothing more to accept" of an earlier turn, and so it spins. That is why
/// the notifier of the listening socket is filtered, and a free descriptor looked for before QTcpServer accepts.
class Listener final : public QTcpServer
{
    Q_OBJECT
public:
    /// listen(2): how many finished handshakes may wait for `accept`. Qt's default of 50 stalls a burst of connects.
    static constexpr int Backlog = 1024;
    /// How long to wait before accepting again after the system refused a descriptor.
    static constexpr std::chrono::milliseconds RetryDelay{250};

    explicit Listener(QObject *parent = nullptr);

    /// Why nothing is accepted for now. Who connects is connected by the system, and waits in the backlog.
    enum class Hold : quint8 {
        Paused = 1,   ///< by whoever uses the program
        Pressure = 2, ///< records wait, nothing more is read either
        Occupied = 4, ///< another client must leave first
        Shortage = 8, ///< of descriptors
    };

    bool listenOn(const Endpoint &endpoint, int backlog = Backlog);
    Endpoint endpoint() const;
    /// From now on, even within the burst of clients that is being accepted. Accepting goes on when no reason is left.
    void setHold(Hold why, bool on);
    bool isHeld(Hold why) const { return (m_holds & quint8(why)) != 0; }

    const CallCounts &calls() const { return m_calls; }
    const StateHistory &history() const { return m_history; }
    /// Adds what the system tells now.
    void ask(SocketFacts &facts) const;

Q_SIGNALS:
    /// A new connection. Who takes it must close the descriptor.
    void accepted(qintptr descriptor);
    /// The system gave no descriptor (out of them, most likely). Accepting goes on by itself; told once per shortage.
    void acceptFailed(const QString &reason);
    /// The first accept that worked after `acceptFailed`.
    void acceptRecovered();

protected:
    void incomingConnection(qintptr descriptor) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void retryLater(const QString &reason);
    void updateAccepting();

    QTimer m_retry;
    CallCounts m_calls;
    StateHistory m_history;
    quint8 m_holds = 0; // of Hold
    bool m_failing = false;
};
