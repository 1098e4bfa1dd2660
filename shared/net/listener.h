#pragma once

#include "endpoint.h"

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

    bool listenOn(const Endpoint &endpoint);
    Endpoint endpoint() const;

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

    QTimer m_retry;
    bool m_failing = false;
};
