#include "batchqueue.h"
#include "iothread.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

static Record recordOf(SocketId socket, const QByteArray &wire)
{
    Message message;
    message.wire = wire;
    return Record::of(Record::Kind::Received, socket, message);
}

class FixedStatus final : public StatusSource
{
public:
    SocketStatus status() const override
    {
        SocketStatus status;
        status.id = 7;
        return status;
    }
};

/// A queue that several threads fill, each its own lane.
class TestBatchLanes final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void recordsComeInTheOrderInWhichTheyWereMade();
    void whatLedToAnotherComesFirst();
    void manyAtOnceComeWholeAndInOrder();
    void aLastStatusFollowsTheRecordsBeforeIt();
    void allLanesTogetherPress();
    void whatIsLeftBehindIsNotLost();
    void aLaneThatGoesHoldsNobodyUp();
    void noEmptyBatchIsTold();

private:
    BatchLane *lane(size_t index) const { return m_lanes.at(index); }
    static void append(BatchLane *lane, const Record &record)
    {
        QMetaObject::invokeMethod(lane, [lane, record] { lane->append(record); }, Qt::BlockingQueuedConnection);
    }

    std::unique_ptr<BatchQueue> m_queue;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::vector<BatchLane *> m_lanes; // one in each thread
    QList<Record> m_records;
    QList<SocketStatus> m_statuses;
    int m_batches = 0;
};

void TestBatchLanes::init()
{
    m_records.clear();
    m_statuses.clear();
    m_batches = 0;
    m_queue = std::make_unique<BatchQueue>();
    for (int i = 0; i < 3; ++i) {
        m_threads.push_back(std::make_unique<IoThread>(u"lane-%1"_s.arg(i)));
        m_lanes.push_back(m_threads.back()->make<BatchLane>(m_queue->backlog()));
        m_queue->add(m_lanes.back());
    }
    connect(m_queue.get(), &BatchQueue::ready, this, [this](const Batch &batch) {
        m_records += batch.records;
        m_statuses += batch.sockets;
        ++m_batches;
        m_queue->acknowledge();
    });
}

void TestBatchLanes::cleanup()
{
    m_threads.clear();
    m_lanes.clear();
    m_queue.reset();
}

void TestBatchLanes::recordsComeInTheOrderInWhichTheyWereMade()
{
    for (int i = 0; i < 30; ++i)
        append(lane(size_t(i * 7 % 3)), recordOf(1, QByteArray::number(i)));
    QTRY_COMPARE(m_records.size(), 30);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(m_records.at(i).message.wire, QByteArray::number(i));
}

/// One lane passes a message on to the next, which passes it on; the effect is never told before its cause.
void TestBatchLanes::whatLedToAnotherComesFirst()
{
    constexpr int Messages = 20'000;
    for (int i = 0; i < Messages; ++i) {
        const QByteArray wire = QByteArray::number(i);
        QMetaObject::invokeMethod(lane(0), [this, wire] {
            lane(0)->append(recordOf(1, wire));
            QMetaObject::invokeMethod(lane(1), [this, wire] {
                lane(1)->append(recordOf(2, wire));
                QMetaObject::invokeMethod(lane(2), [this, wire] { lane(2)->append(recordOf(3, wire)); });
            });
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_records.size(), 3 * Messages, 30'000);
    QHash<QByteArray, SocketId> last;
    for (const Record &record : std::as_const(m_records)) {
        QCOMPARE(record.socket, last.value(record.message.wire, 0) + 1);
        last[record.message.wire] = record.socket;
    }
}

void TestBatchLanes::manyAtOnceComeWholeAndInOrder()
{
    constexpr int Each = 40'000;
    for (size_t i = 0; i < 3; ++i) {
        QMetaObject::invokeMethod(lane(i), [lane = lane(i), i] {
            for (int n = 0; n < Each; ++n)
                lane->append(recordOf(SocketId(i), QByteArray::number(n)));
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_records.size(), 3 * Each, 30'000);
    std::array<int, 3> next{};
    for (const Record &record : std::as_const(m_records))
        QCOMPARE(record.message.wire.toInt(), next[size_t(record.socket)]++);
    QVERIFY(m_batches >= 3 * Each / (2 * BatchQueue::MaxRecordsPerBatch));
}

void TestBatchLanes::aLastStatusFollowsTheRecordsBeforeIt()
{
    QMetaObject::invokeMethod(lane(1), [lane = lane(1)] {
        for (int n = 0; n < 2 * BatchQueue::MaxRecordsPerBatch; ++n)
            lane->append(recordOf(7, "x"));
        const FixedStatus source;
        lane->finish(&source);
    });
    append(lane(2), recordOf(8, "y"));
    QTRY_VERIFY(!m_statuses.isEmpty());
    QVERIFY(m_records.size() >= 2 * BatchQueue::MaxRecordsPerBatch);
    QCOMPARE(m_statuses.size(), 1);
}

void TestBatchLanes::allLanesTogetherPress()
{
    QSignalSpy pressure(m_queue.get(), &BatchQueue::pressureChanged);
    const QByteArray megabyte(1024 * 1024, 'x');
    const int each = int(BatchQueue::MaxWaitingBytes / megabyte.size() / 3) + 1; // none has too much by itself
    for (size_t i = 0; i < 3; ++i) {
        for (int n = 0; n < each; ++n)
            append(lane(i), recordOf(1, megabyte)); // this thread, the queue's, does nothing else meanwhile
    }
    QVERIFY(m_queue->isPressing());
    QVERIFY(lane(0)->isPressing());
    QTRY_VERIFY(!m_queue->isPressing());
    QCOMPARE(pressure.constFirst().constFirst().toBool(), true);
    QCOMPARE(pressure.constLast().constFirst().toBool(), false);
    QTRY_COMPARE(m_records.size(), 3 * each);
}

void TestBatchLanes::whatIsLeftBehindIsNotLost()
{
    // The first lane has more than its share, so what the second made later has to wait for it.
    QMetaObject::invokeMethod(lane(0), [lane = lane(0)] {
        for (int n = 0; n < 3 * BatchQueue::MaxRecordsPerBatch; ++n)
            lane->append(recordOf(1, "x"));
    }, Qt::BlockingQueuedConnection);
    append(lane(1), recordOf(2, "later"));
    QTRY_COMPARE(m_records.size(), 3 * BatchQueue::MaxRecordsPerBatch + 1);
    QCOMPARE(m_records.constLast().socket, SocketId(2));
}

void TestBatchLanes::aLaneThatGoesHoldsNobodyUp()
{
    append(lane(0), recordOf(1, "a"));
    QTRY_COMPARE(m_records.size(), 1);
    m_queue->remove(lane(2));
    m_threads.pop_back();
    m_lanes.pop_back();
    append(lane(1), recordOf(2, "b"));
    QTRY_COMPARE(m_records.size(), 2);
}

void TestBatchLanes::noEmptyBatchIsTold()
{
    append(lane(0), recordOf(1, "a"));
    append(lane(1), recordOf(1, "b"));
    QTRY_COMPARE(m_records.size(), 2);
    QSignalSpy ready(m_queue.get(), &BatchQueue::ready);
    QVERIFY(!ready.wait(300));
}

QTEST_GUILESS_MAIN(TestBatchLanes)
#include "tst_batchlanes.moc"
