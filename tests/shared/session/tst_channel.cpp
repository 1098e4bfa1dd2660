#include "line.h"
#include "text.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Kind = Record::Kind;

/// What a connection's life leaves in the record. Queues and outcomes are in tst_channelqueue.
class TestChannel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLifeIsRecordedInOrder();
    void anUnfinishedLineIsDeliveredAtTheFin();
    void anUnfinishedLineIsDeliveredAtAReset();
    void aLineOverTheLimitComesInPieces();
    void halfOpenStaysUntilWeClose();
    void whatIsQueuedIsSentAfterThePeersFin();
    void theLastStatusTellsTheWholeStory();
    void changingTheFramingKeepsHeldBytes();
    void changingTheFramingDeliversNothing_data();
    void changingTheFramingDeliversNothing();
    void twoChangesOfTheFramingKeepWhatIsHeld();
    void changingTheFramingShowsACutCharacter();
    void aCharacterCutByTheFinIsShown();
    void aSilenceEndsAnIdleMessage();
    void anIdleMessageInHandIsDeliveredAtTheFin();
    void changingTheFramingLeavesNoSilenceToWaitFor();
    void bytesThatBreakTheFramingCloseTheChannel();
    void bytesThatBreakANewFramingCloseTheChannel();
    void whatIsQueuedIsSentBeforeAProtocolErrorCloses();
    void aRefusedConnectIsClosedOnce();
    void aConnectThatFailsAtOnceIsToldLast();
};

void TestChannel::aLifeIsRecordedInOrder()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("one\r\ntwo\n");
    QTRY_COMPARE(line.wire(Kind::Received), "one\r\ntwo\n"_ba);
    line.channel.send(*Framing{}.compose("three"));
    QTRY_VERIFY(line.saw(Kind::Sent));
    line.peer.disconnectFromHost();
    QTRY_VERIFY(line.saw(Kind::Closed));

    QCOMPARE(line.kinds(), QList({Kind::Accepted, Kind::Received, Kind::Received, Kind::Sent, Kind::PeerFinished,
                                  Kind::WeFinished, Kind::Closed}));
    const Record::Details closed = line.last(Kind::Closed).more();
    QCOMPARE(closed.reason, CloseReason::PeerClosed);
    QCOMPARE(closed.bytesIn, 9);
    QCOMPARE(closed.bytesOut, 6);
}

void TestChannel::anUnfinishedLineIsDeliveredAtTheFin()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("unfinished");
    line.peerFinishes();
    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.kinds(), QList({Kind::Accepted, Kind::Received, Kind::PeerFinished, Kind::WeFinished, Kind::Closed}));
    QCOMPARE(line.last(Kind::Received).message.content().toByteArray(), "unfinished"_ba);
}

void TestChannel::anUnfinishedLineIsDeliveredAtAReset()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("unfinished");
    QTRY_COMPARE(line.channel.status().bytesIn, 10);
    NativeSocket::resetOnClose(line.peer.socketDescriptor());
    line.peer.abort();
    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.kinds(), QList({Kind::Accepted, Kind::Received, Kind::Closed}));
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::Reset);
}

void TestChannel::aLineOverTheLimitComesInPieces()
{
    ChannelOptions options;
    options.messageLimit = 16;
    Line line(options);
    QVERIFY(line.open());
    line.peer.write("0123456789abcdefg\n");
    QTRY_COMPARE(line.kinds(), QList({Kind::Accepted, Kind::Received, Kind::Received}));
    QVERIFY(line.records.at(1).message.more);
    QVERIFY(line.records.at(2).message.continues);
}

void TestChannel::halfOpenStaysUntilWeClose()
{
    ChannelOptions options;
    options.keepHalfOpen = true;
    Line line(options);
    QVERIFY(line.open());
    line.peerFinishes();
    QTRY_VERIFY(line.saw(Kind::PeerFinished));
    line.channel.send(*Framing{}.compose("still here"));
    QTRY_COMPARE(line.peer.bytesAvailable(), 11);
    QCOMPARE(line.channel.status().state, SocketState::PeerFinished);

    line.channel.close(CloseReason::ClosedByUs);

    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::ClosedByUs);
}

void TestChannel::whatIsQueuedIsSentAfterThePeersFin()
{
    Line line;
    line.echoes = true;
    QVERIFY(line.open());
    QByteArray sent;
    while (sent.size() < MoreThanTcpHolds)
        sent += QByteArray::number(sent.size()).leftJustified(999, 'x') + '\n';
    QByteArray back;
    QObject::connect(&line.peer, &QTcpSocket::readyRead, &line.peer, [&] { back += line.peer.readAll(); });

    line.peer.write(sent);
    QTRY_COMPARE_WITH_TIMEOUT(line.peer.bytesToWrite(), 0, 20'000);
    line.peerFinishes();

    QTRY_COMPARE_WITH_TIMEOUT(back.size(), sent.size(), 20'000);
    QVERIFY(back == sent);
    QTRY_VERIFY(line.saw(Kind::Closed));
    QVERIFY(line.wire(Kind::Received) == sent);
    QVERIFY(line.wire(Kind::Sent) == sent);
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::PeerClosed);
}

void TestChannel::theLastStatusTellsTheWholeStory()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("question\n");
    line.peerFinishes();
    QTRY_VERIFY(line.saw(Kind::Closed));

    const SocketStatus last = line.statuses.constLast();
    QCOMPARE(last.id, 1);
    QCOMPARE(last.state, SocketState::Closed);
    QCOMPARE(last.reason, CloseReason::PeerClosed);
    QCOMPARE(last.bytesIn, 9);
    QCOMPARE(last.bytesQueued, 0);
    QVERIFY(last.since > 0);
    QVERIFY(last.closedAt >= last.since);
}

static ChannelOptions framedBy(const QString &word)
{
    ChannelOptions options;
    options.framing = *parseFraming(word);
    return options;
}

void TestChannel::changingTheFramingKeepsHeldBytes()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("held");
    QTRY_COMPARE(line.channel.status().bytesIn, 4);
    QVERIFY(!line.saw(Kind::Received));

    line.channel.setInterpretation({{Framing::Kind::Raw}, {}});
    line.peer.write(" on");

    QTRY_COMPARE(line.wire(Kind::Received), "held on"_ba);
}

void TestChannel::changingTheFramingDeliversNothing_data()
{
    QTest::addColumn<QString>("framing");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("raw") << u"raw"_s << "a\nbcd;e"_ba;
    QTest::newRow("fixed") << u"fixed:3"_s << "a\nb"_ba;
    QTest::newRow("lines") << u"lines"_s << "a\n"_ba;
    QTest::newRow("delimiter") << u"delimiter:;"_s << "a\nbcd;"_ba;
    QTest::newRow("length") << u"length:u8"_s << QByteArray();
    QTest::newRow("idle") << u"idle:5"_s << "a\nbcd;e"_ba;
}

/// What is unfinished must not go out to others because of a choice; it is divided anew when more is read.
void TestChannel::changingTheFramingDeliversNothing()
{
    QFETCH(QString, framing);
    QFETCH(QByteArray, message);
    Line line(framedBy(u"crlf"_s));
    QVERIFY(line.open());
    QByteArrayList received;
    connect(&line.channel, &Channel::received, this, [&](MessageRun messages) {
        for (const MessageView &one : messages)
            received.append(one.wire.toByteArray());
    });
    line.peer.write("a\nbcd");
    QTRY_COMPARE(line.channel.status().bytesIn, 5);

    line.channel.setInterpretation({*parseFraming(framing), {}});
    QVERIFY(!QTest::qWaitFor([&] { return !received.isEmpty(); }, 20));

    line.peer.write(";e");
    QTRY_COMPARE(line.channel.status().bytesIn, 7);
    if (!message.isEmpty())
        QTRY_COMPARE(received.value(0), message);
    line.peerFinishes();
    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.wire(Kind::Received), "a\nbcd;e"_ba);
}

void TestChannel::twoChangesOfTheFramingKeepWhatIsHeld()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("held");
    QTRY_COMPARE(line.channel.status().bytesIn, 4);

    line.channel.setInterpretation({*parseFraming(u"nul"_s), {}});
    line.channel.setInterpretation({*parseFraming(u"lines"_s), *Encoding::parse(u"latin1")});
    line.peer.write(" on\n");

    QTRY_COMPARE(line.wire(Kind::Received), "held on\n"_ba);
}

void TestChannel::changingTheFramingShowsACutCharacter()
{
    ChannelOptions options;
    options.framing = {Framing::Kind::Raw};
    Line line(options);
    QVERIFY(line.open());
    line.peer.write("a\xC3");
    QTRY_VERIFY(line.saw(Kind::Received));

    line.channel.setInterpretation({});

    QTRY_COMPARE(line.records.size(), 3);
    QCOMPARE(decodeMessage(line.records.at(2).message).text, u"\uFFFD"_s);
}

void TestChannel::aCharacterCutByTheFinIsShown()
{
    ChannelOptions options;
    options.framing = {Framing::Kind::Raw};
    Line line(options);
    line.echoes = true;
    QVERIFY(line.open());
    line.peer.write("a\xE4\xB8");
    line.peerFinishes();
    QTRY_VERIFY(line.saw(Kind::Closed));

    QString text;
    for (const Record &record : std::as_const(line.records)) {
        if (record.kind == Kind::Received)
            text += decodeMessage(record.message).text;
    }
    QCOMPARE(text, u"a\uFFFD\uFFFD"_s);
    QCOMPARE(line.last(Kind::Closed).more().bytesOut, 3);
}

void TestChannel::aSilenceEndsAnIdleMessage()
{
    Line line(framedBy(u"idle:50"_s));
    QVERIFY(line.open());
    line.peer.write("one\n");
    QTRY_VERIFY(line.saw(Kind::Received));
    line.peer.write("two\n");
    QTRY_COMPARE(line.kinds(), QList({Kind::Accepted, Kind::Received, Kind::Received}));
    QCOMPARE(line.last(Kind::Received).message.content().toByteArray(), "two\n"_ba);
}

void TestChannel::anIdleMessageInHandIsDeliveredAtTheFin()
{
    Line line(framedBy(u"idle:60000"_s));
    QVERIFY(line.open());
    line.peer.write("unfinished");
    line.peerFinishes();
    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.wire(Kind::Received), "unfinished"_ba);
}

void TestChannel::changingTheFramingLeavesNoSilenceToWaitFor()
{
    Line line(framedBy(u"idle:60000"_s));
    QVERIFY(line.open());
    line.peer.write("held");
    QTRY_COMPARE(line.channel.status().bytesIn, 4);

    line.channel.setInterpretation({*parseFraming(u"idle:1"_s), {}});
    line.peer.write(" on");

    QTRY_COMPARE(line.wire(Kind::Received), "held on"_ba);
}

void TestChannel::bytesThatBreakTheFramingCloseTheChannel()
{
    Line line(framedBy(u"length:u32be"_s));
    QVERIFY(line.open());
    QSignalSpy received(&line.channel, &Channel::received);
    line.peer.write("\0\0\0\2ok\xFF\xFF\xFF\xFFrest"_ba);

    QTRY_VERIFY(line.saw(Kind::Closed));

    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::ProtocolError);
    QCOMPARE(line.last(Kind::Closed).more().bytesIn, 14);
    QVERIFY(!line.statuses.constLast().detail.isEmpty());
    QCOMPARE(line.statuses.constLast().detail, line.last(Kind::Error).more().text);
    QCOMPARE(line.wire(Kind::Received), "\0\0\0\2ok\xFF\xFF\xFF\xFFrest"_ba);
    QCOMPARE(received.size(), 1); // what broke the framing goes to nobody
}

void TestChannel::bytesThatBreakANewFramingCloseTheChannel()
{
    Line line;
    QVERIFY(line.open());
    line.peer.write("held");
    QTRY_COMPARE(line.channel.status().bytesIn, 4);

    line.channel.setInterpretation({*parseFraming(u"length:u32be"_s), {}});
    line.peer.write("more");

    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::ProtocolError);
    QCOMPARE(line.wire(Kind::Received), "heldmore"_ba);
}

void TestChannel::whatIsQueuedIsSentBeforeAProtocolErrorCloses()
{
    Line line(framedBy(u"length:u32be"_s));
    QVERIFY(line.open());
    line.channel.send(*parseFraming(u"length:u32be"_s)->compose("answer"));
    line.peer.write("\xFF\xFF\xFF\xFF");

    QTRY_VERIFY(line.saw(Kind::Closed));

    QCOMPARE(line.peer.readAll(), "\0\0\0\6answer"_ba);
}

void TestChannel::aRefusedConnectIsClosedOnce()
{
    Line line;
    QVERIFY(line.listener.listen(QHostAddress::LocalHost));
    const quint16 port = line.listener.serverPort();
    line.listener.close();
    QSignalSpy closed(&line.channel, &Channel::closed);

    line.channel.connectTo(u"127.0.0.1"_s, port, Connection::DefaultConnectTimeout);

    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(closed.size(), 1);
    QCOMPARE(line.kinds(), QList{Kind::Closed});
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::Refused);
}

/// The queue must not be left with a channel that its owner deletes on `closed`.
void TestChannel::aConnectThatFailsAtOnceIsToldLast()
{
    BatchQueue queue;
    QSignalSpy ready(&queue, &BatchQueue::ready);
    auto channel = std::make_unique<Channel>(1, ChannelOptions(), queue.lane());
    QSignalSpy closed(channel.get(), &Channel::closed);
    channel->connectTo(u"255.255.255.255"_s, 80, Connection::DefaultConnectTimeout); // no TCP to a broadcast address
    QTRY_COMPARE(closed.size(), 1);
    channel.reset();

    QVERIFY(ready.wait());
    queue.acknowledge();
    QVERIFY(!ready.wait(300));

    QCOMPARE(ready.constFirst().constFirst().value<Batch>().sockets.size(), 1);
}

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
