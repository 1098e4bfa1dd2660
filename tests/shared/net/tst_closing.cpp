#include "endwatch.h"
#include "wire.h"

#include <QSignalSpy>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How a connection ends, and that there is one reason for it.
class TestClosing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResetIsReportedAsReset();
    void bytesBeforeAResetAreReceived();
    void aResetThatAWriteMeetsIsReportedAsReset();
    void aFinAnsweredByCloseIsPeerClosed();
    void finsFromBothSidesArePeerClosed();
    void closingSendsWhatIsQueuedFirst();
    void closingDoesNotWaitForAPeerThatStays();
    void nothingCanBeSentAfterClose();
    void aPeerThatNeverReadsIsResetWhenPatienceEnds();
    void aPeerThatFinishedAndNeverReadsIsNotPeerClosed();
    void aResetAfterOurFinDoesNotChangeTheReason();
    void aResetBeforeAllWasSentIsAReset();
    void finishingWritingSendsOurFinAndGoesOnReading();
    void finishingWritingWaitsForTheQueue();
    void resettingIsSeenByThePeer();
    void theSystemGivingUpIsATimeOut();
};

void TestClosing::aResetIsReportedAsReset()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerResets();
    QTRY_COMPARE(wire.ends, QList{CloseReason::Reset});
    QCOMPARE(wire.peerFins, 0);
    QCOMPARE(wire.connection.state(), SocketState::Closed);
}

void TestClosing::bytesBeforeAResetAreReceived()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peer.write("last words");
    QTRY_COMPARE(wire.received, "last words"_ba);
    wire.peerResets();
    QTRY_COMPARE(wire.ends, QList{CloseReason::Reset});
    QCOMPARE(wire.connection.bytesIn(), 10);
}

void TestClosing::aResetThatAWriteMeetsIsReportedAsReset()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    wire.peerFinishes();
    QTRY_COMPARE(wire.peerFins, 1);
    wire.connection.send(QByteArray(2 * MoreThanTcpHolds, 'x'));
    wire.peerResets();
    QTRY_COMPARE(wire.ends, QList{CloseReason::Reset});
}

void TestClosing::aFinAnsweredByCloseIsPeerClosed()
{
    Wire wire;
    QVERIFY(wire.open());
    connect(&wire.connection, &Connection::peerFinished, &wire.connection,
            [&wire] { wire.connection.close(CloseReason::PeerClosed); });
    wire.peer.disconnectFromHost();
    QTRY_COMPARE(wire.ends, QList{CloseReason::PeerClosed});
    QCOMPARE(wire.peerFins, 1);
}

void TestClosing::finsFromBothSidesArePeerClosed()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.finishWriting();
    wire.peerFinishes();
    QTRY_COMPARE(wire.ends, QList{CloseReason::PeerClosed});
    QCOMPARE(wire.peerFins, 1);
}

void TestClosing::closingSendsWhatIsQueuedFirst()
{
    Wire wire;
    QVERIFY(wire.open());
    const QByteArray bytes = numberedBytes(MoreThanTcpHolds);

    wire.connection.send(bytes);
    wire.connection.close(CloseReason::ClosedByUs);

    QTRY_COMPARE_WITH_TIMEOUT(wire.ends, QList{CloseReason::ClosedByUs}, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(wire.peerReceived.size(), bytes.size(), 20'000);
    QVERIFY(wire.peerReceived == bytes);
}

void TestClosing::closingDoesNotWaitForAPeerThatStays()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    wire.connection.send("unread");
    wire.connection.close(CloseReason::ClosedByUs);
    QTRY_COMPARE(wire.ends, QList{CloseReason::ClosedByUs});
}

void TestClosing::nothingCanBeSentAfterClose()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.send("before");
    wire.connection.close(CloseReason::ClosedByUs);
    wire.connection.send("after");
    QTRY_COMPARE(wire.ends.size(), 1);
    QTRY_COMPARE(wire.peer.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(wire.peerReceived, "before"_ba);
}

void TestClosing::aPeerThatNeverReadsIsResetWhenPatienceEnds()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    QSignalSpy peerReset(new EndWatch(&wire.peer), &EndWatch::reset);

    wire.connection.send(QByteArray(2 * MoreThanTcpHolds, 'x'));
    wire.connection.close(CloseReason::ClosedByUs, 200ms);

    QTRY_COMPARE_WITH_TIMEOUT(wire.ends, QList{CloseReason::ClosedByUs}, 20'000);
    wire.peerReadsAgain();
    QTRY_COMPARE(peerReset.size(), 1);
    QVERIFY(wire.peerReceived.size() < 2 * MoreThanTcpHolds);
}

void TestClosing::aPeerThatFinishedAndNeverReadsIsNotPeerClosed()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    wire.peerFinishes();
    QTRY_COMPARE(wire.peerFins, 1);

    wire.connection.send(QByteArray(2 * MoreThanTcpHolds, 'x'));
    wire.connection.close(CloseReason::PeerClosed, 200ms);

    QTRY_COMPARE_WITH_TIMEOUT(wire.ends, QList{CloseReason::Reset}, 20'000);
}

void TestClosing::aResetAfterOurFinDoesNotChangeTheReason()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    QSignalSpy weFinished(&wire.connection, &Connection::weFinished);

    wire.connection.send("never read");
    wire.connection.close(CloseReason::ClosedByUs);
    QTRY_COMPARE(weFinished.size(), 1);
    wire.peerResets();

    QTRY_COMPARE(wire.ends, QList{CloseReason::ClosedByUs});
}

void TestClosing::aResetBeforeAllWasSentIsAReset()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.peerStopsReading();
    wire.connection.send(QByteArray(2 * MoreThanTcpHolds, 'x'));
    wire.connection.close(CloseReason::ClosedByUs);
    wire.peerResets();
    QTRY_COMPARE(wire.ends, QList{CloseReason::Reset});
}

void TestClosing::finishingWritingSendsOurFinAndGoesOnReading()
{
    Wire wire;
    QVERIFY(wire.open());
    QTcpSocket &peer = wire.peer;
    QSignalSpy peerSawFin(&peer, &QTcpSocket::readChannelFinished);
    wire.connection.finishWriting();
    QCOMPARE(wire.connection.state(), SocketState::WeFinished);
    QVERIFY(!wire.connection.canSend());
    peer.write("still talking");
    peer.flush(); // before it sees our FIN: a QTcpSocket closes then
    QTRY_COMPARE(wire.received, "still talking"_ba);
    QTRY_COMPARE(peerSawFin.size(), 1);
}

void TestClosing::finishingWritingWaitsForTheQueue()
{
    Wire wire;
    QVERIFY(wire.open());
    const QByteArray bytes = numberedBytes(MoreThanTcpHolds);
    wire.connection.send(bytes);
    wire.connection.finishWriting();
    QTRY_COMPARE_WITH_TIMEOUT(wire.peer.state(), QAbstractSocket::UnconnectedState, 20'000);
    QVERIFY(wire.peerReceived + wire.peer.readAll() == bytes);
}

void TestClosing::resettingIsSeenByThePeer()
{
    Wire wire;
    QVERIFY(wire.open());
    wire.connection.reset(CloseReason::TooSlow);
    QCOMPARE(wire.ends, QList{CloseReason::TooSlow});
    QTRY_COMPARE(wire.peer.state(), QAbstractSocket::UnconnectedState);
}

void TestClosing::theSystemGivingUpIsATimeOut()
{
#ifdef Q_OS_LINUX
    Wire wire;
    connect(&wire.listener, &Listener::accepted, this, [](qintptr descriptor) {
        const unsigned int patience = 200; // milliseconds that sent bytes may stay unacknowledged
        QCOMPARE(::setsockopt(int(descriptor), IPPROTO_TCP, TCP_USER_TIMEOUT, &patience, sizeof patience), 0);
    });
    QVERIFY(wire.open());
    wire.peerStopsReading();

    wire.connection.send(QByteArray(2 * MoreThanTcpHolds, 'x'));

    QTRY_COMPARE_WITH_TIMEOUT(wire.ends, QList{CloseReason::TimedOut}, 20'000);
#else
    QSKIP("TCP_USER_TIMEOUT, which makes the system give up soon, is Linux's");
#endif
}

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
