#include "line.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using Step = StateStep::Kind;

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

static QList<Step> stepsOf(const Channel &channel)
{
    QList<Step> kinds;
    const StateHistory history = channel.status().history;
    for (const StateStep &step : history.steps())
        kinds.append(step.kind);
    return kinds;
}

/// Bytes that differ from place to place.
static QByteArray manyBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 2654435761U) >> 24);
    return bytes;
}

/// What can be told of a channel besides its bytes: the steps of its life, its calls, its facts; and reading that is
/// stopped, which shows in all of them.
class TestChannelFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepOfALifeIsKept();
    void ourOwnFinIsAStep();
    void aResetByUsIsAStep();
    void aRefusedConnectHasItsSteps();
    void aNameIsLookedUpFirst();
    void theCallsOfALifeAreCounted();
    void aConnectIsCounted();
    void theFactsHaveTheStatusAndTheBuffers();
    void whatWaitsHereWhileReadingIsStoppedIsTold();
    void theSenderStallsWhileReadingIsStopped();
    void readingOnMissesNoByte();
    void pressureDoesNotStartWhatWasStopped();
    void aClosedChannelIsNotStopped();
    void aChannelThatIsNotReadCanBeClosed();
    void aWatchTellsOfOneSourceUntilItsEnd();
    void nobodyIsAskedWhileNobodyWatches();
};

void TestChannelFacts::everyStepOfALifeIsKept()
{
    Line line;
    QVERIFY(line.open());
    line.peer.disconnectFromHost();
    QTRY_VERIFY(line.saw(Record::Kind::Closed));

    QCOMPARE(stepsOf(line.channel), QList({Step::Accepted, Step::PeerFinished, Step::Closing, Step::WeFinished, Step::Closed}));
    QCOMPARE(line.statuses.constLast().history.steps().constLast().reason, CloseReason::PeerClosed);
}

void TestChannelFacts::ourOwnFinIsAStep()
{
    Line line;
    QVERIFY(line.open());
    line.channel.finishWriting();
    QTRY_COMPARE(line.channel.status().state, SocketState::WeFinished);
    QCOMPARE(stepsOf(line.channel), QList({Step::Accepted, Step::WeFinished}));
}

void TestChannelFacts::aResetByUsIsAStep()
{
    Line line;
    QVERIFY(line.open());
    line.channel.reset(CloseReason::ClosedByUs);
    QCOMPARE(stepsOf(line.channel), QList({Step::Accepted, Step::ResetByUs, Step::Closed}));
}

/// A port on which nobody listens.
static quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

void TestChannelFacts::aRefusedConnectHasItsSteps()
{
    BatchQueue queue;
    Channel channel(1, {}, queue.lane());
    QSignalSpy closed(&channel, &Channel::closed);
    channel.connectTo(u"127.0.0.1"_s, freePort(), Connection::DefaultConnectTimeout);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(stepsOf(channel), QList({Step::Handshake, Step::Closed}));
    QCOMPARE(channel.status().history.steps().constLast().reason, CloseReason::Refused);
}

void TestChannelFacts::aNameIsLookedUpFirst()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    BatchQueue queue;
    Channel channel(1, {}, queue.lane());
    QSignalSpy connected(&channel, &Channel::connected);
    channel.connectTo(u"localhost"_s, listener.serverPort(), Connection::DefaultConnectTimeout);
    QVERIFY(connected.wait());
    QCOMPARE(stepsOf(channel), QList({Step::LookingUp, Step::Handshake, Step::Connected}));
}

void TestChannelFacts::theCallsOfALifeAreCounted()
{
    Line line;
    line.echoes = true;
    QVERIFY(line.open());
    for (int i = 1; i <= 3; ++i) {
        line.peer.write("line\n");
        QTRY_COMPARE(line.peer.bytesAvailable(), 5 * i);
    }
    line.peer.disconnectFromHost();
    QTRY_VERIFY(line.saw(Record::Kind::Closed));

    CallCounts expected;
    expected.accept = 1;
    expected.setSockOpt = 1; // TCP_NODELAY
    expected.recv = 4;       // the last one found the end of the stream
    expected.send = 3;
    expected.shutdown = 1;
    expected.close = 1;
    QCOMPARE(line.channel.status().calls, expected);
}

void TestChannelFacts::aConnectIsCounted()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    BatchQueue queue;
    Channel channel(1, {}, queue.lane());
    QSignalSpy connected(&channel, &Channel::connected);
    channel.connectTo(u"127.0.0.1"_s, listener.serverPort(), Connection::DefaultConnectTimeout);
    QVERIFY(connected.wait());
    channel.reset(CloseReason::ClosedByUs);

    CallCounts expected;
    expected.socket = 1;
    expected.connect = 1;
    expected.setSockOpt = 2; // TCP_NODELAY, SO_LINGER
    expected.close = 1;
    QCOMPARE(channel.status().calls, expected);
}

void TestChannelFacts::theFactsHaveTheStatusAndTheBuffers()
{
    Line line;
    QVERIFY(line.open());
    line.channel.setReading(false);
    line.peer.write("waits\n");
    QTRY_COMPARE(line.channel.askFacts().buffers.unreadHere.value_or(0), 6U);

    const SocketFacts facts = line.channel.askFacts();

    QCOMPARE(facts.status.id, SocketId(1));
    QVERIFY(facts.status.readingStopped);
    QCOMPARE(facts.status.peer.port, line.peer.localPort());
    QCOMPARE(facts.buffers.queuedHere, 0U);
    QVERIFY(*facts.buffers.receiveBuffer > 0);
    QVERIFY(qAbs(facts.time - QDateTime::currentMSecsSinceEpoch()) < 60'000);
}

void TestChannelFacts::whatWaitsHereWhileReadingIsStoppedIsTold()
{
    Line line;
    QVERIFY(line.open());
    line.channel.setReading(false);
    line.peer.write("waits\n");
    QTRY_COMPARE(line.statuses.constLast().bytesUnread, 6U);
    line.peer.write("too\n");
    QTRY_COMPARE(line.statuses.constLast().bytesUnread, 10U);
    line.channel.setReading(true);
    QTRY_COMPARE(line.statuses.constLast().bytesUnread, 0U);
    QCOMPARE(line.statuses.constLast().bytesIn, 10U);
}

void TestChannelFacts::theSenderStallsWhileReadingIsStopped()
{
    Line line;
    QVERIFY(line.open());
    line.channel.setReading(false);
    line.peer.write(manyBytes(2 * MoreThanTcpHolds));
    QSignalSpy written(&line.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }

    QVERIFY(line.peer.bytesToWrite() > MoreThanTcpHolds);
    QCOMPARE(line.channel.status().bytesIn, 0U);
    QTRY_VERIFY(line.statuses.constLast().readingStopped);
}

void TestChannelFacts::readingOnMissesNoByte()
{
    ChannelOptions options;
    options.framing = Framing{Framing::Kind::Raw};
    Line line(options);
    QVERIFY(line.open());
    const QByteArray sent = manyBytes(2 * MoreThanTcpHolds);
    line.peer.write(sent);
    QSignalSpy received(&line.channel, &Channel::received);
    for (int stops = 0; stops < 5; ++stops) {
        line.channel.setReading(false);
        QSignalSpy written(&line.peer, &QTcpSocket::bytesWritten);
        while (written.wait(100)) { }
        QVERIFY(line.peer.bytesToWrite() > 0);
        line.channel.setReading(true);
        QVERIFY(received.wait());
    }
    QTRY_COMPARE_WITH_TIMEOUT(line.channel.status().bytesIn, quint64(sent.size()), 20'000);
    QTRY_COMPARE(sha256(line.wire(Record::Kind::Received)), sha256(sent));
}

void TestChannelFacts::pressureDoesNotStartWhatWasStopped()
{
    Line line;
    QVERIFY(line.open());
    line.channel.setReading(false);
    line.channel.setPressure(true);
    line.channel.setPressure(false);
    line.peer.write("waits\n");
    QTRY_COMPARE(line.channel.askFacts().buffers.unreadHere.value_or(0), 6U);
    QCOMPARE(line.channel.status().bytesIn, 0U);
    line.channel.setReading(true);
    QTRY_COMPARE(line.wire(Record::Kind::Received), "waits\n"_ba);
    QCOMPARE(stepsOf(line.channel), QList({Step::Accepted, Step::ReadingStopped, Step::ReadingResumed}));
}

void TestChannelFacts::aClosedChannelIsNotStopped()
{
    Line line;
    QVERIFY(line.open());
    line.channel.reset(CloseReason::ClosedByUs);
    line.channel.setReading(false);
    QVERIFY(!line.channel.status().readingStopped);
}

void TestChannelFacts::aChannelThatIsNotReadCanBeClosed()
{
    Line line;
    QVERIFY(line.open());
    line.channel.setReading(false);
    line.peer.write(manyBytes(MoreThanTcpHolds));
    QTRY_VERIFY(line.channel.askFacts().buffers.unreadHere.value_or(0) > 0);
    line.channel.close(CloseReason::ClosedByUs);
    QTRY_VERIFY(line.saw(Record::Kind::Closed));
    QCOMPARE(line.last(Record::Kind::Closed).more().reason, CloseReason::ClosedByUs);
}

void TestChannelFacts::aWatchTellsOfOneSourceUntilItsEnd()
{
    Line line;
    QVERIFY(line.open());
    FactsWatch watch;
    QList<SocketState> told;
    connect(&watch, &FactsWatch::told, this, [&told](const SocketFacts &facts) { told.append(facts.status.state); });
    connect(&line.channel, &Channel::closed, &watch, [&] { watch.finish(&line.channel); });
    watch.watch(&line.channel);
    QCOMPARE(told.size(), 1); // at once
    QTRY_VERIFY(told.size() > 3);
    line.channel.reset(CloseReason::ClosedByUs);
    QCOMPARE(told.constLast(), SocketState::Closed);
    QSignalSpy more(&watch, &FactsWatch::told);
    QVERIFY(!more.wait(2 * int(FactsWatch::Interval.count())));
}

void TestChannelFacts::nobodyIsAskedWhileNobodyWatches()
{
    Line line;
    QVERIFY(line.open());
    FactsWatch watch;
    watch.watch(&line.channel);
    watch.watch(nullptr);
    QSignalSpy told(&watch, &FactsWatch::told);
    QVERIFY(!told.wait(2 * int(FactsWatch::Interval.count())));
}

QTEST_GUILESS_MAIN(TestChannelFacts)
#include "tst_channelfacts.moc"
