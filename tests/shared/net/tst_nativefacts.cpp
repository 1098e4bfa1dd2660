#include "nativefacts.h"
#include "ss.h"
#include "wire.h"

#include <QSignalSpy>

#include <array>

using namespace Qt::StringLiterals;

static SocketFacts factsOf(const QTcpSocket &socket)
{
    SocketFacts facts;
    NativeFacts::ask(socket.socketDescriptor(), facts);
    return facts;
}

static SocketFacts factsOf(const Connection &connection)
{
    SocketFacts facts;
    connection.ask(facts);
    return facts;
}

/// What ss said, and what we were told of the same moment: nothing changed while ss looked.
template <typename End>
static std::optional<std::pair<Ss, SocketFacts>> lookAtRest(const End &end, const Endpoint &local, const Endpoint &peer)
{
    for (int attempt = 0; attempt < 50; ++attempt) {
        const SocketFacts before = factsOf(end);
        const Ss ss = Ss::ofConnection(local, peer);
        const SocketFacts after = factsOf(end);
        if (before.buffers == after.buffers && before.tcp == after.tcp)
            return std::pair(ss, after);
    }
    return {};
}

static double inMs(const std::optional<std::chrono::microseconds> &time)
{
    return double(time.value_or(std::chrono::microseconds(0)).count()) / 1000;
}

/// ss writes six digits.
static bool isAbout(double a, double b)
{
    return qAbs(a - b) <= 1e-5 * qMax(a, b);
}

static void compareWithSs(const Ss &ss, const BufferFacts &buffers)
{
    QCOMPARE(buffers.receiveQueue, ss.receiveQueue());
    QCOMPARE(buffers.sendQueue, ss.sendQueue());
    QCOMPARE(buffers.receiveBuffer, quint64(ss.number(u"rb"_s)));
    QCOMPARE(buffers.sendBuffer, quint64(ss.number(u"tb"_s)));
}

static void compareWithSs(const Ss &ss, const TcpFacts &tcp)
{
    QCOMPARE(tcp.state, TcpState::Established);
    QCOMPARE(ss.state(), u"ESTAB"_s);
    QVERIFY2(isAbout(inMs(tcp.rtt), ss.number(u"rtt:"_s)), qPrintable(ss.line()));
    QVERIFY2(isAbout(inMs(tcp.rttVariance), ss.number(u"rtt:[0-9.]+/"_s)), qPrintable(ss.line()));
    QCOMPARE(tcp.retransmits, quint64(ss.number(u"retrans:[0-9]+/"_s)));
    QCOMPARE(tcp.congestionWindow, quint64(ss.number(u"cwnd:"_s)));
    QCOMPARE(tcp.slowStartThreshold.value_or(0), quint64(ss.number(u"ssthresh:"_s)));
    QCOMPARE(tcp.segmentSize, quint64(ss.number(u"mss:"_s)));
    QCOMPARE(tcp.deliveryRate.value_or(0) * 8, quint64(ss.number(u"delivery_rate "_s)));
    QCOMPARE(tcp.pacingRate.value_or(0) * 8, quint64(ss.number(u"pacing_rate "_s)));
    QCOMPARE(tcp.bytesAcked, quint64(ss.number(u"bytes_acked:"_s)));
    QCOMPARE(tcp.bytesReceived, quint64(ss.number(u"bytes_received:"_s)));
}

/// What the system tells of a socket, against what ss says of the same one.
class TestNativeFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bothEndsAreAsSsSays_data();
    void bothEndsAreAsSsSays();
    void theQueuesOfAStalledConnectionAddUp();
    void theBacklogIsAsSsSays();
    void aBadDescriptorTellsNothing();
    void aClosedConnectionTellsNothing();

private:
    bool m_compares = false;
};

void TestNativeFacts::init()
{
#ifdef Q_OS_LINUX
    m_compares = Ss::isThere();
#endif
}

void TestNativeFacts::bothEndsAreAsSsSays_data()
{
    QTest::addColumn<qsizetype>("toUs");
    QTest::addColumn<bool>("weRead");
    QTest::newRow("nothing sent") << qsizetype(0) << true;
    QTest::newRow("after a talk") << qsizetype(1'000'000) << true;
    QTest::newRow("unread, a little") << qsizetype(100'000) << false;
    QTest::newRow("unread, all buffers full") << MoreThanTcpHolds << false;
}

void TestNativeFacts::bothEndsAreAsSsSays()
{
    QFETCH(qsizetype, toUs);
    QFETCH(bool, weRead);
    if (!m_compares)
        QSKIP("needs Linux, and ss of iproute2");
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.setReading(weRead);
    wire.connection.send("hello");
    wire.peer.write(numberedBytes(toUs));
    QTRY_COMPARE(wire.peerReceived, "hello"_ba);
    if (weRead)
        QTRY_COMPARE(wire.received.size(), toUs);
    const Endpoint ours = wire.connection.local();
    const Endpoint peers = wire.connection.peer();

    const auto here = lookAtRest(wire.connection, ours, peers);
    const auto there = lookAtRest(wire.peer, peers, ours);

    QVERIFY(here && there);
    for (const auto &[ss, facts] : {*here, *there}) {
        compareWithSs(ss, facts.buffers);
        compareWithSs(ss, facts.tcp);
        if (QTest::currentTestFailed())
            qDebug() << ss.line();
    }
}

void TestNativeFacts::theQueuesOfAStalledConnectionAddUp()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells both queues");
#endif
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.setReading(false);
    wire.peer.write(numberedBytes(MoreThanTcpHolds));
    QSignalSpy written(&wire.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }

    const BufferFacts here = factsOf(wire.connection).buffers;
    const BufferFacts there = factsOf(wire.peer).buffers;

    const quint64 waiting = *here.unreadHere + *here.receiveQueue + *there.sendQueue + quint64(wire.peer.bytesToWrite());
    QVERIFY(*here.receiveQueue > 0);
    QVERIFY(*there.sendQueue > 0);
    QCOMPARE(*here.unreadHere, quint64(Connection::ReadPiece));
    QCOMPARE(waiting, quint64(MoreThanTcpHolds));
}

void TestNativeFacts::theBacklogIsAsSsSays()
{
    if (!m_compares)
        QSKIP("needs Linux, and ss of iproute2");
    constexpr int Backlog = 7;
    constexpr int Waiting = 3;
    Listener listener;
    QVERIFY(listener.listenOn({QHostAddress(QHostAddress::LocalHost), 0}, Backlog));
    listener.setHold(Listener::Hold::Paused, true);
    std::array<QTcpSocket, Waiting> peers;
    for (QTcpSocket &peer : peers) {
        peer.connectToHost(listener.serverAddress(), listener.serverPort());
        QVERIFY(peer.waitForConnected());
    }

    SocketFacts facts;
    listener.ask(facts);
    const Ss ss = Ss::ofListener(listener.serverPort());

    QCOMPARE(facts.tcp.state, TcpState::Listen);
    QCOMPARE(facts.backlog, (BacklogFacts{Backlog, Waiting}));
    QCOMPARE(ss.receiveQueue(), quint64(Waiting));
    QCOMPARE(ss.sendQueue(), quint64(Backlog));
}

void TestNativeFacts::aBadDescriptorTellsNothing()
{
    SocketFacts facts;
    NativeFacts::ask(-1, facts);
    QCOMPARE(facts.buffers, BufferFacts());
    QCOMPARE(facts.tcp, TcpFacts());
}

void TestNativeFacts::aClosedConnectionTellsNothing()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.close(CloseReason::ClosedByUs);
    QTRY_COMPARE(wire.ends.size(), 1);
    QCOMPARE(factsOf(wire.connection).buffers, BufferFacts());
}

QTEST_GUILESS_MAIN(TestNativeFacts)
#include "tst_nativefacts.moc"
