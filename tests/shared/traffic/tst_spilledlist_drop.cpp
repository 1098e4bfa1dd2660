#include "spilledlist.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using List = SpilledList<quint64>;

static constexpr quint64 Chunk = List::ChunkSize;

class TestSpilledListDrop final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatLiesInFiles();
    void keepsInMemoryWhatFitsNowhereElse();
    void aDroppedValueIsAnEmptyOne();
    void aRunStaysWhenItsValuesAreDropped();
    void canBeReadWhileItGrowsAndShrinks();

private:
    static void fill(List &list, quint64 count)
    {
        for (quint64 i = 0; i < count; ++i)
            list.append(i + 1);
    }
};

void TestSpilledListDrop::givesBackWhatLiesInFiles()
{
    const QTemporaryDir folder;
    List list(folder.path());
    fill(list, 2 * Chunk + 1);
    for (const quint64 number : {quint64(0), Chunk - 1, Chunk, 2 * Chunk})
        QCOMPARE(list.at(number), number + 1);
    QCOMPARE(list.run(Chunk + 1).values.size(), size_t(Chunk - 1));
    QCOMPARE(list.lowerBound([](quint64 value) { return value < Chunk + 7; }), Chunk + 6);
}

void TestSpilledListDrop::keepsInMemoryWhatFitsNowhereElse()
{
    List list(QStringLiteral("/there/is/no/such/folder"));
    fill(list, Chunk + 1);
    QCOMPARE(list.at(0), quint64(1));
    QCOMPARE(list.at(Chunk), Chunk + 1);
}

void TestSpilledListDrop::aDroppedValueIsAnEmptyOne()
{
    const QTemporaryDir folder;
    List list(folder.path());
    fill(list, 2 * Chunk + 1);
    list.dropBefore(2 * Chunk);
    QCOMPARE(list.first(), 2 * Chunk);
    QCOMPARE(list.at(0), quint64(0));
    QVERIFY(list.run(Chunk).values.empty());
    QCOMPARE(list.at(2 * Chunk), 2 * Chunk + 1);
}

void TestSpilledListDrop::aRunStaysWhenItsValuesAreDropped()
{
    const QTemporaryDir folder;
    List list(folder.path());
    fill(list, Chunk + 1);
    const List::Run run = list.run(0);
    list.dropBefore(Chunk);
    QCOMPARE(run.values.front(), quint64(1));
    QCOMPARE(run.values.back(), Chunk);
}

void TestSpilledListDrop::canBeReadWhileItGrowsAndShrinks()
{
    const QTemporaryDir folder;
    List list(folder.path());
    std::thread growing([&list] { fill(list, 6 * Chunk); });
    bool right = true;
    while (list.end() < 6 * Chunk) {
        const quint64 end = list.end();
        const quint64 value = end > 0 ? list.at(end - 1) : 0;
        const quint64 old = end > 0 ? list.at(0) : 0;
        right = right && value == end && (old == 0 || old == 1);
        list.dropBefore(end / 2);
    }
    growing.join();
    QVERIFY(right);
}

QTEST_GUILESS_MAIN(TestSpilledListDrop)

#include "tst_spilledlist_drop.moc"
