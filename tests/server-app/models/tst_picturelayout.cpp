#include "picturefixture.h"
#include "picturelayout.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PictureFixture;
using Kind = PictureItem::Kind;
using Way = PictureLayout::Way;

class tst_PictureLayout final : public QObject
{
    Q_OBJECT

private:
    static PictureMetrics metrics()
    {
        PictureMetrics metrics;
        metrics.width = [](const QString &text) { return 7.0 * double(text.size()); };
        metrics.strongWidth = [](const QString &text) { return 8.0 * double(text.size()); };
        return metrics;
    }

    static PictureLayout layoutOf(const Picture &picture) { return PictureLayout::of(picture, metrics()); }

private Q_SLOTS:
    void nothingLiesOutsideOrOnSomethingElse_data()
    {
        QTest::addColumn<Picture>("picture");
        QTest::newRow("nothing listens") << pictureOf({});
        QTest::newRow("nobody is there") << pictureOf({listener()});
        for (const int count : {1, 4, 30, 50, 60})
            QTest::addRow("%d sockets", count) << pictureOf(sockets(count));
        const QHash<SocketId, SocketOwner> owners{{1, {50, u"ncat"_s}}, {2, {60, u"ncat"_s}}, {3, {50, u"ncat"_s}}};
        QTest::newRow("several of one process") << pictureOf(sockets(4), owners);
        Picture waiting = pictureOf(sockets(1));
        waiting.waiting = 3;
        QTest::newRow("some wait") << waiting;
        Picture unread = pictureOf(sockets(3));
        unread.tellsUnread = true;
        QTest::newRow("what is unread is told") << unread;
    }

    void nothingLiesOutsideOrOnSomethingElse()
    {
        QFETCH(Picture, picture);
        const PictureLayout layout = layoutOf(picture);
        QList<QRectF> boxes{layout.listener};
        for (const PictureLayout::Row &row : layout.rows) {
            QVERIFY(layout.server.contains(row.box));
            QVERIFY(!row.localLabel.intersects(row.peerLabel));
            QVERIFY(!row.wayBounds().intersects(row.localLabel | row.peerLabel));
            QVERIFY(!row.wayBounds().intersects(layout.server));
            boxes.append(row.box);
        }
        for (const QRectF &client : layout.clients) {
            QVERIFY(!layout.server.intersects(client));
            for (const PictureLayout::Row &row : layout.rows)
                QVERIFY(!row.wayBounds().intersects(client));
        }
        boxes += layout.clients;
        boxes.append(layout.waiting);
        boxes.append(layout.hint);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY(QRectF(QPointF(), layout.size).contains(boxes.at(i)) || boxes.at(i).isEmpty());
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(!boxes.at(i).intersects(boxes.at(j)), qPrintable(u"%1 on %2"_s.arg(i).arg(j)));
        }
    }

    void aLineLeadsFromASocketToItsClient()
    {
        const QHash<SocketId, SocketOwner> owners{{1, {50, u"ncat"_s}}, {3, {50, u"ncat"_s}}};
        const Picture picture = pictureOf(sockets(3), owners);
        const PictureLayout layout = layoutOf(picture);
        for (int row = 0; row < layout.rows.size(); ++row) {
            const QLineF wire = layout.rows.at(row).wire;
            QCOMPARE(wire.x1(), layout.rows.at(row).box.right());
            const QRectF client = layout.clients.at(picture.clientOf(row));
            QCOMPARE(wire.x2(), client.left());
            QVERIFY(client.top() < wire.y2() && wire.y2() < client.bottom());
        }
    }

    void thePortIsOnTheServersEdgeWhileItListens()
    {
        const PictureLayout listening = layoutOf(pictureOf({listener()}));
        QVERIFY(listening.port.left() < listening.server.right() && listening.server.right() < listening.port.right());
        QVERIFY(layoutOf(pictureOf({listener(false)})).port.isEmpty());
    }

    void thereIsAHintUntilSomebodyIsThere()
    {
        QVERIFY(!layoutOf(pictureOf({})).hint.isEmpty());
        QVERIFY(!layoutOf(pictureOf({listener()})).hint.isEmpty());
        QVERIFY(layoutOf(pictureOf(sockets(1))).hint.isEmpty());
    }

    void whatLiesAtAPointIsFound()
    {
        const PictureLayout layout = layoutOf(pictureOf(sockets(3)));
        QCOMPARE(layout.itemAt(layout.listener.center()), std::optional(PictureItem{}));
        QCOMPARE(layout.itemAt(layout.port.center()), std::optional(PictureItem{}));
        QCOMPARE(layout.itemAt(layout.rows.at(1).box.center()), std::optional(PictureItem{Kind::Row, 1}));
        QCOMPARE(layout.itemAt(layout.rows.at(2).wire.center()), std::optional(PictureItem{Kind::Row, 2}));
        QCOMPARE(layout.itemAt(layout.clients.at(2).center()), std::optional(PictureItem{Kind::Client, 2}));
        QCOMPARE(layout.itemAt({-5, -5}), std::nullopt);
    }

    void arrowsWalk_data()
    {
        QTest::addColumn<PictureItem>("from");
        QTest::addColumn<Way>("way");
        QTest::addColumn<PictureItem>("to");
        const auto row = [](int index) { return PictureItem{Kind::Row, index}; };
        const auto client = [](int index) { return PictureItem{Kind::Client, index}; };
        QTest::newRow("down from the listening socket") << PictureItem{} << Way::Down << row(0);
        QTest::newRow("up to it") << row(0) << Way::Up << PictureItem{};
        QTest::newRow("no further up") << PictureItem{} << Way::Up << PictureItem{};
        QTest::newRow("down") << row(0) << Way::Down << row(1);
        QTest::newRow("no further down") << row(3) << Way::Down << row(3);
        QTest::newRow("to the client of two") << row(1) << Way::Right << client(0);
        QTest::newRow("to another client") << row(2) << Way::Right << client(1);
        QTest::newRow("back to its first socket") << client(0) << Way::Left << row(0);
        QTest::newRow("to the next client") << client(0) << Way::Down << client(1);
        QTest::newRow("no client further down") << client(2) << Way::Down << client(2);
        QTest::newRow("nothing on the left") << row(1) << Way::Left << row(1);
        QTest::newRow("nothing on the right") << PictureItem{} << Way::Right << PictureItem{};
    }

    void arrowsWalk()
    {
        QFETCH(PictureItem, from);
        QFETCH(Way, way);
        const QHash<SocketId, SocketOwner> owners{{1, {50, u"ncat"_s}}, {2, {50, u"ncat"_s}}};
        const Picture picture = pictureOf(sockets(4), owners);
        QTEST(layoutOf(picture).next(picture, from, way), "to");
    }
};

QTEST_GUILESS_MAIN(tst_PictureLayout)
#include "tst_picturelayout.moc"
