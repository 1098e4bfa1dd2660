#include "rowranges.h"

#include <QTest>

class tst_RowRanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatFollowEachOtherAreOneRange()
    {
        QCOMPARE(contiguousRanges({3, 1, 2}), (QList<RowRange>{{1, 3}}));
    }

    void rowsApartAreSeveralRanges()
    {
        QCOMPARE(contiguousRanges({7, 1, 2, 5, 6}), (QList<RowRange>{{1, 2}, {5, 7}}));
    }

    void aRowThatIsNamedTwiceCountsOnce()
    {
        QCOMPARE(contiguousRanges({4, 4, 4}), (QList<RowRange>{{4, 4}}));
    }

    void noRowsAreNoRanges()
    {
        QVERIFY(contiguousRanges({}).isEmpty());
        QVERIFY(contiguousRanges({}, 3).isEmpty());
    }

    void tooManyRangesBecomeOne()
    {
        QCOMPARE(contiguousRanges({1, 3, 5}, 3).size(), 3);
        QCOMPARE(contiguousRanges({1, 3, 5, 9}, 3), (QList<RowRange>{{1, 9}}));
    }
};

QTEST_APPLESS_MAIN(tst_RowRanges)
#include "tst_rowranges.moc"
