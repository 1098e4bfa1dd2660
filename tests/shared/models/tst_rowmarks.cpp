#include "rowmarks.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

/// Marks of rows, of which the oldest go.
class TestRowMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsLeft();
    void goesOnBehindRowsThatWereNeverLookedAt();
};

void TestRowMarks::countsWhatIsLeft()
{
    QRandomGenerator random(64);
    RowMarks marks;
    QList<bool> reference;
    quint64 first = 0;
    for (int round = 0; round < 200; ++round) {
        for (int i = random.bounded(200); i >= 0; --i) {
            reference.append(random.bounded(2));
            marks.append(reference.constLast());
        }
        first += quint64(random.bounded(int(quint64(reference.size()) - first) + 1));
        marks.dropBefore(first);
        QCOMPARE(marks.end(), quint64(reference.size()));
        QCOMPARE(marks.count(), quint64(std::count(reference.cbegin() + qsizetype(first), reference.cend(), true)));
    }
}

void TestRowMarks::goesOnBehindRowsThatWereNeverLookedAt()
{
    RowMarks marks;
    marks.append(true);
    marks.dropBefore(1000);
    QCOMPARE(marks.end(), quint64(1000));
    QCOMPARE(marks.count(), quint64(0));
    marks.append(true);
    QCOMPARE(marks.count(), quint64(1));
    marks.dropBefore(1000);
    QCOMPARE(marks.count(), quint64(1));
    marks.dropBefore(1001);
    QCOMPARE(marks.count(), quint64(0));
}

QTEST_GUILESS_MAIN(TestRowMarks)
#include "tst_rowmarks.moc"
