#include "manyclients.h"
#include "storereader.h"

#include <QTemporaryDir>

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

/// What is passed on, however many threads serve the sockets.
class TestRelaying final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServingModes(); }
    void aRelayedMessageReachesEveryOtherClientInOrder();
    void oneOfVeryManyReachesAllOthersInOrder();
    void whatWasReadIsRecordedBeforeWhatFollowsFromIt();
    void aStalledClientDelaysNobody();
    void floodsTowardsEachOtherEndWhole();
};

void TestRelaying::aRelayedMessageReachesEveryOtherClientInOrder()
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
void TestRelaying::oneOfVeryManyReachesAllOthersInOrder()
{
    constexpr int Count = 300;
    constexpr int Lines = 400;
    RunningServer running(withMode(ServerMode::Relay));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, 1));
    for (size_t i = 1; i < Count; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(running.endpoint.address, running.endpoint.port);
    }
    QTRY_VERIFY_WITH_TIMEOUT(running.has(Count), 30'000);
    const QByteArray lines = numberedLines(0, Lines);
    clients[0]->write(lines);
    for (size_t i = 1; i < Count; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(clients[i]->bytesAvailable(), lines.size(), 30'000);
        QVERIFY(clients[i]->readAll() == lines);
    }
    QCOMPARE(clients[0]->bytesAvailable(), 0);
}

/// Whichever thread read it, and whichever sent it on.
void TestRelaying::whatWasReadIsRecordedBeforeWhatFollowsFromIt()
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
void TestRelaying::aStalledClientDelaysNobody()
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
void TestRelaying::floodsTowardsEachOtherEndWhole()
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

QTEST_GUILESS_MAIN(TestRelaying)
#include "tst_relaying.moc"
