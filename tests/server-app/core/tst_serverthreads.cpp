#include "runningserver.h"
#include "storereader.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using Clients = std::vector<std::unique_ptr<QTcpSocket>>;

static ServerOptions withMode(ServerMode mode)
{
    ServerOptions options;
    options.mode = mode;
    return options;
}

/// Clients one after the other, so that their numbers are those of their order.
static bool connectTo(RunningServer &running, Clients &clients, int count)
{
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(running.endpoint.address, running.endpoint.port);
        if (!clients.back()->waitForConnected())
            return false;
        if (!QTest::qWaitFor([&] { return running.has(SocketId(clients.size())); }))
            return false;
    }
    return true;
}

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
    void aRelayedMessageReachesEveryOtherClientInOrder();
    void oneOfVeryManyReachesAllOthersInOrder();
    void whatWasReadIsRecordedBeforeWhatFollowsFromIt();
    void aStalledClientDelaysNobody();
    void floodsTowardsEachOtherEndWhole();
    void aFileGoesToAll();
    void stoppingWhileBusyEndsWithEverySocketClosed_data();
    void stoppingWhileBusyEndsWithEverySocketClosed();
    void destroyingABusyServerIsClean();
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

/// Lines of random lengths, each with the number of its client and its own.
static QByteArray numberedLines(int client, int count)
{
    QRandomGenerator random(quint32(client + 1));
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        bytes += QByteArray::number(client) + ' ' + QByteArray::number(i) + ' ';
        bytes += QByteArray(qsizetype(random.bounded(400)), 'x') + '\n';
    }
    return bytes;
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

/// Whether what a client got is what each other one sent, each in its order.
static bool isWhole(const QByteArray &got, int self, int clients, int lines)
{
    std::vector<int> next(size_t(clients), 0);
    const QList<QByteArray> all = got.split('\n');
    for (const QByteArray &line : all) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 3)
            continue;
        const int from = words[0].toInt();
        if (from == self || words[1].toInt() != next[size_t(from)]++)
            return false;
    }
    for (int from = 0; from < clients; ++from) {
        if (from != self && next[size_t(from)] != lines)
            return false;
    }
    return true;
}

void TestServerThreads::aRelayedMessageReachesEveryOtherClientInOrder()
{
    constexpr int Count = 9;
    constexpr int Lines = 500;
    RunningServer running(withMode(ServerMode::Relay));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    qint64 all = 0;
    for (int i = 0; i < Count; ++i) {
        const QByteArray lines = numberedLines(i, Lines);
        clients[size_t(i)]->write(lines);
        all += lines.size();
    }
    for (int i = 0; i < Count; ++i) {
        const qint64 own = numberedLines(i, Lines).size();
        QTRY_COMPARE_WITH_TIMEOUT(clients[size_t(i)]->bytesAvailable(), all - own, 30'000);
        QVERIFY(isWhole(clients[size_t(i)]->readAll(), i, Count, Lines));
    }
}

/// With so many on one loop what is passed on waits in its own inbox.
void TestServerThreads::oneOfVeryManyReachesAllOthersInOrder()
{
    constexpr int Count = 300;
    constexpr int Lines = 400;
    ServerOptions options = withMode(ServerMode::Relay);
    options.ioThreads = 1;
    RunningServer running(options);
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    const QByteArray lines = numberedLines(0, Lines);
    clients[0]->write(lines);
    for (size_t i = 1; i < Count; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(clients[i]->bytesAvailable(), lines.size(), 30'000);
        QVERIFY(clients[i]->readAll() == lines);
    }
    QCOMPARE(clients[0]->bytesAvailable(), 0);
}

/// Whichever thread read it, and whichever sent it on.
void TestServerThreads::whatWasReadIsRecordedBeforeWhatFollowsFromIt()
{
    constexpr int Lines = 2000;
    const QTemporaryDir folder;
    QString error;
    const std::shared_ptr<TrafficStore> store = TrafficStore::create(folder.path(), TrafficStore::DefaultDiskLimit, &error);
    QVERIFY2(store, qPrintable(error));
    RunningServer running(withMode(ServerMode::Relay), store);
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, 3));
    const QByteArray lines = numberedLines(0, Lines);
    for (const QByteArray &line : lines.split('\n')) {
        clients[0]->write(line.isEmpty() ? line : line + '\n');
        clients[0]->flush();
    }
    for (size_t i = 1; i < 3; ++i)
        QTRY_COMPARE_WITH_TIMEOUT(clients[i]->bytesAvailable(), lines.size(), 30'000);

    QMap<SocketId, qint64> written;
    qint64 read = 0;
    bool inOrder = true;
    const auto look = [&] {
        store->flush();
        written.clear();
        read = 0;
        StoreReader(store).forEach(0, store->endNumber(), [&](const StoredRecord &record, QByteArrayView payload) {
            if (record.kind == StoredRecord::Kind::Read)
                read += payload.size();
            else if (record.kind == StoredRecord::Kind::Write)
                inOrder &= (written[record.socket] += payload.size()) <= read;
            return true;
        });
        return written.value(2) == lines.size() && written.value(3) == lines.size();
    };
    QTRY_VERIFY(look());
    QCOMPARE(read, lines.size());
    QVERIFY(inOrder);
}

/// One takes nothing: it ends as too slow, and the others get all that there is, in order.
void TestServerThreads::aStalledClientDelaysNobody()
{
    constexpr int Lines = 60'000;
    ServerOptions options = withMode(ServerMode::Relay);
    options.queueLimit = 6'000'000; // half of the flood
    RunningServer running(options);
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, 1));
    clients[0]->setReadBufferSize(1);
    QVERIFY(connectTo(running, clients, 4));
    const QByteArray lines = numberedLines(1, Lines);
    QList<QByteArray> got(3);
    for (size_t i = 0; i < 3; ++i) {
        QTcpSocket *client = clients[i + 2].get();
        connect(client, &QTcpSocket::readyRead, client, [client, bytes = &got[qsizetype(i)]] { *bytes += client->readAll(); });
    }
    clients[1]->write(lines);
    for (const QByteArray &bytes : std::as_const(got))
        QTRY_COMPARE_WITH_TIMEOUT(bytes.size(), lines.size(), 30'000);
    for (const QByteArray &bytes : std::as_const(got))
        QVERIFY(bytes == lines);
    QTRY_COMPARE(running.socket(1).reason, CloseReason::TooSlow);
    for (SocketId id = 2; id <= 5; ++id)
        QVERIFY(running.socket(id).isOpen());
}

/// Each loop's inbox fills up while its own clients fill those of the others.
void TestServerThreads::floodsTowardsEachOtherEndWhole()
{
    constexpr int Count = 4;
    constexpr int Lines = 20'000;
    RunningServer running(withMode(ServerMode::Relay));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    qint64 all = 0;
    QList<QByteArray> got(Count);
    for (int i = 0; i < Count; ++i) {
        QTcpSocket *client = clients[size_t(i)].get();
        connect(client, &QTcpSocket::readyRead, client, [client, bytes = &got[i]] { *bytes += client->readAll(); });
        const QByteArray lines = numberedLines(i, Lines);
        all += lines.size();
        client->write(lines);
    }
    for (int i = 0; i < Count; ++i) {
        const qint64 own = numberedLines(i, Lines).size();
        QTRY_COMPARE_WITH_TIMEOUT(got.at(i).size(), all - own, 60'000);
        QVERIFY(isWhole(got.at(i), i, Count, Lines));
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

void TestServerThreads::stoppingWhileBusyEndsWithEverySocketClosed_data()
{
    QTest::addColumn<bool>("now");
    QTest::newRow("in order") << false;
    QTest::newRow("at once") << true;
}

void TestServerThreads::stoppingWhileBusyEndsWithEverySocketClosed()
{
    QFETCH(bool, now);
    constexpr int Count = 8;
    RunningServer running(withMode(ServerMode::Relay));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    const QByteArray lines = numberedLines(0, 1000);
    for (const auto &client : clients) {
        connect(client.get(), &QTcpSocket::readyRead, client.get(), [raw = client.get()] { raw->readAll(); });
        connect(client.get(), &QTcpSocket::bytesWritten, client.get(), [raw = client.get(), lines] { raw->write(lines); });
        client->write(lines);
    }
    QTRY_VERIFY(running.socket(Count).bytesOut > 100'000);
    QSignalSpy stopped(&running.server, &Server::stopped);
    now ? running.server.stopNow() : running.server.stop();
    QVERIFY(stopped.wait(20'000));
    for (SocketId id = 1; id <= Count; ++id)
        QCOMPARE(running.socket(id).state, SocketState::Closed);
    QCOMPARE(running.socket(ListenerId).state, SocketState::Closed);
    QCOMPARE(running.records.constLast().kind, Record::Kind::Stopped);
    const auto isClosed = [](const Record &record) { return record.kind == Record::Kind::Closed; };
    QCOMPARE(std::count_if(running.records.cbegin(), running.records.cend(), isClosed), Count);
}

void TestServerThreads::destroyingABusyServerIsClean()
{
    Clients clients;
    {
        RunningServer running(withMode(ServerMode::Relay));
        QVERIFY(running.isListening());
        QVERIFY(connectTo(running, clients, 8));
        for (const auto &client : clients)
            client->write(numberedLines(0, 20'000));
        QTRY_VERIFY(running.socket(8).bytesOut > 10'000);
    }
    for (const auto &client : clients)
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
}

void TestServerThreads::theLimitHoldsInABurst()
{
    constexpr int Limit = 5;
    ServerOptions options;
    options.maxClients = Limit;
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
