#include "windowplaces.h"

#include <QSet>
#include <QTest>

static const QSize Least(400, 360);
static const QSize Most(760, 640);

class TestWindowPlaces final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allAreOnTheScreenAndNoneHidesAnother_data()
    {
        QTest::addColumn<QRect>("screen");
        QTest::addColumn<int>("count");
        for (const QRect &screen : {QRect(0, 0, 1920, 1080), QRect(100, 30, 1280, 720), QRect(0, 0, 600, 800)}) {
            for (const int count : {1, 2, 3, 4, 9, 64})
                QTest::addRow("%d on %d x %d", count, screen.width(), screen.height()) << screen << count;
        }
    }

    void allAreOnTheScreenAndNoneHidesAnother()
    {
        QFETCH(QRect, screen);
        QFETCH(int, count);
        const QList<QRect> places = placeWindows(count, screen, Least, Most);
        QCOMPARE(places.size(), count);
        QSet<QPair<int, int>> corners;
        for (const QRect &place : places) {
            QVERIFY(screen.contains(place));
            QVERIFY(place.width() >= Least.width() && place.height() >= Least.height());
            corners.insert({place.x(), place.y()});
        }
        QCOMPARE(corners.size(), count);
    }

    void threeStandSideBySideWhereThereIsRoom()
    {
        const QList<QRect> places = placeWindows(3, QRect(0, 0, 1920, 1080), Least, Most);
        QVERIFY(!places[0].intersects(places[1]));
        QVERIFY(!places[1].intersects(places[2]));
    }

    void aScreenThatIsTooSmallIsFilled()
    {
        const QRect screen(0, 0, 320, 240);
        QCOMPARE(placeWindows(1, screen, Least, Most), QList<QRect>{screen});
    }
};

QTEST_GUILESS_MAIN(TestWindowPlaces)
#include "tst_windowplaces.moc"
