#include "clientplace.h"

#include <QTest>

/// Where client windows go that a server window opens.
class TestClientPlace final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liesWhereThereIsRoom_data();
    void liesWhereThereIsRoom();
    void severalLieApartAndOnTheScreen_data() { addServers(); }
    void severalLieApartAndOnTheScreen();
    void theTourStaysInView_data() { addServers(); }
    void theTourStaysInView();

private:
    static void addServers();
};

static ClientSurroundings around(const QRect &server)
{
    return {.server = server,
            .below = server.top() + 280,
            .available = QRect(0, 0, 1600, 1000),
            .client = QSize(560, 500)};
}

void TestClientPlace::addServers()
{
    QTest::addColumn<QRect>("server");
    QTest::newRow("at the left") << QRect(0, 0, 900, 800);
    QTest::newRow("at the right") << QRect(700, 100, 900, 800);
    QTest::newRow("in the middle") << QRect(300, 100, 1000, 700);
    QTest::newRow("over all") << QRect(0, 0, 1600, 1000);
    QTest::newRow("low") << QRect(200, 180, 1300, 820);
}

void TestClientPlace::liesWhereThereIsRoom_data()
{
    QTest::addColumn<QRect>("server");
    QTest::addColumn<QPoint>("place");
    QTest::newRow("right of it") << QRect(0, 50, 900, 800) << QPoint(900, 50);
    QTest::newRow("left of it") << QRect(700, 100, 900, 800) << QPoint(140, 100);
    QTest::newRow("over its lower part") << QRect(0, 0, 1600, 1000) << QPoint(944, 281);
}

void TestClientPlace::liesWhereThereIsRoom()
{
    QFETCH(QRect, server);
    QTEST(placeForClient(around(server), 0), "place");
}

void TestClientPlace::severalLieApartAndOnTheScreen()
{
    QFETCH(QRect, server);
    const ClientSurroundings there = around(server);
    QList<QPoint> before;
    for (int nth = 0; nth < 3; ++nth) {
        const QPoint place = placeForClient(there, nth);
        QVERIFY(there.available.contains(QRect(place, there.client)));
        QVERIFY(!before.contains(place));
        before.append(place);
    }
    QVERIFY(there.available.contains(QRect(placeForClient(there, 1000), there.client)));
}

void TestClientPlace::theTourStaysInView()
{
    QFETCH(QRect, server);
    const ClientSurroundings there = around(server);
    const QRect tour(server.left(), server.top(), server.width(), 280);
    for (int nth = 0; nth < 20; ++nth)
        QVERIFY(!tour.intersects(QRect(placeForClient(there, nth), there.client)));
}

QTEST_APPLESS_MAIN(TestClientPlace)
#include "tst_clientplace.moc"
