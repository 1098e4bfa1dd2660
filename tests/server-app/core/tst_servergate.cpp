#include "runningserver.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpSocket>

#include <array>

using namespace Qt::StringLiterals;
using Step = StateStep::Kind;

/// Connects, and waits until the system says that it is connected, accepted or not.
static bool connectTo(const RunningServer &running, QTcpSocket &client)
{
    client.connectToHost(running.endpoint.address, running.endpoint.port);
    return client.waitForConnected();
}

static ServerOptions echoing(bool oneAtATime = false)
{
    ServerOptions options;
    options.mode = ServerMode::Echo;
    options.admission.oneAtATime = oneAtATime;
    return options;
}

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// Who is let in and when, whose bytes are read, and what can be watched meanwhile.
class TestServerGate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServingModes(); }
    void whilePausedClientsWaitInTheBacklog();
    void aPauseEndsWithTheNextStart();
    void oneAtATimeTheNextWaitsUntilTheOneBeforeHasLeft();
    void oneAtATimeWaitsForAllThatWereThere();
    void whoIsOneTooManyIsTurnedAway();
    void whoStillWaitsAtTheDoorIsNotLeftThere();
    void everyoneIsLetInWhenTheLimitIsLifted();
    void theBacklogIsTheOneAskedFor();
    void aClientWhoIsNotReadStallsAloneAndLosesNothing();
    void nothingIsToldUntilSomebodyWatches();
    void oneSocketIsWatchedAtATime();
    void theListeningSocketCanBeWatched();
};

void TestServerGate::whilePausedClientsWaitInTheBacklog()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    running.server.setAccepting(false);
    QTRY_VERIFY(running.socket(ListenerId).acceptingPaused);
    running.server.watch(ListenerId);
    std::array<QTcpSocket, 2> clients;
    for (QTcpSocket &client : clients) {
        QVERIFY(connectTo(running, client));
        client.write("hello\n");
    }
#ifdef Q_OS_LINUX
    QTRY_COMPARE(running.lastFacts().backlog.waiting.value_or(0), 2U);
#endif
    QVERIFY(!clients[0].waitForReadyRead(200));
    QVERIFY(!running.has(1));

    running.server.setAccepting(true);

    for (const QTcpSocket &client : clients)
        QTRY_COMPARE(client.bytesAvailable(), 6);
    QTRY_VERIFY(!running.socket(ListenerId).acceptingPaused);
    QCOMPARE(running.stepsOf(ListenerId), QList({Step::Listening, Step::AcceptingPaused, Step::AcceptingResumed}));
}

void TestServerGate::aPauseEndsWithTheNextStart()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    running.server.setAccepting(false);
    QSignalSpy stopped(&running.server, &Server::stopped);
    running.server.stop();
    QVERIFY(stopped.wait());
    QCOMPARE(running.stepsOf(ListenerId), QList({Step::Listening, Step::AcceptingPaused, Step::Closed}));
    running.endpoint = {};
    ServerOptions options = echoing();
    options.listen.port = 0;
    running.server.start(options);
    QVERIFY(running.isListening());
    QTcpSocket client;
    QVERIFY(connectTo(running, client));
    client.write("hello\n");
    QTRY_COMPARE(client.bytesAvailable(), 6);
}

void TestServerGate::oneAtATimeTheNextWaitsUntilTheOneBeforeHasLeft()
{
    RunningServer running(echoing(true));
    QVERIFY(running.isListening());
    std::array<QTcpSocket, 3> clients;
    for (QTcpSocket &client : clients) {
        QVERIFY(connectTo(running, client)); // by the system, all of them
        client.write("hello\n");
    }
    for (size_t i = 0; i < clients.size(); ++i) {
        QTRY_COMPARE(clients[i].bytesAvailable(), 6);
        for (size_t later = i + 1; later < clients.size(); ++later)
            QVERIFY(!clients[later].waitForReadyRead(100));
        QVERIFY(!running.has(SocketId(i + 2)));
        clients[i].disconnectFromHost();
    }
    QTRY_COMPARE(running.socket(3).state, SocketState::Closed);
}

void TestServerGate::oneAtATimeWaitsForAllThatWereThere()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    std::array<QTcpSocket, 2> early;
    for (QTcpSocket &client : early)
        QVERIFY(connectTo(running, client));
    QTRY_VERIFY(running.has(2));
    running.server.setAdmission({.oneAtATime = true});
    running.server.watch(1); // answered after what was asked before: a client can be quicker than a command
    QTRY_VERIFY(!running.facts.isEmpty());
    QTcpSocket late;
    QVERIFY(connectTo(running, late));
    late.write("hello\n");
    early[0].disconnectFromHost();
    QTRY_COMPARE(running.socket(1).state, SocketState::Closed);
    QVERIFY(!late.waitForReadyRead(100));
    early[1].disconnectFromHost();
    QTRY_COMPARE(late.bytesAvailable(), 6);
}

void TestServerGate::whoIsOneTooManyIsTurnedAway()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    QTcpSocket first;
    QVERIFY(connectTo(running, first));
    QTRY_VERIFY(running.has(1));
    running.server.setAdmission({.maxClients = 1});
    QSignalSpy ready(&running.server, &Server::readyToSend);
    running.server.askReady(false); // answered after what was asked before: a client can be quicker than a command
    QVERIFY(ready.wait());
    QTcpSocket second;
    QVERIFY(connectTo(running, second));
    QTRY_COMPARE(running.socket(2).reason, CloseReason::Limit);
    QTRY_COMPARE(second.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(running.socket(1).isOpen());
}

void TestServerGate::whoStillWaitsAtTheDoorIsNotLeftThere()
{
    ServerOptions options = echoing();
    options.admission.maxClients = 1;
    std::array<QTcpSocket, 2> clients;
    {
        RunningServer running(options);
        QVERIFY(running.isListening());
        for (QTcpSocket &client : clients)
            QVERIFY(connectTo(running, client));
        QTRY_VERIFY_WITH_TIMEOUT((running.server.watchListener(true), running.lastFacts().status.calls.accept == 2), 5000);
    }
    for (const QTcpSocket &client : clients)
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void TestServerGate::everyoneIsLetInWhenTheLimitIsLifted()
{
    RunningServer running(echoing(true));
    QVERIFY(running.isListening());
    std::array<QTcpSocket, 3> clients;
    for (QTcpSocket &client : clients)
        QVERIFY(connectTo(running, client));
    QTRY_VERIFY(running.has(1));
    running.server.setAdmission({});
    QTRY_VERIFY(running.has(3));
    QVERIFY(running.socket(1).isOpen());
}

void TestServerGate::theBacklogIsTheOneAskedFor()
{
    ServerOptions options = echoing();
    options.backlog = 3;
    RunningServer running(options);
    QVERIFY(running.isListening());
    running.server.watch(ListenerId);
    QTRY_VERIFY(!running.facts.isEmpty());
    QCOMPARE(running.lastFacts().backlog.size, 3U);
    QCOMPARE(running.lastFacts().status.calls.listen, 1U);
}

void TestServerGate::aClientWhoIsNotReadStallsAloneAndLosesNothing()
{
    ServerOptions options;
    options.framing = Framing{Framing::Kind::Raw};
    RunningServer running(options);
    QVERIFY(running.isListening());
    QTcpSocket stopped;
    QVERIFY(connectTo(running, stopped));
    QTRY_VERIFY(running.has(1));
    QTcpSocket other;
    QVERIFY(connectTo(running, other));
    QTRY_VERIFY(running.has(2));
    QByteArray sent(30'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < sent.size(); ++i)
        sent[i] = char((i * 2654435761U) >> 24);
    running.server.setReading({1}, false);
    QTRY_VERIFY(running.socket(1).readingStopped);

    stopped.write(sent);
    QSignalSpy written(&stopped, &QTcpSocket::bytesWritten);
    while (written.wait(300)) { }
    QVERIFY(stopped.bytesToWrite() > 10'000'000);
    other.write("is heard");
    QTRY_COMPARE(running.receivedFrom(2), "is heard"_ba);
    QCOMPARE(running.socket(1).bytesIn, 0U);
    running.server.setReading({1}, true);

    QTRY_COMPARE_WITH_TIMEOUT(running.socket(1).bytesIn, quint64(sent.size()), 20'000);
    QTRY_COMPARE(running.receivedFrom(1).size(), sent.size());
    QCOMPARE(sha256(running.receivedFrom(1)), sha256(sent));
}

void TestServerGate::nothingIsToldUntilSomebodyWatches()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    QTcpSocket client;
    QVERIFY(connectTo(running, client));
    QTRY_VERIFY(running.has(1));
    QSignalSpy facts(&running.server, &Server::facts);
    QVERIFY(!facts.wait(500));
    running.server.watch(1);
    QTRY_VERIFY(facts.size() >= 3);
    running.server.watch({});
    running.server.askReady(false); // answered after what was asked before
    QSignalSpy ready(&running.server, &Server::readyToSend);
    QVERIFY(ready.wait());
    facts.clear();
    QVERIFY(!facts.wait(500));
}

void TestServerGate::oneSocketIsWatchedAtATime()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    std::array<QTcpSocket, 2> clients;
    for (QTcpSocket &client : clients)
        QVERIFY(connectTo(running, client));
    QTRY_VERIFY(running.has(2));
    running.server.watch(1);
    QTRY_VERIFY(!running.facts.isEmpty());
    running.server.watch(2);
    QTRY_COMPARE(running.lastFacts().status.id, SocketId(2));
    const SocketFacts facts = running.lastFacts();
    QVERIFY(facts.thread.startsWith(u"server-io-"_s));
    QCOMPARE(facts.buffers.unreadHere, 0U);
    clients[1].disconnectFromHost();
    QTRY_COMPARE(running.lastFacts().status.state, SocketState::Closed);
    QCOMPARE(running.lastFacts().status.calls.close, 1U);
}

void TestServerGate::theListeningSocketCanBeWatched()
{
    RunningServer running(echoing());
    QVERIFY(running.isListening());
    running.server.watch(ListenerId);
    QTcpSocket client;
    QVERIFY(connectTo(running, client));
    QTRY_COMPARE(running.lastFacts().status.calls.accept, 1U);
    running.server.stop();
    QTRY_COMPARE(running.lastFacts().status.state, SocketState::Closed);
    QCOMPARE(running.lastFacts().status.calls.close, 1U);
}

QTEST_GUILESS_MAIN(TestServerGate)
#include "tst_servergate.moc"
