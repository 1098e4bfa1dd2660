#include "line.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Record::Kind;
using State = SendOutcome::State;

/// What waits for a peer, what waits for the receiver of batches, and what is told of it.
class TestChannelQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTicketIsQueuedThenSent();
    void anEmptyRawMessageIsSentAtOnce();
    void aTicketForAClosedChannelFails();
    void aPeerThatDoesNotReadIsTooSlow();
    void aPeerThatReadsIsNotTooSlowForWantOfEvents();
    void aPeerFoundGoneWhileSendingIsToldLater();
    void aSingleMessageMayBeLongerThanTheLimit();
    void tinyMessagesCountTowardsTheLimit();
    void whatWasNotSentIsCounted();
    void echoStopsReadingAPeerThatDoesNotRead();
    void echoGoesOnWhenThePeerReadsAgain();
    void pressureStopsReadingAndNothingIsLost();

private:
    static QList<State> statesOf(const Line &line, quint64 ticket)
    {
        QList<State> states;
        for (const SendOutcome &outcome : line.outcomes) {
            if (outcome.ticket == ticket)
                states.append(outcome.state);
        }
        return states;
    }
    static void peerStopsReading(Line &line) { line.peer.setReadBufferSize(1); }
};

void TestChannelQueue::aTicketIsQueuedThenSent()
{
    Line line;
    QVERIFY(line.open());
    line.channel.send(*Framing{}.compose("hi"), 5);
    QTRY_COMPARE(statesOf(line, 5), QList({State::Queued, State::Sent}));
}

void TestChannelQueue::anEmptyRawMessageIsSentAtOnce()
{
    Line line;
    QVERIFY(line.open());
    line.channel.send(Message(), 5);
    QTRY_COMPARE(statesOf(line, 5), QList({State::Queued, State::Sent}));
}

void TestChannelQueue::aTicketForAClosedChannelFails()
{
    Line line;
    QVERIFY(line.open());
    line.channel.reset(CloseReason::ClosedByUs);
    line.channel.send(*Framing{}.compose("hi"), 5);
    QTRY_COMPARE(statesOf(line, 5), QList{State::Failed});
    QCOMPARE(line.outcomes.constLast().reason, CloseReason::ClosedByUs);
}

void TestChannelQueue::aPeerThatDoesNotReadIsTooSlow()
{
    ChannelOptions options;
    options.queueLimit = 1024 * 1024;
    Line line(options);
    QVERIFY(line.open());
    peerStopsReading(line);
    const Message message = *Framing{}.compose(QByteArray(100'000, 'x'));

    quint64 ticket = 0;
    qint64 most = 0;
    const bool closed = QTest::qWaitFor([&] {
        if (line.channel.canSend())
            line.channel.send(message, ++ticket);
        most = qMax(most, qint64(line.channel.status().bytesQueued));
        return !line.channel.isOpen();
    });

    QVERIFY(closed);
    QVERIFY(most <= options.queueLimit);
    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::TooSlow);
    QTRY_COMPARE(statesOf(line, ticket), QList{State::Failed});
    QCOMPARE(line.outcomes.constLast().reason, CloseReason::TooSlow);
}

/// A flood can come faster than the system's word that it takes more: here that never comes.
void TestChannelQueue::aPeerThatReadsIsNotTooSlowForWantOfEvents()
{
    ChannelOptions options;
    options.queueLimit = 1024 * 1024;
    Line line(options);
    QVERIFY(line.open());
    const Message message = *Framing{}.compose(QByteArray(100'000, 'x'));
    constexpr int Count = 300;

    quint64 got = 0;
    for (int i = 0; i < Count; ++i) {
        line.channel.send(message);
        while (got < line.channel.status().bytesOut) {
            QVERIFY(line.peer.waitForReadyRead());
            got += quint64(line.peer.readAll().size());
        }
    }

    QVERIFY(line.channel.canSend());
    QCOMPARE(got + line.channel.status().bytesQueued, quint64(Count * message.wire.size()));
}

void TestChannelQueue::aPeerFoundGoneWhileSendingIsToldLater()
{
    ChannelOptions options;
    options.queueLimit = 1024 * 1024;
    Line line(options);
    QVERIFY(line.open());
    line.channel.setReading(false);
    line.peer.write("last\n");
    QTRY_COMPARE(line.channel.askFacts().buffers.unreadHere, 5);
    QSignalSpy closed(&line.channel, &Channel::closed);
    NativeSocket::resetOnClose(line.peer.socketDescriptor());
    line.peer.abort();

    const Message message = *Framing{}.compose(QByteArray(100'000, 'x'));
    while (line.channel.canSend())
        line.channel.send(message);

    QCOMPARE(closed.size(), 0);
    QTRY_VERIFY(line.saw(Kind::Closed));
    QCOMPARE(line.last(Kind::Closed).more().reason, CloseReason::Reset);
    QCOMPARE(line.wire(Kind::Received), "last\n"_ba);
    QCOMPARE(closed.size(), 1);
}

void TestChannelQueue::aSingleMessageMayBeLongerThanTheLimit()
{
    ChannelOptions options;
    options.queueLimit = 1024;
    Line line(options);
    QVERIFY(line.open());

    line.channel.send(*Framing{}.compose(QByteArray(100'000, 'x')), 1);

    QTRY_COMPARE(statesOf(line, 1), QList({State::Queued, State::Sent}));
    QVERIFY(line.channel.isOpen());
}

void TestChannelQueue::tinyMessagesCountTowardsTheLimit()
{
    ChannelOptions options;
    options.queueLimit = MoreThanTcpHolds;
    Line line(options);
    QVERIFY(line.open());
    peerStopsReading(line);
    line.channel.send(*Framing{}.compose(QByteArray(MoreThanTcpHolds, 'x')));
    QTRY_VERIFY(line.channel.status().bytesOut > 0);
    const Message newLine = *Framing{}.compose({});

    qint64 sent = 0;
    for (; line.channel.canSend(); ++sent)
        line.channel.send(newLine);

    QVERIFY(sent > 1);
    QVERIFY(qint64(line.channel.status().bytesQueued) + sent * Channel::MessageOverhead <= options.queueLimit);
    QTRY_VERIFY(!line.channel.isOpen());
}

void TestChannelQueue::whatWasNotSentIsCounted()
{
    ChannelOptions options;
    options.queueLimit = 4 * MoreThanTcpHolds;
    Line line(options);
    QVERIFY(line.open());
    peerStopsReading(line);
    line.channel.send(*Framing{}.compose(QByteArray(MoreThanTcpHolds, 'x')), 1);
    line.channel.send(*Framing{}.compose("never"), 2);
    QTRY_VERIFY(line.channel.status().bytesOut > 0);

    line.channel.close(CloseReason::ClosedByUs, 100ms);

    QTRY_VERIFY(line.saw(Kind::Closed));
    const Record::Details unsent = line.last(Kind::Unsent).more();
    QCOMPARE(unsent.unsentMessages, 2);
    QCOMPARE(unsent.unsentBytes + line.last(Kind::Closed).more().bytesOut, quint64(MoreThanTcpHolds + 1 + 6));
    QCOMPARE(statesOf(line, 1), QList({State::Queued, State::Failed}));
    QCOMPARE(statesOf(line, 2), QList({State::Queued, State::Failed}));
    QVERIFY(!line.saw(Kind::Sent));
}

void TestChannelQueue::echoStopsReadingAPeerThatDoesNotRead()
{
    Line line;
    line.echoes = true;
    QVERIFY(line.open());
    peerStopsReading(line);
    const QByteArray message = QByteArray(999, 'x') + '\n';
    quint64 most = 0;
    connect(&line.channel, &Channel::received, this, [&] { most = qMax(most, line.channel.status().bytesQueued); });

    line.peer.write(message.repeated(3 * MoreThanTcpHolds / 1000));
    QSignalSpy written(&line.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }

    QVERIFY(line.peer.bytesToWrite() > 0);
    QVERIFY(most > 0);
    QVERIFY(most <= quint64(Channel::HighWater + Connection::ReadAtOnce + message.size()));
    QVERIFY(line.channel.isOpen());
}

void TestChannelQueue::echoGoesOnWhenThePeerReadsAgain()
{
    Line line;
    line.echoes = true;
    QVERIFY(line.open());
    peerStopsReading(line);
    const QByteArray message = QByteArray(999, 'x') + '\n';
    const qsizetype size = 2 * MoreThanTcpHolds / 1000 * 1000;
    line.peer.write(message.repeated(size / 1000));
    QSignalSpy written(&line.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }
    QVERIFY(line.peer.bytesToWrite() > 0);
    QVERIFY(line.channel.status().bytesQueued > 0);

    qsizetype back = 0;
    connect(&line.peer, &QTcpSocket::readyRead, &line.peer, [&] { back += line.peer.readAll().size(); });
    line.peer.setReadBufferSize(0);
    back += line.peer.readAll().size();

    QTRY_COMPARE_WITH_TIMEOUT(back, size, 20'000);
}

void TestChannelQueue::pressureStopsReadingAndNothingIsLost()
{
    Line line;
    line.acknowledges = false;
    QVERIFY(line.listener.listen(QHostAddress::LocalHost));
    line.peer.connectToHost(line.listener.serverAddress(), line.listener.serverPort());
    QTRY_COMPARE(line.peer.state(), QAbstractSocket::ConnectedState);
    const QByteArray message = QByteArray(999'999, 'x') + '\n';
    const QByteArray sent = message.repeated(2 * int(BatchQueue::MaxWaitingBytes / message.size()));

    line.peer.write(sent);
    QTRY_VERIFY_WITH_TIMEOUT(line.queue.isPressing(), 20'000);
    const quint64 atPressure = line.channel.status().bytesIn;
    QSignalSpy written(&line.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }
    QVERIFY(line.channel.status().bytesIn <= atPressure + quint64(Connection::ReadPiece));

    line.acknowledges = true;
    line.queue.acknowledge();
    QTRY_COMPARE_WITH_TIMEOUT(line.channel.status().bytesIn, quint64(sent.size()), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(line.wire(Kind::Received).size(), sent.size(), 20'000);
}

QTEST_GUILESS_MAIN(TestChannelQueue)
#include "tst_channelqueue.moc"
