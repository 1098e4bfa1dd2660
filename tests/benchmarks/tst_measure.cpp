#include "measure.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

/// What the benchmarks' numbers rest on.
class TestMeasure final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMedianIsInTheMiddle_data();
    void theMedianIsInTheMiddle();
    void memoryThatIsTakenIsSeen();
    void grepCountsLines();
    void noRoomIsSaid();
};

void TestMeasure::theMedianIsInTheMiddle_data()
{
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<double>("middle");

    QTest::newRow("one") << QList<double>{3} << 3.0;
    QTest::newRow("odd") << QList<double>{9, 1, 2} << 2.0;
    QTest::newRow("even") << QList<double>{9, 1, 2, 4} << 3.0;
}

void TestMeasure::theMedianIsInTheMiddle()
{
    QFETCH(QList<double>, values);
    QTEST(median(values), "middle");
}

void TestMeasure::memoryThatIsTakenIsSeen()
{
    const std::optional<qint64> before = anonymousMemory();
    if (!before)
        QSKIP("this system does not tell how much memory is anonymous");
    constexpr qint64 Taken = 32 * 1024 * 1024;

    const QByteArray bytes(Taken, 'x');

    QVERIFY(*anonymousMemory() - *before >= Taken - 1024 * 1024);
    QCOMPARE(bytes.size(), Taken);
}

void TestMeasure::grepCountsLines()
{
    if (QStandardPaths::findExecutable(u"grep"_s).isEmpty())
        QSKIP("there is no grep");
    QString problem;
    const std::unique_ptr<QTemporaryDir> folder = roomyFolder(1000, &problem);
    QVERIFY2(folder, qPrintable(problem));
    QFile file(folder->filePath(u"lines"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-x\ny\n-x-x\n");
    file.close();

    const GrepResult found = timeGrep(u"-x"_s, file.fileName(), 1);
    const GrepResult none = timeGrep(u"z"_s, file.fileName(), 1);
    const GrepResult missing = timeGrep(u"x"_s, file.fileName() + u"y"_s, 1);

    QCOMPARE(found.lines, 2);
    QVERIFY(found.seconds > 0);
    QCOMPARE(none.lines, 0);
    QCOMPARE(none.problem, QString());
    QVERIFY(!missing.problem.isEmpty());
}

void TestMeasure::noRoomIsSaid()
{
    QString problem;

    QVERIFY(!roomyFolder(std::numeric_limits<qint64>::max(), &problem));

    QVERIFY2(problem.contains(u"TMPDIR"), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TestMeasure)
#include "tst_measure.moc"
