#include "factstext.h"

#include "sizetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("FactsText", text, nullptr, n);
}

QString number(quint64 value)
{
    return QLocale().toString(value);
}

QString bytesText(quint64 bytes)
{
    return translated(QT_TRANSLATE_NOOP("FactsText", "%1 bytes")).arg(number(bytes));
}

bool isListener(const SocketFacts &facts)
{
    return facts.status.id == ListenerId;
}

/// A line only where there is something to say.
class Lines
{
public:
    void add(const char *name, const QString &value, const char *explanation)
    {
        if (!value.isEmpty())
            m_lines.append({translated(name), value, translated(explanation)});
    }
    void addNumber(const char *name, const std::optional<quint64> &value, const char *explanation)
    {
        add(name, value ? number(*value) : QString(), explanation);
    }
    void addBytes(const char *name, const std::optional<quint64> &value, const char *explanation)
    {
        add(name, value ? bytesText(*value) : QString(), explanation);
    }
    void addRate(const char *name, const std::optional<quint64> &value, const char *explanation)
    {
        const auto perSecond = [](quint64 bytes) {
            return translated(QT_TRANSLATE_NOOP("FactsText", "%1 a second")).arg(sizeText(bytes));
        };
        add(name, value ? perSecond(*value) : QString(), explanation);
    }
    QList<FactsText::Line> all() const { return m_lines; }

private:
    QList<FactsText::Line> m_lines;
};

QString protocolName(const SocketFacts &facts)
{
    const QHostAddress &address = facts.status.local.address;
    if (address.isNull())
        return {};
    return address.protocol() == QAbstractSocket::IPv4Protocol ? u"TCP, IPv4"_s : u"TCP, IPv6"_s;
}

QString threadText(const SocketFacts &facts)
{
    if (!facts.threadId)
        return facts.thread;
    return translated(QT_TRANSLATE_NOOP("FactsText", "%1, system id %2")).arg(facts.thread, QString::number(*facts.threadId));
}

QString rttText(const TcpFacts &tcp)
{
    if (!tcp.rtt)
        return {};
    const QString mean = FactsText::milliseconds(*tcp.rtt);
    return tcp.rttVariance ? u"%1 ± %2"_s.arg(mean, FactsText::milliseconds(*tcp.rttVariance)) : mean;
}

QString segmentsText(const std::optional<quint64> &segments)
{
    const auto count = int(qMin<quint64>(segments.value_or(0), INT_MAX));
    return segments ? translated(QT_TRANSLATE_N_NOOP("FactsText", "%n segment(s)"), count) : QString();
}

QString callText(quint64 count)
{
    return count == 0 ? u"–"_s : u"%1 ×"_s.arg(number(count));
}

QString transferText(quint64 count, quint64 bytes)
{
    return count == 0 ? u"–"_s : u"%1 × · %2"_s.arg(number(count), bytesText(bytes));
}

}

namespace FactsText {

QString milliseconds(std::chrono::microseconds time)
{
    return u"%1 ms"_s.arg(QLocale().toString(double(time.count()) / 1000, 'f', 3));
}

QList<Line> endpoints(const SocketFacts &facts)
{
    Lines lines;
    lines.add(QT_TRANSLATE_NOOP("FactsText", "This end"), facts.status.local.toString(),
              QT_TRANSLATE_NOOP("FactsText", "The address and port of this program's end."));
    if (isListener(facts)) {
        lines.add(QT_TRANSLATE_NOOP("FactsText", "Other end"),
                  translated(QT_TRANSLATE_NOOP("FactsText", "none: it only accepts")),
                  QT_TRANSLATE_NOOP("FactsText",
                                    "A listening socket has no peer. Each accept returns a new socket that has one."));
        return lines.all();
    }
    lines.add(QT_TRANSLATE_NOOP("FactsText", "Other end"), facts.status.peer.toString(),
              QT_TRANSLATE_NOOP("FactsText",
                                "The address and port of the peer. Both ends together tell this connection from "
                                "every other one."));
    return lines.all();
}

QList<Line> protocol(const SocketFacts &facts)
{
    Lines lines;
    lines.add(QT_TRANSLATE_NOOP("FactsText", "Protocol"), protocolName(facts),
              QT_TRANSLATE_NOOP("FactsText",
                                "TCP: a stream of bytes in order, without loss and without borders between messages."));
    lines.add(QT_TRANSLATE_NOOP("FactsText", "TCP state"),
              facts.tcp.state ? QString(tcpStateName(*facts.tcp.state)) : QString(),
              QT_TRANSLATE_NOOP("FactsText", "The state that the system's TCP is in, by its name in RFC 9293."));
    lines.addNumber(QT_TRANSLATE_NOOP("FactsText", "Backlog"), facts.backlog.size,
                    QT_TRANSLATE_NOOP("FactsText",
                                      "How many clients may be connected by the system before accept has taken them."));
    lines.addNumber(QT_TRANSLATE_NOOP("FactsText", "Connected, not accepted"), facts.backlog.waiting,
                    QT_TRANSLATE_NOOP("FactsText",
                                      "The system has done the handshake with these clients, and they wait for accept. "
                                      "They believe that they are served already."));
    lines.add(QT_TRANSLATE_NOOP("FactsText", "Served by thread"), threadText(facts),
              QT_TRANSLATE_NOOP("FactsText", "The thread of this program that reads and writes this socket, and the number "
                                             "that the system's own tools know it by."));
    return lines.all();
}

static void addBuffer(QList<Buffer> &buffers, const char *name, const std::optional<quint64> &bytes, quint64 size,
                      const char *explanation)
{
    if (!bytes)
        return;
    const QString value = size > 0
        ? translated(QT_TRANSLATE_NOOP("FactsText", "%1 of %2 bytes")).arg(number(*bytes), number(size))
        : bytesText(*bytes);
    buffers.append({translated(name), *bytes, size, value, translated(explanation)});
}

/// One of the system's. Linux counts more than the bytes in the size that it tells, so that such a buffer is full before
/// its bar is.
static void addSystemBuffer(QList<Buffer> &buffers, const char *name, const std::optional<quint64> &bytes,
                            quint64 size, const char *explanation)
{
    addBuffer(buffers, name, bytes, size, explanation);
#ifdef Q_OS_LINUX
    if (!bytes || size == 0)
        return;
    Buffer &buffer = buffers.last();
    buffer.value = translated(QT_TRANSLATE_NOOP("FactsText", "%1 bytes; room for %2 with overhead"))
                       .arg(number(*bytes), number(size));
    buffer.explanation += u' '
        + translated(QT_TRANSLATE_NOOP("FactsText",
                                       "Linux tells twice the size that a program set, and counts in it what it needs "
                                       "besides the bytes (socket(7)): the buffer is full before the bar is."));
#endif
}

QList<Buffer> buffers(const SocketFacts &facts)
{
    const BufferFacts &told = facts.buffers;
    QList<Buffer> all;
    if (isListener(facts))
        return all;
    addSystemBuffer(
        all, QT_TRANSLATE_NOOP("FactsText", "Receive queue of the system"), told.receiveQueue,
        told.receiveBuffer.value_or(0),
        QT_TRANSLATE_NOOP("FactsText",
                          "Bytes that have arrived and that this program has not read yet (Recv-Q of ss), and the "
                          "size of their buffer (SO_RCVBUF). When it is full, TCP tells the peer to wait."));
    addBuffer(
        all, QT_TRANSLATE_NOOP("FactsText", "Unread in this program"), told.unreadHere, told.unreadLimit.value_or(0),
        QT_TRANSLATE_NOOP("FactsText",
                          "Bytes that were read from the system and are not taken yet, and how many may wait here."));
    addBuffer(all, QT_TRANSLATE_NOOP("FactsText", "Queued in this program"), told.queuedHere,
              told.queueLimit.value_or(0),
              QT_TRANSLATE_NOOP("FactsText",
                                "Bytes that are to be sent and that the system does not take yet. At the limit the "
                                "connection is closed, because the peer is too slow."));
    addSystemBuffer(
        all, QT_TRANSLATE_NOOP("FactsText", "Send queue of the system"), told.sendQueue, told.sendBuffer.value_or(0),
        QT_TRANSLATE_NOOP("FactsText",
                          "Bytes that the system took and that the peer has not acknowledged yet (Send-Q of ss), and "
                          "the size of their buffer (SO_SNDBUF)."));
    return all;
}

QList<Line> history(const SocketFacts &facts)
{
    QList<Line> lines;
    for (const StateStep &step : facts.status.history.steps()) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(step.time);
        const bool isEnd = step.kind == StateStep::Kind::Closed && step.reason == facts.status.reason;
        const QString text = isEnd ? closedStepText(closeReasonText(facts.status)) : stateStepText(step);
        lines.append(
            {time.toString(u"HH:mm:ss.zzz"_s), text, time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)});
    }
    return lines;
}

QList<Line> operations(const SocketFacts &facts)
{
    const CallCounts &calls = facts.status.calls;
    const bool listens = isListener(facts);
    QList<Line> lines;
    const auto add = [&lines](const QString &name, const QString &value, const char *explanation) {
        lines.append({name, value, translated(explanation)});
    };
    add(u"socket"_s, callText(calls.socket),
        QT_TRANSLATE_NOOP("FactsText", "Makes a socket. An accepted one is made by accept instead."));
    add(u"setsockopt"_s, callText(calls.setSockOpt),
        QT_TRANSLATE_NOOP("FactsText", "Sets an option of the socket, as TCP_NODELAY."));
    if (listens) {
        add(u"bind"_s, callText(calls.bind),
            QT_TRANSLATE_NOOP("FactsText", "Takes the address and port. This happens once."));
        add(u"listen"_s, callText(calls.listen),
            QT_TRANSLATE_NOOP("FactsText", "Lets the system take connections, up to the backlog."));
    }
    add(u"accept"_s, callText(calls.accept),
        listens ? QT_TRANSLATE_NOOP("FactsText",
                                    "Each one returned a new socket for one client. This one goes on listening.")
                : QT_TRANSLATE_NOOP("FactsText", "The one that returned this socket, of the listening socket."));
    if (!listens) {
        add(u"connect"_s, callText(calls.connect),
            QT_TRANSLATE_NOOP("FactsText", "Begins the handshake with the peer."));
        add(u"send"_s, transferText(calls.send, facts.status.bytesOut),
            QT_TRANSLATE_NOOP("FactsText",
                              "Each time the system took bytes to be sent, perhaps fewer than there were."));
        add(u"recv"_s, transferText(calls.recv, facts.status.bytesIn),
            QT_TRANSLATE_NOOP("FactsText",
                              "Each gave the bytes that had arrived, or said that the stream is at its end."));
        add(u"shutdown"_s, callText(calls.shutdown),
            QT_TRANSLATE_NOOP("FactsText", "Ends our direction of the stream: our FIN."));
    }
    add(u"close"_s, callText(calls.close), QT_TRANSLATE_NOOP("FactsText", "Gives the socket back to the system."));
    return lines;
}

QList<Line> tcp(const SocketFacts &facts)
{
    const TcpFacts &told = facts.tcp;
    Lines lines;
    if (isListener(facts))
        return {};
    lines.add(
        QT_TRANSLATE_NOOP("FactsText", "Round trip"), rttText(told),
        QT_TRANSLATE_NOOP("FactsText",
                          "RTT: from sending a segment to its acknowledgement, smoothed, and how much it varies."));
    lines.addNumber(QT_TRANSLATE_NOOP("FactsText", "Sent again"), told.retransmits,
                    QT_TRANSLATE_NOOP("FactsText",
                                      "Segments that were sent once more, because no acknowledgement came."));
    lines.add(QT_TRANSLATE_NOOP("FactsText", "Congestion window"), segmentsText(told.congestionWindow),
              QT_TRANSLATE_NOOP("FactsText", "How many segments may be on their way at once."));
    lines.add(QT_TRANSLATE_NOOP("FactsText", "Slow start until"), segmentsText(told.slowStartThreshold),
              QT_TRANSLATE_NOOP("FactsText", "Above this the congestion window grows more slowly (ssthresh)."));
    lines.addBytes(QT_TRANSLATE_NOOP("FactsText", "Segment size"), told.segmentSize,
                   QT_TRANSLATE_NOOP("FactsText", "MSS: the most bytes in one segment that we send."));
    lines.addRate(QT_TRANSLATE_NOOP("FactsText", "Delivery rate"), told.deliveryRate,
                  QT_TRANSLATE_NOOP("FactsText", "How fast the peer got bytes lately, as the system measured it."));
    lines.addRate(QT_TRANSLATE_NOOP("FactsText", "Pacing rate"), told.pacingRate,
                  QT_TRANSLATE_NOOP("FactsText", "How fast the system would send at most."));
    lines.addBytes(
        QT_TRANSLATE_NOOP("FactsText", "Acknowledged"), told.bytesAcked,
        QT_TRANSLATE_NOOP("FactsText",
                          "Bytes of ours that have arrived, as the peer's TCP says; a SYN or FIN counts as one."));
    lines.addBytes(QT_TRANSLATE_NOOP("FactsText", "Received"), told.bytesReceived,
                   QT_TRANSLATE_NOOP("FactsText", "Bytes that the system received, read by this program or not."));
    return lines.all();
}

}
