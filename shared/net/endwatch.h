#pragma once

#include "nativesocket.h"

#include <QBasicTimer>
#include <QObject>
#include <QPointer>

#include <chrono>

class QSocketNotifier;
class QTcpSocket;

/// Reads a TCP stream and sees its end, before QTcpSocket does.
///
/// QTcpSocket closes its descriptor as soon as a read finds the peer's FIN, together with everything that was still to
/// be sent, and reports a reset as "remote host closed". This looks at the stream first, through an event filter on the
/// socket's own read notifier: at a FIN it silences the notifier, so that the socket stays and sending goes on. It
/// relies on the notifier being a descendant of the socket, which `tst_endwatch` pins.
///
/// While reading is on and nothing waits in QTcpSocket's own buffer, its bytes are read here, in one call and past that
/// buffer. While reading is off QTcpSocket fills its buffer as ever, and then stops.
///
/// Lives in the socket's thread. Make it when the socket is connected.
class EndWatch final : public QObject
{
    Q_OBJECT
public:
    /// How long an end may go unseen on a system that must be asked.
    static constexpr std::chrono::milliseconds AskInterval{30};

    explicit EndWatch(QTcpSocket *socket);

    /// Whether `readable` is to come, and QTcpSocket is to be passed by. Off at first.
    void setReading(bool on) { m_reading = on; }
    /// What one `recv` gives, at most `size` bytes; 0: nothing now, or an end, of which was told.
    qsizetype receive(char *buffer, qsizetype size);

    /// False: Qt's socket has no notifier to watch, and ends are seen only as Qt tells them.
    bool isWatching() const { return !m_notifier.isNull(); }

    /// To be called after each read. Windows tells of a FIN only once, and perhaps before the last bytes are read.
    void look();
    /// To be called before the descriptor is closed.
    void stop();

    /// Sends our FIN. Here, because it changes how the other end's looks.
    void shutdownWrite();

Q_SIGNALS:
    /// There is something to `receive`, or an end.
    void readable();
    /// The peer's FIN: it sends no more. Once. Bytes may still wait in the socket's own buffer.
    void finished();
    /// The peer's RST, also after its FIN. Once.
    void reset();
    /// The peer has acknowledged nothing for so long that the system gave up. Once.
    void timedOut();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    NativeSocket::Peek peek() const;
    NativeSocket::Peek seenThrough(NativeSocket::Peek found) const;
    bool tell(NativeSocket::Peek found);
    void watchForReset();
    void askFromNowOn(bool afterFin);
    void ask();
    void readOn();

    QTcpSocket *m_socket;
    QPointer<QSocketNotifier> m_notifier;
    QSocketNotifier *m_exception = nullptr; // after a FIN; child of this
    QBasicTimer m_timer;
    bool m_reading = false;
    bool m_failed = false; // the last `receive`, for a reason that is no end of the stream
    bool m_finSent = false;
    bool m_closeSeen = false;
    bool m_told = false;
    bool m_finTold = false;
};
