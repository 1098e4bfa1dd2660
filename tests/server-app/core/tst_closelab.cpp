#include "rawpeer.h"
#include "runningserver.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using Step = StateStep::Kind;

namespace {
/// These bytes alone, without what the framing adds.
TypedText asIs(const QByteArray &bytes)
{
    return {InputForm::Text, QString::fromLatin1(bytes), LineEnding::None};
}
} // namespace

/// Every way in which a connection ends, as both ends see it: the server, and a client made of system calls.
class TestCloseLab final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServingModes(); }
    void afterOurFinThePeerStillSends();
    void whatIsQueuedGoesOutBeforeOurFin();
    void aCloseIsAnEndForThePeer();
    void aResetIsAnErrorForThePeer();
    void aResetThrowsAwayWhatIsQueued();
    void aResetByThePeerIsToldAsSuch();
    void thePeersFinIsToldBeforeItsClose();
    void ncatSeesOurFin();
    void ncatSeesOurReset();
    void aNumberThatIsNotOpenIsTold();
};

void TestCloseLab::afterOurFinThePeerStillSends()
{
    RunningServer running;
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    running.server.finishWriting({1});

    QVERIFY(peer.recv().isEnd());
    QTRY_COMPARE(running.socket(1).state, SocketState::WeFinished);
    QVERIFY(peer.send("still heard\n"));
    QTRY_COMPARE(running.receivedFrom(1), "still heard\n"_ba);
    peer.close();
    QTRY_COMPARE(running.socket(1).state, SocketState::Closed);
    QCOMPARE(running.socket(1).reason, CloseReason::PeerClosed);
    QCOMPARE(running.stepsOf(1), QList({Step::Accepted, Step::WeFinished, Step::PeerFinished, Step::Closing, Step::Closed}));
}

void TestCloseLab::whatIsQueuedGoesOutBeforeOurFin()
{
    RunningServer running;
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    const QByteArray queued(10'000'000, 'q');
    running.server.send(asIs(queued), {1});
    running.server.finishWriting({1});

    qsizetype got = 0;
    RawPeer::Seen seen = peer.recv();
    for (; !seen.bytes.isEmpty(); seen = peer.recv())
        got += seen.bytes.size();

    QVERIFY(seen.isEnd());
    QCOMPARE(got, queued.size());
}

void TestCloseLab::aCloseIsAnEndForThePeer()
{
    RunningServer running;
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    running.server.close({1});

    QVERIFY(peer.recv().isEnd());
    peer.close();
    QTRY_COMPARE(running.socket(1).state, SocketState::Closed);
    QCOMPARE(running.socket(1).reason, CloseReason::ClosedByUs);
    QCOMPARE(running.stepsOf(1), QList({Step::Accepted, Step::Closing, Step::WeFinished, Step::PeerFinished, Step::Closed}));
    QCOMPARE(running.lastText(1), u"closed by us (0 bytes in, 0 out)"_s);
}

void TestCloseLab::aResetIsAnErrorForThePeer()
{
    RunningServer running;
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    running.server.reset({1});

    QCOMPARE(peer.recv().error, ECONNRESET);
    QTRY_COMPARE(running.socket(1).state, SocketState::Closed);
    QCOMPARE(running.socket(1).reason, CloseReason::ClosedByUs);
    QCOMPARE(running.stepsOf(1), QList({Step::Accepted, Step::ResetByUs, Step::Closed}));
    QCOMPARE(running.lastText(1), u"reset by us, RST (0 bytes in, 0 out)"_s);
}

void TestCloseLab::aResetThrowsAwayWhatIsQueued()
{
    RunningServer running;
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    const QByteArray queued(20'000'000, 'q');
    running.server.send(asIs(queued), {1});
    QVERIFY(peer.hasSomething());
    running.server.reset({1});
    QTRY_COMPARE(running.socket(1).state, SocketState::Closed);

    qsizetype got = 0;
    RawPeer::Seen seen = peer.recv();
    for (; !seen.bytes.isEmpty(); seen = peer.recv())
        got += seen.bytes.size();

    QCOMPARE(seen.error, ECONNRESET);
    QVERIFY(got < queued.size());
}

void TestCloseLab::aResetByThePeerIsToldAsSuch()
{
    RunningServer running;
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    peer.reset();
    QTRY_COMPARE(running.socket(1).state, SocketState::Closed);
    QCOMPARE(running.socket(1).reason, CloseReason::Reset);
    QCOMPARE(running.lastText(1), u"the peer reset the connection (0 bytes in, 0 out)"_s);
    QCOMPARE(running.stepsOf(1), QList({Step::Accepted, Step::Closed}));
}

void TestCloseLab::thePeersFinIsToldBeforeItsClose()
{
    ServerOptions options;
    options.keepHalfOpen = true;
    RunningServer running(options);
    QVERIFY(running.isListening());
    RawPeer peer(running.endpoint);
    QTRY_VERIFY(running.has(1));
    peer.shutdownWrite();
    QTRY_COMPARE(running.socket(1).state, SocketState::PeerFinished);
    running.server.send(asIs("still sent"_ba), {1});
    QCOMPARE(peer.recv().bytes, "still sent"_ba);
    running.server.close({1});
    QVERIFY(peer.recv().isEnd());
    QTRY_COMPARE(running.stepsOf(1), QList({Step::Accepted, Step::PeerFinished, Step::Closing, Step::WeFinished, Step::Closed}));
}

/// ncat with its input held open, and the status that it ends with.
struct Ncat
{
    explicit Ncat(const Endpoint &server)
    {
        process.start(u"ncat"_s, {u"-v"_s, u"127.0.0.1"_s, QString::number(server.port)});
        process.waitForStarted();
    }

    bool hasEnded() { return QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }); }
    static bool isThere() { return !QStandardPaths::findExecutable(u"ncat"_s).isEmpty(); }

    QProcess process;
};

void TestCloseLab::ncatSeesOurFin()
{
    if (!Ncat::isThere())
        QSKIP("ncat is not installed");
    RunningServer running;
    QVERIFY(running.isListening());
    Ncat ncat(running.endpoint);
    QTRY_VERIFY(running.has(1));
    running.server.send("last words"_ba, {1});
    running.server.finishWriting({1});
    QTRY_COMPARE(running.socket(1).state, SocketState::WeFinished);
    ncat.process.write("answer\n");
    QTRY_COMPARE(running.receivedFrom(1), "answer\n"_ba);
    ncat.process.closeWriteChannel();
    QVERIFY(ncat.hasEnded());
    QCOMPARE(ncat.process.exitCode(), 0);
    QCOMPARE(ncat.process.readAllStandardOutput(), "last words\n"_ba);
    QTRY_COMPARE(running.socket(1).reason, CloseReason::PeerClosed);
}

void TestCloseLab::ncatSeesOurReset()
{
    if (!Ncat::isThere())
        QSKIP("ncat is not installed");
    RunningServer running;
    QVERIFY(running.isListening());
    Ncat ncat(running.endpoint);
    QTRY_VERIFY(running.has(1));
    running.server.reset({1});
    QVERIFY(ncat.hasEnded());
    QVERIFY(ncat.process.readAllStandardError().contains("Connection reset by peer"));
}

void TestCloseLab::aNumberThatIsNotOpenIsTold()
{
    RunningServer running;
    QVERIFY(running.isListening());
    running.server.reset({5});
    QTRY_COMPARE(running.records.constLast().kind, Record::Kind::Error);
    QCOMPARE(running.records.constLast().more().text, u"There is no open socket #5."_s);
}

QTEST_GUILESS_MAIN(TestCloseLab)
#include "tst_closelab.moc"
