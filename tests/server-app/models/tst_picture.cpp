#include "picturefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PictureFixture;

static constexpr qint64 Now = 1'000'000;

class tst_Picture final : public QObject
{
    Q_OBJECT

private:
    static QStringList keys(const Picture &picture)
    {
        QStringList list;
        for (const PictureRow &row : picture.rows)
            list.append(row.key);
        return list;
    }

private Q_SLOTS:
    void whatIsUnreadIsWhatWaitsHereAndInTheSystem()
    {
        SocketStatus status = socket(1);
        status.bytesUnread = 100;
        PictureRow row = pictureOf({listener(), status}).rows.constFirst();
        QCOMPARE(row.bytesUnread(), std::nullopt); // a part of it only
        row.receiveQueue = ReceiveQueue{.bytes = 50, .taken = 200, .room = 500};
        QCOMPARE(row.bytesUnread(), quint64(150));
        QCOMPARE(row.unreadFullness(), 0.5);
        row.receiveQueue->taken = 600; // the system goes a little past its limit
        QCOMPARE(row.unreadFullness(), 1.0);
    }

    void beforeAnythingListensThereIsNothingButTheProgram()
    {
        const Picture picture = pictureOf({});
        QVERIFY(!picture.isListening);
        QVERIFY(!picture.listening.isKnown());
        QCOMPARE(picture.server.program, u"oneport-server"_s);
        QCOMPARE(picture.items(), QList<PictureItem>{PictureItem{}});
    }

    void theListeningSocketIsNotARow()
    {
        const Picture picture = pictureOf({listener()});
        QVERIFY(picture.isListening);
        QCOMPARE(picture.listening.toString(), u"127.0.0.1:8080"_s);
        QVERIFY(picture.rows.isEmpty());
        QVERIFY(!pictureOf({listener(false)}).isListening);
    }

    void aPauseOfAcceptingIsTold()
    {
        SocketStatus paused = listener();
        paused.acceptingPaused = true;
        QVERIFY(pictureOf({paused}).isPaused);
        paused.state = SocketState::Closed;
        QVERIFY(!pictureOf({paused}).isPaused);
    }

    void eachSocketIsARowWithWhatItsStatusSays()
    {
        SocketStatus status = socket(7);
        status.bytesIn = 10;
        status.bytesOut = 20;
        status.bytesQueued = 30;
        status.state = SocketState::PeerFinished;
        status.readingStopped = true;
        const PictureRow row = pictureOf({listener(), status}).rows.value(0);
        QCOMPARE(row.ids, QList<SocketId>{7});
        QCOMPARE(row.state(), SocketState::PeerFinished);
        QCOMPARE(row.readingStopped, 1);
        QCOMPARE(row.ends, (SocketEnds{status.local, status.peer}));
        QCOMPARE((std::array{row.bytesIn, row.bytesOut, row.bytesQueued}), (std::array<quint64, 3>{10, 20, 30}));
    }

    void socketsOfOneProcessStandTogetherAndLeadToOneClient()
    {
        const QHash<SocketId, SocketOwner> owners{{1, {50, u"ncat"_s}}, {2, {60, u"ncat"_s}}, {3, {50, u"ncat"_s}}};
        const Picture picture = pictureOf(sockets(4), owners);
        QCOMPARE(keys(picture), (QStringList{u"#1"_s, u"#3"_s, u"#2"_s, u"#4"_s}));
        QCOMPARE(picture.clients.size(), 3);
        QCOMPARE(picture.idsOf({PictureItem::Kind::Client, 0}), (QList<SocketId>{1, 3}));
        QCOMPARE(picture.clientOf(0), 0);
        QCOMPARE(picture.clientOf(1), 0);
        QCOMPARE(picture.clientOf(2), 1);
        QCOMPARE(picture.clientOf(3), 2);
    }

    void socketsStandInTheOrderOfTheirNumbers()
    {
        const Picture picture = pictureOf({socket(12), socket(3), listener(), socket(7)});
        QCOMPARE(keys(picture), (QStringList{u"#3"_s, u"#7"_s, u"#12"_s}));
    }

    void anItemIsFoundByItsKeyWhereverItIsLater()
    {
        const Picture before = pictureOf(sockets(3));
        const QString key = before.keyOf({PictureItem::Kind::Row, 2});
        const Picture after = pictureOf({listener(), socket(3)});
        QCOMPARE(after.find(key), std::optional(PictureItem{PictureItem::Kind::Row, 0}));
        QCOMPARE(after.find(before.keyOf({PictureItem::Kind::Row, 0})), std::nullopt);
    }

    void upToFiftyAreShownOneByOneAndMoreInGroups()
    {
        QVERIFY(!pictureOf(sockets(Picture::MaxSingle)).isGrouped());
        const Picture picture = pictureOf(sockets(Picture::MaxSingle + 1));
        QVERIFY(picture.isGrouped());
        QCOMPARE(picture.rows.size(), 1);
        QCOMPARE(picture.rows.constFirst().ids.size(), Picture::MaxSingle + 1);
    }

    void groupsAreByAddressAndProgramWithTotals()
    {
        QList<SocketStatus> all = sockets(60);
        QHash<SocketId, SocketOwner> owners;
        for (SocketId id = 1; id <= 20; ++id)
            owners.insert(id, {qint64(1000 + id), u"ncat"_s});
        for (SocketId id = 51; id <= 60; ++id)
            all[qsizetype(id)].peer.address = QHostAddress(u"10.0.0.1"_s);
        all[1].bytesIn = 5;
        all[2].bytesIn = 7;
        all[2].bytesQueued = 9;
        all[3] = closed(3, CloseReason::PeerClosed, Now);
        const Picture picture = pictureOf(all, owners);
        QCOMPARE(picture.rows.size(), 3);
        const PictureRow &ncat = picture.rows.at(0);
        QCOMPARE(ncat.ids.size(), 20);
        QCOMPARE(ncat.owner.program, u"ncat"_s);
        QCOMPARE(ncat.bytesIn, 12);
        QCOMPARE(ncat.bytesQueued, 9);
        QCOMPARE(ncat.count(SocketState::Closed), 1);
        QCOMPARE(ncat.closedAt, 0);
        QCOMPARE(picture.rows.at(1).ids.size(), 30);
        QCOMPARE(picture.rows.at(2).ends.peer.address, QHostAddress(u"10.0.0.1"_s));
    }

    void pastAllGroupsTheSmallestBecomeOne()
    {
        QList<SocketStatus> all{listener()};
        for (int i = 0; i < 80; ++i)
            all.append(socket(SocketId(i + 1), u"10.0.0.%1"_s.arg(i + 1)));
        all.append(socket(81, u"10.0.0.80"_s)); // the only group of two
        const Picture picture = pictureOf(all);
        QCOMPARE(picture.rows.size(), Picture::MaxGroups);
        QVERIFY(picture.rows.constLast().isRest);
        QCOMPARE(picture.rows.constLast().ids.size(), 81 - 48 - 2);
        qsizetype sockets = 0;
        for (const PictureRow &row : picture.rows)
            sockets += row.ids.size();
        QCOMPARE(sockets, 81);
        QCOMPARE(picture.rows.at(picture.rows.size() - 2).ids, (QList<SocketId>{80, 81}));
    }

    void closedOnesStayForSomeSecondsAndFade()
    {
        const SocketStatus gone = closed(1, CloseReason::Reset, Now);
        const qint64 stays = Picture::ClosedStays.count();
        QVERIFY(isInPicture(gone, Now + stays - 1));
        QVERIFY(!isInPicture(gone, Now + stays));
        QVERIFY(isInPicture(socket(1), Now));
        QVERIFY(isInPicture(listener(false), Now));
        QCOMPARE(pictureOpacity(0, Now), 1.0);
        QCOMPARE(pictureOpacity(Now, Now + stays - Picture::Fades.count()), 1.0);
        QCOMPARE(pictureOpacity(Now, Now + stays - Picture::Fades.count() / 2), 0.5);
        QCOMPARE(pictureOpacity(Now, Now + stays + 1), 0.0);
        QCOMPARE(pictureOf({gone}).rows.constFirst().reason, CloseReason::Reset);
    }
};

QTEST_GUILESS_MAIN(tst_Picture)
#include "tst_picture.moc"
