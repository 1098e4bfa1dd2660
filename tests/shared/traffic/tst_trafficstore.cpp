#include "sessionfixture.h"

#include <QRandomGenerator>
#include <QThread>

#include <atomic>
#include <map>

using namespace Qt::StringLiterals;

using Kind = StoredRecord::Kind;

static Record closedRecord(SocketId socket)
{
    return Record::of(Record::Kind::Closed, socket, {.reason = CloseReason::PeerClosed});
}

/// What is appended comes back, by number, whatever the segments are.
class TestTrafficStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewStoreIsEmpty();
    void aReadComesBackAsItWas();
    void aWriteHasItsOwnStream();
    void anEventComesBackAsItWas();
    void whatIsNotFlushedIsNotThereYet();
    void recordsOfOneStreamAreLinkedBackwards();
    void aBigReadBecomesPiecesOfOneRead();
    void anEmptyReadIsNoRecord();
    void aClosedSocketIsForgotten();
    void aSocketNumberThatDoesNotFitIsToldAsAGap();
    void scanningStopsWhereItIsTold();
    void recordsGoOnOverTheBoundariesOfSegments();
    void theOldestGoWhenTheDiskLimitIsReached();
    void whatIsMappedCanBeReadAfterItWasRecycled();
    void randomTrafficEqualsAPlainList_data();
    void randomTrafficEqualsAPlainList();
    void manyThreadsAppendWhileOthersRead();

private:
    SessionFixture m_sessions;
};

void TestTrafficStore::aNewStoreIsEmpty()
{
    const auto store = m_sessions.create();
    QCOMPARE(store->firstNumber(), RecordNumber(0));
    QCOMPARE(store->endNumber(), RecordNumber(0));
    QVERIFY(!StoreReader(store).at(0));
    QVERIFY(!StoreReader(store).at(NoRecord));
    QVERIFY(store->trouble().text.isEmpty());
}

void TestTrafficStore::aReadComesBackAsItWas()
{
    const auto store = m_sessions.create();
    store->appendRead(7, "hello", 123'456'789);
    store->flush();

    const StoreReader reader(store);
    const auto record = reader.at(0);

    QVERIFY(record);
    QCOMPARE(*record, (StoredRecord{0, NoRecord, 123'456'789, 7, 0, 5, 1, Kind::Read}));
    QCOMPARE(reader.payload(*record).toByteArray(), "hello"_ba);
    QVERIFY(!reader.event(*record));
    QVERIFY(!reader.at(1));
}

void TestTrafficStore::aWriteHasItsOwnStream()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "abc", 1);
    store->appendWrite(1, "de", 2);
    store->appendWrite(1, "f", 3);
    store->flush();

    const auto record = StoreReader(store).at(2);

    QCOMPARE(*record, (StoredRecord{2, 1, 3, 1, 2, 1, 2, Kind::Write}));
}

void TestTrafficStore::anEventComesBackAsItWas()
{
    const auto store = m_sessions.create();
    Record error = Record::of(Record::Kind::Error, 3, {.text = u"no more descriptors"_s});
    error.time = 5;
    store->appendEvent(error);
    store->appendEvent(error, 6'000'001);
    store->flush();

    const StoreReader reader(store);
    const auto event = reader.event(*reader.at(0));

    QVERIFY(event);
    QCOMPARE(event->kind, Record::Kind::Error);
    QCOMPARE(event->socket, SocketId(3));
    QCOMPARE(event->time, 5);
    QCOMPARE(event->more().text, u"no more descriptors"_s);
    QCOMPARE(reader.at(1)->time, 6'000'001);
}

void TestTrafficStore::whatIsNotFlushedIsNotThereYet()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "a", 1);
    QCOMPARE(store->endNumber(), RecordNumber(0));
    store->flush();
    QCOMPARE(store->endNumber(), RecordNumber(1));
}

void TestTrafficStore::recordsOfOneStreamAreLinkedBackwards()
{
    const auto store = m_sessions.create();
    for (const char *bytes : {"one ", "two ", "three"}) {
        store->appendRead(1, bytes, 0);
        store->appendRead(2, "between", 0);
        store->appendWrite(1, "answer", 0);
    }
    store->flush();

    const StoreReader reader(store);
    QByteArray text;
    for (auto record = reader.at(6); record; record = reader.at(record->previous))
        text.prepend(reader.payload(*record).toByteArray());

    QCOMPARE(text, "one two three"_ba);
}

void TestTrafficStore::aBigReadBecomesPiecesOfOneRead()
{
    const auto store = m_sessions.create();
    const QByteArray big(2 * 1024 * 1024 + 1, 'x');
    store->appendRead(1, big, 9);
    store->flush();

    const QList<Seen> seen = everything(store);

    QCOMPARE(seen.size(), 3);
    QCOMPARE(seen[0].payload + seen[1].payload + seen[2].payload, big);
    QCOMPARE(seen[2].record, (StoredRecord{2, 1, 9, 1, 2 * 1024 * 1024, 1, 1, Kind::Read}));
}

void TestTrafficStore::anEmptyReadIsNoRecord()
{
    const auto store = m_sessions.create();
    store->appendRead(1, {}, 0);
    store->flush();
    QCOMPARE(store->endNumber(), RecordNumber(0));
}

void TestTrafficStore::aClosedSocketIsForgotten()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "abc", 0);
    store->appendEvent(closedRecord(1));
    store->appendRead(1, "of a socket that can't be", 0);
    store->flush();

    QCOMPARE(StoreReader(store).at(2)->previous, NoRecord);
}

void TestTrafficStore::aSocketNumberThatDoesNotFitIsToldAsAGap()
{
    const auto store = m_sessions.create();
    store->appendRead(Q_UINT64_C(0x1'0000'0000), "abc", 4);
    store->appendRead(0xFFFF'FFFF, "d", 5);
    store->flush();

    const StoreReader reader(store);

    QCOMPARE(store->endNumber(), RecordNumber(2));
    QCOMPARE(reader.at(0)->kind, Kind::Gap);
    QCOMPARE(reader.at(0)->time, 4);
    QCOMPARE(*reader.gap(*reader.at(0)), (StoreGap{1, 3}));
    QCOMPARE(reader.at(1)->socket, SocketId(0xFFFF'FFFF));
    QCOMPARE(store->trouble().lostBytes, quint64(3));
}

void TestTrafficStore::scanningStopsWhereItIsTold()
{
    const auto store = m_sessions.create();
    for (int i = 0; i < 10; ++i)
        store->appendRead(1, QByteArray::number(i), i);
    store->flush();
    const StoreReader reader(store);
    QByteArray seen;
    const auto until = [&seen](char last) {
        return [&seen, last](const StoredRecord &, QByteArrayView payload) {
            seen += payload.front();
            return payload.front() != last;
        };
    };

    QCOMPARE(reader.forEach(2, 100, until('5')), RecordNumber(5));
    QCOMPARE(seen, "2345"_ba);
    QCOMPARE(reader.forEach(7, 9, until('x')), RecordNumber(9));
    QCOMPARE(reader.forEach(0, 100, until('x')), RecordNumber(10));
    QCOMPARE(reader.forEach(50, 100, until('x')), RecordNumber(50));
}

void TestTrafficStore::recordsGoOnOverTheBoundariesOfSegments()
{
    const auto store = m_sessions.create(8 * 1024 * 1024); // segments of 1 MiB
    QByteArray sent;
    for (int i = 0; i < 40; ++i) {
        const QByteArray bytes(100'000, char('a' + i % 26));
        store->appendRead(1, bytes, i);
        sent += bytes;
    }
    store->flush();

    const StoreReader reader(store);
    QByteArray kept;
    for (auto record = reader.at(39); record; record = reader.at(record->previous))
        kept.prepend(reader.payload(*record).toByteArray());

    QVERIFY(QDir(store->folder()).entryList({u"*.bytes"_s}).size() >= 4);
    QCOMPARE(store->goneRecords(), quint64(0));
    QVERIFY(kept == sent);
}

void TestTrafficStore::theOldestGoWhenTheDiskLimitIsReached()
{
    constexpr qint64 limit = 256 * 1024;
    const auto store = m_sessions.create(limit);
    for (int i = 0; i < 2000; ++i)
        store->appendRead(1, QByteArray::number(i).rightJustified(1000, '.'), i);
    store->flush();

    qint64 size = 0;
    for (const QFileInfo &file : QDir(store->folder()).entryInfoList({u"*.bytes"_s, u"*.index"_s}))
        size += file.size();
    const RecordNumber first = store->firstNumber();
    const QList<Seen> seen = everything(store);

    QVERIFY(size <= limit);
    QVERIFY(size >= limit / 2);
    QCOMPARE(store->endNumber(), RecordNumber(2000));
    QCOMPARE(store->goneRecords(), first);
    QCOMPARE(store->goneBytes(), first * 1000);
    QVERIFY(!StoreReader(store).at(first - 1));
    QCOMPARE(RecordNumber(seen.size()), 2000 - first);
    QCOMPARE(seen.first().payload, QByteArray::number(first).rightJustified(1000, '.'));
    QCOMPARE(seen.first().record.offset, first * 1000);
}

void TestTrafficStore::whatIsMappedCanBeReadAfterItWasRecycled()
{
    const auto store = m_sessions.create(64 * 1024);
    std::optional<StoreReader> reader(store);
    const QString file = store->folder() + u"/00000000.bytes"_s;
    store->appendRead(1, "the first", 0);
    store->flush();
    const auto first = reader->at(0);
    for (int i = 0; i < 1000; ++i)
        store->appendRead(1, QByteArray(1000, 'x'), 0);
    store->flush();

    QVERIFY(store->firstNumber() > 0);
    QVERIFY(!StoreReader(store).at(0));
    QVERIFY(QFile::exists(file));
    QCOMPARE(reader->payload(*first).toByteArray(), "the first"_ba);
    reader.reset();
    QVERIFY(!QFile::exists(file));
}

void TestTrafficStore::randomTrafficEqualsAPlainList_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<qint64>("diskLimit");

    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed << qint64(seed % 2 ? TrafficStore::DefaultDiskLimit : 128 * 1024);
}

namespace {

/// Does what the store should do, the plain way.
class PlainStore
{
public:
    void add(Kind kind, SocketId socket, const QByteArray &payload, qint64 time)
    {
        StoredRecord record;
        record.number = RecordNumber(m_seen.size());
        record.time = time;
        record.socket = socket;
        record.length = quint32(payload.size());
        record.kind = kind;
        if (record.hasBytes()) {
            Stream &stream = m_streams[{socket, kind}];
            record.previous = std::exchange(stream.last, record.number);
            record.offset = std::exchange(stream.end, stream.end + record.length);
            record.ordinal = ++stream.ordinal;
        }
        m_seen.append({record, payload});
    }

    QList<Seen> from(RecordNumber first) const { return m_seen.sliced(qsizetype(first)); }

private:
    struct Stream
    {
        RecordNumber last = NoRecord;
        quint64 end = 0;
        quint32 ordinal = 0;
    };
    QList<Seen> m_seen;
    std::map<std::pair<SocketId, Kind>, Stream> m_streams;
};

QByteArray randomBytes(QRandomGenerator &random, int most)
{
    QByteArray bytes(1 + random.bounded(most), Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace

void TestTrafficStore::randomTrafficEqualsAPlainList()
{
    QFETCH(quint32, seed);
    QFETCH(qint64, diskLimit);
    QRandomGenerator random(seed);
    const auto store = m_sessions.create(diskLimit);
    PlainStore plain;
    for (int i = 0; i < 3000; ++i) {
        const SocketId socket = random.bounded(1, 6);
        const QByteArray bytes = randomBytes(random, random.bounded(20) == 0 ? 20'000 : 100);
        const Kind kind = random.bounded(2) ? Kind::Read : Kind::Write;
        if (kind == Kind::Read)
            store->appendRead(socket, bytes, i);
        else
            store->appendWrite(socket, bytes, i);
        plain.add(kind, socket, bytes, i);
        if (random.bounded(50) == 0)
            store->flush();
    }
    store->flush();

    const QList<Seen> expected = plain.from(store->firstNumber());
    const auto crashed = m_sessions.open(m_sessions.crashed(*store));
    const auto saved = m_sessions.open(m_sessions.saved(*store));

    QVERIFY(everything(store) == expected);
    QVERIFY(crashed && everything(crashed) == expected);
    QVERIFY(saved && everything(saved) == expected);
    QVERIFY(!crashed->isTorn() && !saved->isTorn());
    QCOMPARE(saved->goneBytes(), store->goneBytes());
    QCOMPARE(digests(saved), digests(store));
}

void TestTrafficStore::manyThreadsAppendWhileOthersRead()
{
    constexpr int perThread = 20'000;
    const auto store = m_sessions.create(16 * 1024 * 1024);
    std::atomic<bool> done = false;
    std::atomic<bool> right = true;
    QList<QThread *> threads;
    for (SocketId socket = 1; socket <= 3; ++socket) {
        threads.append(QThread::create([store, socket] {
            for (int i = 0; i < perThread; ++i)
                store->appendRead(socket, QByteArray::number(i).rightJustified(32, ' '), i);
        }));
    }
    for (int i = 0; i < 2; ++i) {
        threads.append(QThread::create([store, &done, &right] {
            const StoreReader reader(store);
            for (RecordNumber next = 0; !done || next < store->endNumber();) {
                store->flush();
                next = reader.forEach(next, NoRecord - 1, [&right](const StoredRecord &record, QByteArrayView payload) {
                    right = right && payload.trimmed().toByteArray().toLongLong() == record.time
                         && record.ordinal == record.time + 1 && record.offset == quint64(record.time) * 32;
                    return true;
                });
                next = qMin(next, store->endNumber());
            }
        }));
    }
    for (QThread *thread : threads)
        thread->start();
    for (int i = 0; i < 3; ++i)
        QVERIFY(threads[i]->wait(60'000));
    store->flush();
    done = true;
    for (QThread *thread : threads)
        QVERIFY(thread->wait(60'000));
    qDeleteAll(threads);

    QCOMPARE(store->endNumber(), RecordNumber(3 * perThread));
    QVERIFY(right);
}

QTEST_APPLESS_MAIN(TestTrafficStore)
#include "tst_trafficstore.moc"
