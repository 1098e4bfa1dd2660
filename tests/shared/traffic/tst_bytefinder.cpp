#include "bytefinder.h"

#include <QRandomGenerator>
#include <QTest>

class TestByteFinder final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatASlowSearchFinds_data();
    void findsWhatASlowSearchFinds();
    void findsAcrossItsBlocks();
    void nothingIsEverywhere();
};

void TestByteFinder::findsWhatASlowSearchFinds_data()
{
    QTest::addColumn<bool>("folded");
    QTest::newRow("as they are") << false;
    QTest::newRow("whatever the case") << true;
}

void TestByteFinder::findsWhatASlowSearchFinds()
{
    QFETCH(const bool, folded);
    QRandomGenerator random(7);
    for (int round = 0; round < 20'000; ++round) {
        const auto bytes = [&random](int length) {
            QByteArray made;
            for (int i = 0; i < length; ++i)
                made.append("abAB\0\n\xff"[random.bounded(7)]);
            return made;
        };
        const QByteArray in = bytes(random.bounded(40));
        const QByteArray sought = bytes(1 + random.bounded(4));
        const qsizetype from = random.bounded(in.size() + 1);
        const qsizetype expected = folded ? in.toLower().indexOf(sought.toLower(), from) : in.indexOf(sought, from);
        QCOMPARE(ByteFinder(sought, folded).indexIn(in, from), expected);
    }
}

void TestByteFinder::findsAcrossItsBlocks()
{
    for (const qsizetype place : {32'760, 32'766, 32'767, 32'768, 32'769, 65'530}) {
        QByteArray in(70'000, 'x');
        in.replace(place, 6, "nEedle");
        QCOMPARE(ByteFinder("needle", true).indexIn(in), place);
        QCOMPARE(ByteFinder("needle").indexIn(in), -1);
        QCOMPARE(ByteFinder("nEedle").indexIn(in), place);
    }
}

void TestByteFinder::nothingIsEverywhere()
{
    QCOMPARE(ByteFinder(QByteArray()).indexIn("abc", 2), 2);
    QCOMPARE(ByteFinder("abc").indexIn({}), -1);
}

QTEST_APPLESS_MAIN(TestByteFinder)
#include "tst_bytefinder.moc"
