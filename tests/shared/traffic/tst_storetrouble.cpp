#include "sessionfixture.h"

#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

using Kind = StoredRecord::Kind;

namespace {

/// A limit of this process that is lower while this lives: writing or opening fails then, as on a bad disk.
class LowLimit
{
public:
    LowLimit(decltype(RLIMIT_FSIZE) resource, rlim_t limit)
        : m_resource(resource)
    {
        ::getrlimit(m_resource, &m_before);
        const rlimit low{limit, m_before.rlim_max};
        ::setrlimit(m_resource, &low);
    }
    ~LowLimit() { ::setrlimit(m_resource, &m_before); }
    Q_DISABLE_COPY_MOVE(LowLimit)

private:
    decltype(RLIMIT_FSIZE) m_resource;
    rlimit m_before{};
};

} // namespace

/// A disk that fails while traffic goes on.
class TestStoreTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFailingDiskIsToldAtOnce();
    void whatFitsIntoTheBufferIsNotLost();
    void aHoleIsToldWhereItIs();
    void aSegmentThatCannotBeMadeIsAHole();

private:
    static bool isWell(TrafficStore &store);

    SessionFixture m_sessions;
};

/// Without this, writing beyond the limit ends the process.
void TestStoreTrouble::initTestCase()
{
    std::signal(SIGXFSZ, SIG_IGN);
}

bool TestStoreTrouble::isWell(TrafficStore &store)
{
    store.flush();
    return store.trouble().text.isEmpty();
}

void TestStoreTrouble::aFailingDiskIsToldAtOnce()
{
    const auto store = m_sessions.create();
    const LowLimit files(RLIMIT_FSIZE, 10'000);
    store->appendRead(1, QByteArray(20'000, 'x'), 0);
    store->flush();

    QVERIFY(!store->trouble().text.isEmpty());
    QCOMPARE(store->trouble().lostRecords, quint64(0));
    QCOMPARE(store->endNumber(), RecordNumber(0));
}

void TestStoreTrouble::whatFitsIntoTheBufferIsNotLost()
{
    const auto store = m_sessions.create();
    {
        const LowLimit files(RLIMIT_FSIZE, 10'000);
        for (int i = 0; i < 100; ++i) {
            store->appendRead(1, QByteArray(1000, char('a' + i % 26)), i);
            store->flush();
        }
        QVERIFY(!store->trouble().text.isEmpty());
    }
    QTRY_VERIFY(isWell(*store));

    const QList<Seen> seen = everything(store);

    QCOMPARE(seen.size(), 100);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(seen[i].payload, QByteArray(1000, char('a' + i % 26)));
    QCOMPARE(store->trouble().lostRecords, quint64(0));
    QVERIFY(!m_sessions.open(m_sessions.crashed(*store))->isTorn());
}

void TestStoreTrouble::aHoleIsToldWhereItIs()
{
    constexpr int records = 3000;
    constexpr quint64 size = 1000;
    const auto store = m_sessions.create();
    {
        const LowLimit files(RLIMIT_FSIZE, 300'000);
        for (int i = 0; i < records; ++i)
            store->appendRead(1, QByteArray(size, 'x'), i);
    }
    const StoreTrouble trouble = store->trouble();
    QVERIFY(!trouble.text.isEmpty());
    QVERIFY(trouble.lostRecords > 0 && trouble.lostRecords < records);
    QCOMPARE(trouble.lostBytes, trouble.lostRecords * size);
    QTRY_VERIFY(isWell(*store));
    store->appendRead(1, "after the hole", records);
    store->flush();

    const StoreReader reader(store);
    const RecordNumber kept = records - trouble.lostRecords;
    const auto gap = reader.at(kept);
    const auto after = reader.at(kept + 1);

    QCOMPARE(store->endNumber(), kept + 2);
    QCOMPARE(gap->kind, Kind::Gap);
    QCOMPARE(gap->time, qint64(kept));
    QCOMPARE(*reader.gap(*gap), (StoreGap{trouble.lostRecords, trouble.lostBytes}));
    QCOMPARE(*after, (StoredRecord{kept + 1, kept - 1, records, 1, records * size, 14, records + 1, Kind::Read}));
    QCOMPARE(store->trouble().lostRecords, trouble.lostRecords);
    const auto saved = m_sessions.open(m_sessions.saved(*store));
    QVERIFY(!saved->isTorn());
    QVERIFY(everything(saved) == everything(store));
}

void TestStoreTrouble::aSegmentThatCannotBeMadeIsAHole()
{
    const auto store = m_sessions.create(256 * 1024); // segments of 32 KiB
    {
        const LowLimit descriptors(RLIMIT_NOFILE, 0);
        for (int i = 0; i < 60; ++i)
            store->appendRead(1, QByteArray(1000, 'x'), i);
        store->flush();
        QVERIFY(!store->trouble().text.isEmpty());
    }
    const StoreTrouble trouble = store->trouble();
    QCOMPARE(trouble.lostRecords, quint64(60 - 32));
    QTRY_VERIFY(isWell(*store));

    const StoreReader reader(store);

    QCOMPARE(store->endNumber(), RecordNumber(33));
    QCOMPARE(*reader.gap(*reader.at(32)), (StoreGap{28, 28'000}));
    QVERIFY(QFile::exists(store->folder() + u"/00000001.index"_s));
    QVERIFY(!m_sessions.open(m_sessions.crashed(*store))->isTorn());
}

QTEST_APPLESS_MAIN(TestStoreTrouble)
#include "tst_storetrouble.moc"
