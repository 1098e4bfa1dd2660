#include "batchqueue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

static Record recordOf(const QByteArray &wire)
{
    Message message;
    message.wire = wire;
    return Record::of(Record::Kind::Received, 1, message);
}

class FixedStatus final : public StatusSource
{
public:
    SocketStatus status() const override
    {
        ++asked;
        SocketStatus status;
        status.id = 7;
        status.bytesIn = bytesIn;
        return status;
    }

    quint64 bytesIn = 0;
    mutable int asked = 0;
};

class TestBatchQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void recordsArriveInOrderAndTogether();
    void nothingIsDeliveredWhenNothingHappened();
    void theNextBatchWaitsForTheAcknowledgement();
    void aBatchIsBounded();
    void tooManyBytesPressAndDeliveryRelieves();
    void tooManyRecordsPress();
    void deliveredRecordsAreLetGoWhileOthersWait();
    void aStatusIsToldOncePerBatch();
    void aRecordDoesNotWaitForTheCounters();
    void theLastStatusOutlivesItsSource();
    void outcomesAreDelivered();
    void messagesAreCountedOnce();

private:
    Batch batch(qsizetype index) const { return m_ready->at(index).constFirst().value<Batch>(); }

    std::unique_ptr<BatchQueue> m_queue;
    std::unique_ptr<QSignalSpy> m_ready;
    std::unique_ptr<QSignalSpy> m_pressure;
};

void TestBatchQueue::messagesAreCountedOnce()
{
    QTemporaryDir dir;
    QString problem;
    m_queue->setStore(TrafficStore::create(dir.path(), TrafficStore::DefaultDiskLimit, &problem));
    QVERIFY2(m_queue->lane()->hasStore(), qPrintable(problem));
    m_queue->lane()->addRead(1, "a\nb\n");
    m_queue->lane()->append(recordOf("a\n"));
    m_queue->lane()->append(recordOf("b\n"));
    m_queue->lane()->append(Record::of(Record::Kind::PeerFinished, 1));
    QVERIFY(m_ready->wait());
    QCOMPARE(batch(0).messages, 2U);
    m_queue->acknowledge();
    m_queue->lane()->append(Record::of(Record::Kind::Closed, 1));
    QVERIFY(m_ready->wait());
    QCOMPARE(batch(1).messages, 0U);
}

void TestBatchQueue::init()
{
    m_queue = std::make_unique<BatchQueue>();
    m_ready = std::make_unique<QSignalSpy>(m_queue.get(), &BatchQueue::ready);
    m_pressure = std::make_unique<QSignalSpy>(m_queue.get(), &BatchQueue::pressureChanged);
}

void TestBatchQueue::cleanup()
{
    m_pressure.reset();
    m_ready.reset();
    m_queue.reset();
}

void TestBatchQueue::recordsArriveInOrderAndTogether()
{
    m_queue->lane()->append(recordOf("a"));
    m_queue->lane()->append(recordOf("b"));
    QVERIFY(m_ready->wait());

    QCOMPARE(batch(0).records.size(), 2);
    QCOMPARE(batch(0).records.at(0).message.wire, "a"_ba);
    QCOMPARE(batch(0).records.at(1).message.wire, "b"_ba);
}

void TestBatchQueue::nothingIsDeliveredWhenNothingHappened()
{
    m_queue->lane()->append(recordOf("a"));
    QVERIFY(m_ready->wait());
    m_queue->acknowledge();

    QVERIFY(!m_ready->wait(300));
}

void TestBatchQueue::theNextBatchWaitsForTheAcknowledgement()
{
    m_queue->lane()->append(recordOf("a"));
    QVERIFY(m_ready->wait());
    m_queue->lane()->append(recordOf("b"));
    QVERIFY(!m_ready->wait(200));

    m_queue->acknowledge();
    QVERIFY(m_ready->wait());

    QCOMPARE(batch(1).records.constFirst().message.wire, "b"_ba);
}

void TestBatchQueue::aBatchIsBounded()
{
    for (int i = 0; i < BatchQueue::MaxRecordsPerBatch + 5; ++i)
        m_queue->lane()->append(recordOf(QByteArray::number(i)));
    QVERIFY(m_ready->wait());
    m_queue->acknowledge();
    QVERIFY(m_ready->wait());

    QCOMPARE(batch(0).records.size(), BatchQueue::MaxRecordsPerBatch);
    QCOMPARE(batch(0).records.constLast().message.wire, QByteArray::number(BatchQueue::MaxRecordsPerBatch - 1));
    QCOMPARE(batch(1).records.size(), 5);
    QCOMPARE(batch(1).records.constFirst().message.wire, QByteArray::number(BatchQueue::MaxRecordsPerBatch));
}

void TestBatchQueue::tooManyBytesPressAndDeliveryRelieves()
{
    const QByteArray megabyte(1024 * 1024, 'x');
    for (qint64 bytes = 0; bytes < BatchQueue::MaxWaitingBytes; bytes += megabyte.size())
        m_queue->lane()->append(recordOf(megabyte));
    QVERIFY(!m_queue->isPressing());

    m_queue->lane()->append(recordOf(megabyte));
    QCOMPARE(m_pressure->size(), 1);
    QVERIFY(m_queue->isPressing());
    while (m_queue->isPressing()) {
        QVERIFY(m_ready->wait());
        QVERIFY(batch(m_ready->size() - 1).records.size() <= BatchQueue::MaxBytesPerBatch / megabyte.size());
        m_queue->acknowledge();
    }

    QCOMPARE(m_pressure->size(), 2);
}

void TestBatchQueue::tooManyRecordsPress()
{
    const Record record = recordOf("x");
    for (int i = 0; i <= BatchQueue::MaxWaitingRecords; ++i)
        m_queue->lane()->append(record);
    QVERIFY(m_queue->isPressing());

    qsizetype waiting = BatchQueue::MaxWaitingRecords + 1;
    while (m_queue->isPressing()) {
        QVERIFY(m_ready->wait());
        waiting -= batch(m_ready->size() - 1).records.size();
        m_queue->acknowledge();
    }

    QVERIFY(waiting < BatchQueue::MaxWaitingRecords / 2);
    QVERIFY(waiting > 0);
}

void TestBatchQueue::deliveredRecordsAreLetGoWhileOthersWait()
{
    Record first = recordOf("first");
    QWeakPointer<const Record::Details> witness;
    {
        Record::Details details;
        details.text = u"seen"_s;
        const Record withDetails = Record::of(Record::Kind::Error, 1, details);
        witness = withDetails.details;
        m_queue->lane()->append(withDetails);
    }
    for (int i = 0; i < 2 * BatchQueue::MaxRecordsPerBatch; ++i)
        m_queue->lane()->append(first);
    QVERIFY(m_ready->wait());

    m_ready->clear(); // the receiver is done with it

    QVERIFY(witness.isNull());
}

void TestBatchQueue::aStatusIsToldOncePerBatch()
{
    FixedStatus source;
    for (int i = 0; i < 1000; ++i)
        m_queue->lane()->touch(&source, false);
    source.bytesIn = 42;
    QVERIFY(m_ready->wait());

    QCOMPARE(source.asked, 1);
    QCOMPARE(batch(0).sockets.size(), 1);
    QCOMPARE(batch(0).sockets.constFirst().bytesIn, 42);
}

void TestBatchQueue::aRecordDoesNotWaitForTheCounters()
{
    FixedStatus source;
    m_queue->lane()->touch(&source, false); // alone, it could wait for StatusInterval
    m_queue->lane()->append(recordOf("a"));
    QVERIFY(m_ready->wait());

    QCOMPARE(batch(0).records.size(), 1);
    QCOMPARE(batch(0).sockets.size(), 0);
}

void TestBatchQueue::theLastStatusOutlivesItsSource()
{
    {
        FixedStatus source;
        m_queue->lane()->touch(&source, true);
        source.bytesIn = 99;
        m_queue->lane()->finish(&source);
    }
    QVERIFY(m_ready->wait());

    QCOMPARE(batch(0).sockets.size(), 1);
    QCOMPARE(batch(0).sockets.constFirst().bytesIn, 99);
}

void TestBatchQueue::outcomesAreDelivered()
{
    m_queue->lane()->append(SendOutcome{5, 1, SendOutcome::State::Sent, CloseReason::None});
    QVERIFY(m_ready->wait());

    QCOMPARE(batch(0).outcomes.size(), 1);
    QCOMPARE(batch(0).outcomes.constFirst().ticket, 5);
}

QTEST_GUILESS_MAIN(TestBatchQueue)
#include "tst_batchqueue.moc"
