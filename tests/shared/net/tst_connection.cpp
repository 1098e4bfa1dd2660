#include "wire.h"

#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// Receiving and sending. Its end is tst_closing, its beginning tst_connecting.
class TestConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothEndsAreKnown();
    void bytesGoBothWaysAndAreCounted();
    void manySmallMessagesGoOutInFewTurns();
    void whatIsSentAtOnceNeedsNoTurn();
    void nothingIsSentAtOnceBehindWhatIsQueued();
    void nothingIsSentAtOnceAfterOurFin();
    void everythingQueuedReachesAPeerThatHadFinishedBefore();
    void aFinIsToldAfterTheBytesBeforeIt();
    void aFinDoesNotEndTheConnection();
    void aFinThatArrivesWhileReadingIsOffWaits();
    void whileReadingIsOffTheSenderStalls();
    void nothingIsLostByStoppingAndResuming();
    void readingCanBeStoppedFromInsideReceived();
    void resumingBeforeTheConnectIsHarmless();
    void whatArrivedBeforeAdoptionIsReceived();
    void aPeerThatIsGoneBeforeAdoptionIsNoticed();
    void aBadDescriptorIsNotAdopted();
    void anOpenConnectionCanBeDestroyed();
};

void TestConnection::bothEndsAreKnown()
{
    Wire wire;
    QVERIFY(wire.open());

    QCOMPARE(wire.connection.local(), wire.listener.endpoint());
    QCOMPARE(wire.connection.peer(), (Endpoint{wire.peer.localAddress(), wire.peer.localPort()}));
    QCOMPARE(wire.connection.state(), SocketState::Connected);
}

void TestConnection::bytesGoBothWaysAndAreCounted()
{
    Wire wire;
    QVERIFY(wire.open());

    wire.peer.write("question");
    QTRY_COMPARE(wire.received, "question"_ba);
    wire.connection.send("answer");
    QTRY_COMPARE(wire.peerReceived, "answer"_ba);

    QCOMPARE(wire.connection.bytesIn(), 8);
    QCOMPARE(wire.connection.bytesOut(), 6);
    QCOMPARE(wire.connection.bytesQueued(), 0);
}

void TestConnection::manySmallMessagesGoOutInFewTurns()
{
    Wire wire;
    QVERIFY(wire.open());
    constexpr int Messages = 12'000; // 264 kB, which a system holds; Qt divides what is queued into blocks of 16 KiB
    const QByteArray line = "flood line 0123456789\n"_ba;
    for (int i = 0; i < Messages; ++i)
        wire.connection.send(line);

    int turns = 0;
    for (; wire.connection.bytesQueued() > 0 && turns < 100; ++turns)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);

    QVERIFY2(turns <= 4, qPrintable(QString::number(turns)));
    QTRY_COMPARE(wire.peerReceived.size(), Messages * line.size());
}

void TestConnection::whatIsSentAtOnceNeedsNoTurn()
{
    Wire wire;
    QVERIFY(wire.open());
    QSignalSpy sent(&wire.connection, &Connection::sent);

    QCOMPARE(wire.connection.sendNow("at once"), 7);

    QCOMPARE(wire.connection.bytesOut(), 7);
    QCOMPARE(wire.connection.calls().send, 1U);
    QTRY_COMPARE(wire.peerReceived, "at once"_ba);
    QCOMPARE(sent.size(), 0);
}

void TestConnection::nothingIsSentAtOnceBehindWhatIsQueued()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    const QByteArray bytes = numberedBytes(MoreThanTcpHolds);
    const qsizetype taken = wire.connection.sendNow(bytes);
    QVERIFY(taken > 0);
    QVERIFY(taken < bytes.size());

    wire.connection.send(bytes.sliced(taken));
    QCOMPARE(wire.connection.sendNow("too early"), 0);

    wire.peerReadsAgain();
    QTRY_COMPARE_WITH_TIMEOUT(wire.peerReceived.size(), bytes.size(), 20'000);
    QVERIFY(wire.peerReceived == bytes);
    QCOMPARE(wire.connection.sendNow("now"), 3);
}

void TestConnection::nothingIsSentAtOnceAfterOurFin()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.finishWriting();
    QCOMPARE(wire.connection.sendNow("late"), 0);
}

void TestConnection::everythingQueuedReachesAPeerThatHadFinishedBefore()
{
    Wire wire;
    QVERIFY(wire.open());
    const QByteArray bytes = numberedBytes(MoreThanTcpHolds);

    wire.peerFinishes();
    QTRY_COMPARE(wire.peerFins, 1);
    wire.connection.send(bytes);
    wire.connection.close(CloseReason::PeerClosed);

    QTRY_COMPARE_WITH_TIMEOUT(wire.ends, QList{CloseReason::PeerClosed}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(wire.countPeerReceived(), bytes.size(), 20'000);
    QVERIFY(wire.peerReceived == bytes);
    QCOMPARE(wire.connection.bytesOut(), quint64(bytes.size()));
}

void TestConnection::aFinIsToldAfterTheBytesBeforeIt()
{
    Wire wire;
    QVERIFY(wire.open());
    QByteArray beforeFin;
    connect(&wire.connection, &Connection::peerFinished, this, [&] { beforeFin = wire.received; });
    const QByteArray bytes = numberedBytes(300'000);

    wire.peer.write(bytes);
    QTRY_COMPARE(wire.peer.bytesToWrite(), 0);
    wire.peerFinishes();

    QTRY_COMPARE(wire.peerFins, 1);
    QVERIFY(beforeFin == bytes);
}

void TestConnection::aFinDoesNotEndTheConnection()
{
    Wire wire;
    QVERIFY(wire.open());

    wire.peerFinishes();
    QTRY_COMPARE(wire.connection.state(), SocketState::PeerFinished);
    wire.connection.send("still here");

    QTRY_COMPARE(wire.peerReceived, "still here"_ba);
    QCOMPARE(wire.ends.size(), 0);
}

void TestConnection::aFinThatArrivesWhileReadingIsOffWaits()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.setReading(false);

    wire.peer.write("last words");
    QTRY_COMPARE(wire.peer.bytesToWrite(), 0);
    wire.peerFinishes();
    wire.connection.send("meanwhile");
    QTRY_COMPARE(wire.peerReceived, "meanwhile"_ba);
    QCOMPARE(wire.peerFins, 0);
    wire.connection.setReading(true);

    QTRY_COMPARE(wire.peerFins, 1);
    QCOMPARE(wire.received, "last words"_ba);
}

void TestConnection::whileReadingIsOffTheSenderStalls()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.setReading(false);

    wire.peer.write(QByteArray(2 * MoreThanTcpHolds, 'x'));
    QSignalSpy written(&wire.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }

    QVERIFY(wire.peer.bytesToWrite() > MoreThanTcpHolds);
    QCOMPARE(wire.connection.bytesIn(), 0);
}

void TestConnection::nothingIsLostByStoppingAndResuming()
{
    Wire wire;
    QVERIFY(wire.open());
    const QByteArray bytes = numberedBytes(MoreThanTcpHolds);
    int stops = 0;
    connect(&wire.connection, &Connection::received, this, [&] {
        if (++stops % 16 != 0)
            return;
        wire.connection.setReading(false);
        QTimer::singleShot(1, &wire.connection, [&wire] { wire.connection.setReading(true); });
    });

    wire.peer.write(bytes);

    QTRY_COMPARE_WITH_TIMEOUT(wire.received.size(), bytes.size(), 20'000);
    QVERIFY(wire.received == bytes);
}

void TestConnection::readingCanBeStoppedFromInsideReceived()
{
    Wire wire;
    QVERIFY(wire.open());
    connect(&wire.connection, &Connection::received, this, [&] { wire.connection.setReading(false); });

    wire.peer.write(QByteArray(MoreThanTcpHolds, 'x'));
    QSignalSpy written(&wire.peer, &QTcpSocket::bytesWritten);
    while (written.wait(500)) { }

    QVERIFY(wire.received.size() > 0);
    QVERIFY(wire.received.size() <= Connection::ReadAtOnce);
}

void TestConnection::resumingBeforeTheConnectIsHarmless()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    Connection connection;
    QSignalSpy connected(&connection, &Connection::connected);

    connection.setReading(false);
    connection.setReading(true);
    QCoreApplication::sendPostedEvents(&connection);
    connection.connectTo(u"127.0.0.1"_s, listener.serverPort());

    QVERIFY(connected.wait());
}

void TestConnection::whatArrivedBeforeAdoptionIsReceived()
{
    Wire wire;
    QVERIFY(wire.listener.listen(QHostAddress::LocalHost));
    wire.listener.pauseAccepting();
    wire.peer.connectToHost(wire.listener.serverAddress(), wire.listener.serverPort());
    QTRY_COMPARE(wire.peer.state(), QAbstractSocket::ConnectedState);
    wire.peer.write("early");
    QTRY_COMPARE(wire.peer.bytesToWrite(), 0);
    wire.peerFinishes();

    wire.listener.resumeAccepting();

    QTRY_COMPARE(wire.peerFins, 1);
    QCOMPARE(wire.received, "early"_ba);
}

void TestConnection::aPeerThatIsGoneBeforeAdoptionIsNoticed()
{
    Wire wire;
    QVERIFY(wire.listener.listen(QHostAddress::LocalHost));
    wire.listener.pauseAccepting();
    wire.peer.connectToHost(wire.listener.serverAddress(), wire.listener.serverPort());
    QTRY_COMPARE(wire.peer.state(), QAbstractSocket::ConnectedState);
    wire.peerResets();

    wire.listener.resumeAccepting();

    QTRY_COMPARE(wire.ends, QList{CloseReason::Reset});
}

void TestConnection::aBadDescriptorIsNotAdopted()
{
    Connection connection;
    QVERIFY(!connection.adopt(-1));
    QVERIFY(!connection.canSend());
}

void TestConnection::anOpenConnectionCanBeDestroyed()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    auto connection = std::make_unique<Connection>();
    QSignalSpy connected(connection.get(), &Connection::connected);
    int ends = 0;
    connect(connection.get(), &Connection::closed, this, [&ends] { ++ends; });
    connection->connectTo(u"127.0.0.1"_s, listener.serverPort());
    QVERIFY(connected.wait());

    connection.reset();

    QCOMPARE(ends, 0);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
