#include "sessionfixture.h"
#include "storestage.h"

#include <QRandomGenerator>

#include <map>
#include <thread>

using Kind = StoredRecord::Kind;

/// What a thread gathers before the store takes it.
class TestStoreStage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWaitsIsNotInTheStoreYet();
    void settlingPutsItThere();
    void theEndPutsItThere();
    void aLongPieceComesBehindTheShortOnesBefore();
    void moreThanFitsComesInOrder();
    void theTimesAreThoseOfAppending();
    void severalThreadsKeepTheirOrders();

private:
    static QByteArrayList payloadsOf(const std::shared_ptr<TrafficStore> &store)
    {
        QByteArrayList payloads;
        StoreReader(store).forEach(0, store->endNumber(), [&](const StoredRecord &, QByteArrayView payload) {
            payloads.append(payload.toByteArray());
            return true;
        });
        return payloads;
    }

    SessionFixture m_sessions;
};

void TestStoreStage::whatWaitsIsNotInTheStoreYet()
{
    const auto store = m_sessions.create();
    StoreStage stage(store);
    store->flush();
    QVERIFY(store->isFlushed());
    stage.append(Kind::Read, 1, "abc");
    store->flush();
    QCOMPARE(store->endNumber(), RecordNumber(0));
    QVERIFY(!store->isFlushed()); // whoever waits for a silence must know of it
}

void TestStoreStage::settlingPutsItThere()
{
    const auto store = m_sessions.create();
    StoreStage stage(store);
    stage.append(Kind::Read, 1, "abc");
    stage.append(Kind::Write, 2, "de");
    stage.settle();
    store->flush();
    QVERIFY(store->isFlushed());
    QCOMPARE(payloadsOf(store), (QByteArrayList{"abc", "de"}));
    const StoreReader reader(store);
    QCOMPARE(reader.at(0)->kind, Kind::Read);
    QCOMPARE(reader.at(0)->socket, SocketId(1));
    QCOMPARE(reader.at(1)->kind, Kind::Write);
    QCOMPARE(reader.at(1)->socket, SocketId(2));
}

void TestStoreStage::theEndPutsItThere()
{
    const auto store = m_sessions.create();
    {
        StoreStage stage(store);
        stage.append(Kind::Read, 1, "abc");
    }
    store->flush();
    QCOMPARE(payloadsOf(store), QByteArrayList{"abc"});
}

void TestStoreStage::aLongPieceComesBehindTheShortOnesBefore()
{
    const auto store = m_sessions.create();
    const QByteArray longOne(StoreStage::Most, 'l');
    StoreStage stage(store);
    stage.append(Kind::Read, 1, "short");
    stage.append(Kind::Read, 1, longOne);
    store->flush(); // nothing waits
    QVERIFY(store->isFlushed());
    QCOMPARE(payloadsOf(store), (QByteArrayList{"short", longOne}));
}

void TestStoreStage::moreThanFitsComesInOrder()
{
    const auto store = m_sessions.create();
    QRandomGenerator random(7);
    QByteArrayList appended;
    {
        StoreStage stage(store);
        for (qsizetype size = 0; size < 5 * StoreStage::Most; size += appended.constLast().size()) {
            appended.append(QByteArray(1 + random.bounded(1000), char('a' + random.bounded(26))));
            stage.append(Kind::Read, 1, appended.constLast());
        }
    }
    store->flush();
    QCOMPARE(payloadsOf(store), appended);
}

void TestStoreStage::theTimesAreThoseOfAppending()
{
    const auto store = m_sessions.create();
    StoreStage stage(store);
    const qint64 before = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    stage.append(Kind::Read, 1, "a");
    stage.append(Kind::Read, 1, "b");
    const qint64 after = (QDateTime::currentMSecsSinceEpoch() + 1) * 1'000'000;
    stage.settle();
    store->flush();
    const StoreReader reader(store);
    QVERIFY(before <= reader.at(0)->time);
    QVERIFY(reader.at(0)->time <= reader.at(1)->time);
    QVERIFY(reader.at(1)->time <= after);
}

void TestStoreStage::severalThreadsKeepTheirOrders()
{
    constexpr int Threads = 3;
    constexpr int Each = 20'000;
    const auto store = m_sessions.create();
    std::vector<std::thread> threads;
    for (SocketId socket = 1; socket <= Threads; ++socket) {
        threads.emplace_back([&store, socket] {
            StoreStage stage(store);
            for (int i = 0; i < Each; ++i)
                stage.append(Kind::Read, socket, QByteArray::number(i));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    store->flush();
    std::map<SocketId, int> next;
    bool inOrder = true;
    StoreReader(store).forEach(0, store->endNumber(), [&](const StoredRecord &record, QByteArrayView payload) {
        inOrder &= payload.toInt() == next[record.socket]++;
        return true;
    });
    QVERIFY(inOrder);
    for (SocketId socket = 1; socket <= Threads; ++socket)
        QCOMPARE(next[socket], Each);
}

QTEST_GUILESS_MAIN(TestStoreStage)
#include "tst_storestage.moc"
