#include "picturedots.h"
#include "picturefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PictureFixture;

class tst_PictureDots final : public QObject
{
    Q_OBJECT

private:
    static Picture withBytes(int count, quint64 in, quint64 out)
    {
        QList<SocketStatus> all = sockets(count);
        for (qsizetype i = 1; i < all.size(); ++i) {
            all[i].bytesIn = in;
            all[i].bytesOut = out;
        }
        return pictureOf(all);
    }

private Q_SLOTS:
    void whatWentBeforeIsNotShown()
    {
        PictureDots dots;
        dots.feed(withBytes(1, 100, 100), 1);
        QVERIFY(dots.at(1).isEmpty());
        QVERIFY(!dots.isMoving());
    }

    void whatGoesMovesItsWay()
    {
        PictureDots dots;
        dots.feed(withBytes(1, 0, 0), 1);
        dots.feed(withBytes(1, 5, 0), 1000);
        QVERIFY(dots.isMoving());
        const QList<PictureDot> start = dots.at(1000);
        QCOMPARE(start.size(), 1);
        QVERIFY(start.constFirst().inward);
        QCOMPARE(start.constFirst().row, u"#1"_s);
        QCOMPARE(start.constFirst().progress, 0.0);
        QCOMPARE(dots.at(1000 + PictureDots::Travel.count() / 2).constFirst().progress, 0.5);
        dots.advance(1000 + PictureDots::Travel.count());
        QVERIFY(!dots.isMoving());
        dots.feed(withBytes(1, 5, 9), 3000);
        QVERIFY(!dots.at(3000).constFirst().inward);
    }

    void allThatANewSocketHasWentSinceTheLastTime()
    {
        PictureDots dots;
        dots.feed(withBytes(0, 0, 0), 1);
        dots.feed(withBytes(1, 5, 0), 100);
        QCOMPARE(dots.at(100).size(), 1);
    }

    /// However much goes over however many lines, an eye can follow.
    void dotsAreLimited_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("most");
        const auto perLine = int(PictureDots::Travel / PictureDots::Interval) + 1;
        QTest::newRow("one line") << 1 << 2 * perLine;
        QTest::newRow("ten lines") << 10 << 2 * 10 * perLine;
        QTest::newRow("fifty lines") << 50 << 2 * 50;
    }

    void dotsAreLimited()
    {
        QFETCH(int, lines);
        QFETCH(int, most);
        PictureDots dots;
        qsizetype highest = 0;
        for (qint64 now = 1; now < 5000; now += 10) {
            dots.feed(withBytes(lines, quint64(now) * 1000, quint64(now) * 1000), now);
            dots.advance(now);
            highest = std::max(highest, dots.at(now).size());
        }
        QVERIFY2(highest <= most, qPrintable(QString::number(highest)));
        QVERIFY(highest >= lines);
    }

    /// Those that came too soon are not forgotten: the next dot stands for them.
    void theLastBytesOfABurstAreShown()
    {
        PictureDots dots;
        dots.feed(withBytes(1, 0, 0), 1);
        dots.feed(withBytes(1, 1, 0), 10);
        dots.feed(withBytes(1, 2, 0), 20);
        QCOMPARE(dots.at(20).size(), 1);
        dots.feed(withBytes(1, 2, 0), 20 + PictureDots::Interval.count());
        QCOMPARE(dots.at(300).size(), 2);
    }

    void whatIsPausedStandsStillAndGoesOn()
    {
        PictureDots dots;
        dots.feed(withBytes(1, 0, 0), 1);
        dots.feed(withBytes(1, 1, 0), 1000);
        dots.setPaused(true, 1090);
        QVERIFY(!dots.isMoving());
        dots.feed(withBytes(1, 2, 0), 5000);
        dots.advance(5000);
        QCOMPARE(dots.at(5000).size(), 1);
        QCOMPARE(dots.at(5000).constFirst().progress, 0.1);
        dots.setPaused(false, 6000);
        QCOMPARE(dots.at(6000).constFirst().progress, 0.1);
        QVERIFY(dots.isMoving());
        dots.feed(withBytes(1, 2, 0), 6100); // what went in between is not shown later
        QCOMPARE(dots.at(6100).size(), 1);
    }

    void dotsOfALineThatIsGoneGo()
    {
        PictureDots dots;
        dots.feed(withBytes(1, 0, 0), 1);
        dots.feed(withBytes(1, 1, 0), 1000);
        dots.feed(withBytes(0, 0, 0), 1010);
        dots.advance(1010);
        QVERIFY(dots.at(1010).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PictureDots)
#include "tst_picturedots.moc"
