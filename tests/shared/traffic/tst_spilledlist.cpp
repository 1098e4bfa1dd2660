#include "spilledlist.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using List = SpilledList<quint64>;

static constexpr quint64 Chunk = List::ChunkSize;

/// A list of which only the newest part is in memory.
class TestSpilledList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListHasNothing();
    void valuesOfAllChunksComeBack();
    void aRunEndsWithItsChunk();
    void whatIsDroppedIsGoneAndTheRestKeepsItsNumbers();
    void aRunOutlivesWhatIsDropped();
    void aRunOfTheNewestStaysAsItWasWhileTheListGrows();
    void filesGoWithTheirChunks();
    void withoutAFolderValuesStayInMemory();
    void theFirstThatIsNotBeforeIsFound();
    void anotherThreadReadsWhileItGrows();

private:
    void fill(List &list, quint64 count)
    {
        for (quint64 i = list.end(); i < count; ++i)
            list.append(i * 3);
    }
    qsizetype files() const { return QDir(m_dir.path()).entryList(QDir::Files).size(); }

    QTemporaryDir m_dir;
};

void TestSpilledList::anEmptyListHasNothing()
{
    List list(m_dir.path());
    list.dropBefore(10);
    QCOMPARE(list.first(), 0U);
    QCOMPARE(list.end(), 0U);
    QCOMPARE(list.lowerBound([](quint64) { return true; }), 0U);
}

void TestSpilledList::valuesOfAllChunksComeBack()
{
    List list(m_dir.path());
    fill(list, 3 * Chunk + 5);

    QCOMPARE(list.end(), 3 * Chunk + 5);
    for (quint64 number = 0; number < list.end(); number += 1009)
        QCOMPARE(list.at(number), number * 3);
    for (quint64 number : {Chunk - 1, Chunk, 3 * Chunk - 1, 3 * Chunk, 3 * Chunk + 4})
        QCOMPARE(list.at(number), number * 3);
}

void TestSpilledList::aRunEndsWithItsChunk()
{
    List list(m_dir.path());
    fill(list, Chunk + 5);

    QCOMPARE(list.run(10).values.size(), Chunk - 10);
    QCOMPARE(list.run(10).values.back(), (Chunk - 1) * 3);
    QCOMPARE(list.run(Chunk + 2).values.size(), 3U);
    QCOMPARE(list.run(Chunk + 2).values.front(), (Chunk + 2) * 3);
}

void TestSpilledList::whatIsDroppedIsGoneAndTheRestKeepsItsNumbers()
{
    List list(m_dir.path());
    fill(list, 2 * Chunk + 5);

    list.dropBefore(Chunk + 7);
    QCOMPARE(list.first(), Chunk + 7);
    QCOMPARE(list.at(Chunk + 7), (Chunk + 7) * 3);

    list.dropBefore(3);
    QCOMPARE(list.first(), Chunk + 7);

    list.dropBefore(10 * Chunk);
    QCOMPARE(list.first(), list.end());
    fill(list, 3 * Chunk + 1);
    QCOMPARE(list.first(), 2 * Chunk + 5);
    QCOMPARE(list.at(3 * Chunk), 9 * Chunk);
}

void TestSpilledList::aRunOutlivesWhatIsDropped()
{
    List list(m_dir.path());
    fill(list, 2 * Chunk);
    const List::Run run = list.run(1);

    list.dropBefore(2 * Chunk);

    QCOMPARE(run.values.front(), 3U);
    QCOMPARE(run.values.back(), (Chunk - 1) * 3);
}

/// The memory of the newest chunk is used again for the next, but not while it is read.
void TestSpilledList::aRunOfTheNewestStaysAsItWasWhileTheListGrows()
{
    List list(m_dir.path());
    fill(list, Chunk + 5);
    const List::Run run = list.run(Chunk);
    QCOMPARE(run.values.size(), 5U);

    fill(list, 4 * Chunk + 5);

    for (quint64 i = 0; i < run.values.size(); ++i)
        QCOMPARE(run.values[i], (Chunk + i) * 3);
    for (quint64 number : {Chunk, 2 * Chunk - 1, 3 * Chunk, 4 * Chunk + 4})
        QCOMPARE(list.at(number), number * 3);
}

void TestSpilledList::filesGoWithTheirChunks()
{
    {
        List list(m_dir.path());
        fill(list, 3 * Chunk + 1);
        list.dropBefore(2 * Chunk);
        QVERIFY(files() <= 1); // some systems have files without names
    }
    QCOMPARE(files(), 0);
}

void TestSpilledList::withoutAFolderValuesStayInMemory()
{
    List list(m_dir.filePath(QStringLiteral("not there")));
    fill(list, 2 * Chunk + 1);
    QCOMPARE(list.at(0), 0U);
    QCOMPARE(list.at(Chunk + 1), (Chunk + 1) * 3);
}

void TestSpilledList::theFirstThatIsNotBeforeIsFound()
{
    List list(m_dir.path());
    fill(list, 2 * Chunk + 5);
    list.dropBefore(100);
    const auto before = [](quint64 value) { return [value](quint64 other) { return other < value; }; };

    QCOMPARE(list.lowerBound(before(0)), 100U);
    QCOMPARE(list.lowerBound(before((Chunk + 1) * 3)), Chunk + 1);
    QCOMPARE(list.lowerBound(before((Chunk + 1) * 3 - 1)), Chunk + 1);
    QCOMPARE(list.lowerBound(before(~quint64(0))), list.end());
}

void TestSpilledList::anotherThreadReadsWhileItGrows()
{
    constexpr quint64 Count = 4 * Chunk;
    List list(m_dir.path());
    std::atomic<quint64> wrong{0};
    std::atomic<quint64> seen{0};
    std::thread reader([&] {
        for (quint64 end = 0; end < Count;) {
            end = list.end();
            const quint64 first = list.first();
            for (quint64 number = end - qMin<quint64>(end - first, 50); number < end; ++number)
                wrong += list.at(number) == number * 3 ? 0 : 1;
            seen = end;
        }
    });

    fill(list, Count);
    reader.join();

    QCOMPARE(wrong.load(), 0U);
    QCOMPARE(seen.load(), Count);
}

QTEST_APPLESS_MAIN(TestSpilledList)
#include "tst_spilledlist.moc"
