#include "manyclients.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The names of the I/O threads of this program, as the system has them.
static QStringList ioThreads()
{
    QStringList names;
    const QString folder = u"/proc/self/task/"_s;
    const QStringList tasks = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &task : tasks) {
        QFile file(folder + task + u"/comm"_s);
        if (file.open(QIODevice::ReadOnly))
            names.append(QString::fromLatin1(file.readAll().trimmed()));
    }
    return names.filter(u"server-io-"_s);
}

/// What must stay true however many threads serve the sockets.
class TestServerThreads final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServingModes(); }
    void socketsAreSharedOutEvenly();
    void thereIsAThreadForEachClientUpToABound();
    void aThreadWhoseClientHasLeftServesTheNext();
    void anotherNumberHoldsFromTheNextStart();
    void whatWasSentIsWhatWasToldAndEchoed();
    void aFileGoesToAll();
    void theLimitHoldsInABurst();
    void commandsReachTheRightSockets();
    void itTellsWhatServingCosts();
};

void TestServerThreads::socketsAreSharedOutEvenly()
{
    QFETCH_GLOBAL(int, ioThreads);
    QFETCH_GLOBAL(bool, threadPerClient);
    constexpr int Count = 8;
    RunningServer running;
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    QMap<QString, int> served;
    QSet<quint64> systemIds;
    for (SocketId id = 1; id <= Count; ++id) {
        running.server.watch(id);
        QTRY_COMPARE(running.lastFacts().status.id, id);
        ++served[running.lastFacts().thread];
        systemIds.insert(running.lastFacts().threadId.value_or(0));
    }
    const int threads = threadPerClient ? Count : ioThreads;
    QCOMPARE(served.size(), threads);
    for (const int sockets : std::as_const(served))
        QCOMPARE(sockets, Count / threads);
#ifdef Q_OS_LINUX
    QCOMPARE(systemIds.size(), threads);
    QVERIFY(!systemIds.contains(0));
#endif
}

void TestServerThreads::thereIsAThreadForEachClientUpToABound()
{
#ifndef Q_OS_LINUX
    QSKIP("counts threads in /proc");
#endif
    QFETCH_GLOBAL(int, ioThreads);
    QFETCH_GLOBAL(bool, threadPerClient);
    RunningServer running;
    QVERIFY(running.isListening());
    QCOMPARE(::ioThreads().size(), ioThreads);
    Clients clients;
    QVERIFY(connectTo(running, clients, 5));
    QCOMPARE(::ioThreads().size(), threadPerClient ? 5 : ioThreads);
    QVERIFY(connectTo(running, clients, ServerOptions::MaxIoThreads));
    QCOMPARE(::ioThreads().size(), threadPerClient ? ServerOptions::MaxIoThreads : ioThreads);
}

void TestServerThreads::aThreadWhoseClientHasLeftServesTheNext()
{
#ifndef Q_OS_LINUX
    QSKIP("counts threads in /proc");
#endif
    QFETCH_GLOBAL(int, ioThreads);
    QFETCH_GLOBAL(bool, threadPerClient);
    RunningServer running;
    QVERIFY(running.isListening());
    for (SocketId id = 1; id <= 20; ++id) {
        QTcpSocket client;
        client.connectToHost(running.endpoint.address, running.endpoint.port);
        QTRY_VERIFY(running.has(id));
        client.abort();
        QTRY_COMPARE(running.socket(id).state, SocketState::Closed);
    }
    QCOMPARE(::ioThreads().size(), threadPerClient ? 1 : ioThreads);
}

void TestServerThreads::anotherNumberHoldsFromTheNextStart()
{
    RunningServer running(withMode(ServerMode::Echo));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, 6));
    for (const int threads : {3, 1, 2}) {
        QSignalSpy stopped(&running.server, &Server::stopped);
        running.server.stop();
        QVERIFY(stopped.wait());
        running.endpoint = {};
        ServerOptions options = withMode(ServerMode::Echo);
        options.listen.port = 0;
        options.ioThreads = threads;
        running.server.start(options);
        QTRY_VERIFY(running.endpoint.isKnown());
#ifdef Q_OS_LINUX
        QTRY_COMPARE(ioThreads().size(), threads);
#endif
        QTcpSocket client;
        client.connectToHost(running.endpoint.address, running.endpoint.port);
        client.write("hello\n");
        QTRY_COMPARE(client.bytesAvailable(), 6);
    }
}

void TestServerThreads::whatWasSentIsWhatWasToldAndEchoed()
{
    constexpr int Count = 9;
    RunningServer running(withMode(ServerMode::Echo));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    for (int i = 0; i < Count; ++i)
        clients[size_t(i)]->write(numberedLines(i, 2000));
    for (int i = 0; i < Count; ++i) {
        const QByteArray sent = numberedLines(i, 2000);
        QTRY_COMPARE_WITH_TIMEOUT(clients[size_t(i)]->bytesAvailable(), sent.size(), 30'000);
        QVERIFY(clients[size_t(i)]->readAll() == sent);
        QTRY_COMPARE(running.receivedFrom(SocketId(i + 1)).size(), sent.size());
        QVERIFY(running.receivedFrom(SocketId(i + 1)) == sent);
    }
}

void TestServerThreads::aFileGoesToAll()
{
    constexpr int Count = 6;
    constexpr qint64 Size = 700'000;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(Size, 'f')) == Size);
    file.close();
    RunningServer running;
    FileProgress last;
    connect(&running.server, &Server::fileProgressed, this, [&last](const FileProgress &progress) { last = progress; });
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    running.server.sendFile(file.fileName(), {}, 0);
    for (const auto &client : clients)
        QTRY_COMPARE(client->bytesAvailable(), Size);
    QTRY_COMPARE(last.state, FileProgress::State::Done);
    QCOMPARE(last.targets, Count);
    QCOMPARE(last.done, Count);
    QCOMPARE(last.sent, quint64(Count * Size));
    QVERIFY(!running.server.isSendingFile());
}

void TestServerThreads::theLimitHoldsInABurst()
{
    constexpr int Limit = 5;
    ServerOptions options;
    options.admission.maxClients = Limit;
    RunningServer running(options);
    QVERIFY(running.isListening());
    Clients clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(running.endpoint.address, running.endpoint.port);
    }
    QTRY_COMPARE(running.sockets.size(), 21);
    const auto count = [&running](CloseReason reason) {
        return std::count_if(running.sockets.cbegin(), running.sockets.cend(), [reason](const SocketStatus &status) {
            return status.id != ListenerId && status.reason == reason;
        });
    };
    QTRY_COMPARE(count(CloseReason::Limit), 20 - Limit);
    QCOMPARE(count(CloseReason::None), Limit);
}

void TestServerThreads::commandsReachTheRightSockets()
{
    constexpr int Count = 6;
    RunningServer running;
    QList<SendOutcome> outcomes;
    connect(&running.server, &Server::batch, this, [&outcomes](const Batch &batch) { outcomes += batch.outcomes; });
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    running.server.send("to some", {2, 5, 99});
    running.server.close({3});
    running.server.send("to all that are left");
    QTRY_COMPARE(running.socket(3).reason, CloseReason::ClosedByUs);
    for (const int number : {1, 2, 4, 5, 6}) {
        const QByteArray wanted = number == 2 || number == 5 ? "to some\nto all that are left\n"_ba : "to all that are left\n"_ba;
        QTRY_COMPARE(clients[size_t(number - 1)]->bytesAvailable(), wanted.size());
        QCOMPARE(clients[size_t(number - 1)]->readAll(), wanted);
    }
    // The one that is being closed can be gone before the last message comes to its loop.
    const auto countOthers = [&] {
        return std::count_if(outcomes.cbegin(), outcomes.cend(), [](const SendOutcome &told) { return told.socket != 3; });
    };
    QTRY_COMPARE(countOthers(), 2 * 2 + 1 + 2 * 5); // queued and sent; 99 failed
    for (const SendOutcome &outcome : std::as_const(outcomes)) {
        const bool cannot = outcome.socket == 3 || outcome.socket == 99;
        QCOMPARE(outcome.state == SendOutcome::State::Failed, cannot);
    }
}

void TestServerThreads::itTellsWhatServingCosts()
{
    QFETCH_GLOBAL(int, ioThreads);
    QFETCH_GLOBAL(bool, threadPerClient);
    RunningServer running;
    QSignalSpy serving(&running.server, &Server::serving);
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, 3));
    QVERIFY(serving.wait());
    QVERIFY(serving.wait());
    const auto facts = serving.constLast().constFirst().value<ServingFacts>();
    QCOMPARE(facts.threads, threadPerClient ? 3 : ioThreads);
    QVERIFY(facts.worstDelay >= facts.meanDelay);
    QVERIFY(facts.meanDelay.count() > 0);
    QVERIFY(facts.worstDelay < std::chrono::seconds(2));
#ifdef Q_OS_LINUX
    QVERIFY(facts.residentBytes.value_or(0) > 1024 * 1024);
#endif
    QSignalSpy stopped(&running.server, &Server::stopped);
    running.server.stop();
    QVERIFY(stopped.wait());
    serving.clear();
    QVERIFY(!serving.wait(1500));
}

QTEST_GUILESS_MAIN(TestServerThreads)
#include "tst_serverthreads.moc"
