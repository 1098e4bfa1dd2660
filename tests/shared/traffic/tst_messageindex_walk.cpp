#include "messageindex.h"

#include <QTemporaryDir>
#include <QTest>

class TestMessageIndexWalk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksWhetherToGoOnHoweverLongTheReads();
    void goesOnWhereItWasStopped();
    void findsTheFirstRowOfARecord();

private:
    static constexpr qsizetype Long = 1024 * 1024;

    void append(const QByteArray &bytes, int times)
    {
        for (int i = 0; i < times; ++i)
            m_store->appendRead(1, bytes, 1'000'000'000);
        m_store->flush();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<TrafficStore> m_store;
};

void TestMessageIndexWalk::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QString problem;
    m_store = TrafficStore::create(m_folder->path(), TrafficStore::DefaultDiskLimit, &problem);
    QVERIFY2(m_store, qPrintable(problem));
}

void TestMessageIndexWalk::asksWhetherToGoOnHoweverLongTheReads()
{
    append(QByteArray(Long, 'x'), 20);
    MessageIndex index(m_store, {}, m_folder->path());
    int asked = 0;
    QVERIFY(index.catchUp([&asked](RecordNumber) { return ++asked > 0; }));
    QCOMPARE(asked, 20);
}

void TestMessageIndexWalk::goesOnWhereItWasStopped()
{
    append(QByteArray(Long - 1, 'x') + '\n', 4);
    MessageIndex index(m_store, {}, m_folder->path());
    QVERIFY(!index.catchUp([](RecordNumber record) { return record < 2; }));
    QCOMPARE(index.rows().end(), quint64(2));
    QVERIFY(index.catchUp([](RecordNumber) { return true; }));
    QCOMPARE(index.rows().end(), quint64(4));
    QCOMPARE(index.rows().at(3).record, RecordNumber(3));
}

void TestMessageIndexWalk::findsTheFirstRowOfARecord()
{
    append("a\nb\nc\n", 10'000);
    MessageIndex index(m_store, {}, m_folder->path());
    QVERIFY(index.catchUp([](RecordNumber) { return true; }));
    QCOMPARE(index.framedTo(), RecordNumber(10'000));
    for (const RecordNumber record : {0, 1, 1365, 1366, 5000, 9999, 10'000})
        QCOMPARE(index.rowFrom(record), quint64(record) * 3);
    index.dropBefore(7000);
    QCOMPARE(index.rows().first(), quint64(21'000));
    QCOMPARE(index.rowFrom(0), quint64(21'000));
    QCOMPARE(index.rowFrom(8000), quint64(24'000));
}

QTEST_GUILESS_MAIN(TestMessageIndexWalk)

#include "tst_messageindex_walk.moc"
