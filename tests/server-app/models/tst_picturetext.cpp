#include "picturefixture.h"
#include "picturetext.h"
#include "record.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PictureFixture;
using Kind = PictureItem::Kind;

class tst_PictureText final : public QObject
{
    Q_OBJECT

private:
    static PictureRow rowOf(const SocketStatus &status) { return pictureOf({listener(), status}).rows.constFirst(); }

private Q_SLOTS:
    void whatToDoAndWhatToWaitForIsSaid()
    {
        QVERIFY(PictureText::hint(pictureOf({})).startsWith(u"Press Start listening."_s));
        QCOMPARE(PictureText::hint(pictureOf({listener()})), u"Waiting for a client…"_s);
        QCOMPARE(PictureText::hint(pictureOf(sockets(1))), QString());
        QCOMPARE(PictureText::listenerTitle(pictureOf({})), u"not listening"_s);
        QCOMPARE(PictureText::listenerTitle(pictureOf({listener()})), u"listening on 127.0.0.1:8080"_s);
        QCOMPARE(PictureText::serverTitle({u"oneport-server"_s, 4711, 0}), u"oneport-server · process 4711"_s);
    }

    void whoWaitsIsSaidInsteadOfTheHint()
    {
        Picture picture = pictureOf({listener()});
        QCOMPARE(PictureText::waiting(picture), QString());
        picture.waiting = 2;
        QCOMPARE(PictureText::waiting(picture), u"2 connected, not yet accepted"_s);
        QCOMPARE(PictureText::hint(picture), QString());
        QVERIFY(PictureText::spoken(picture, {}).endsWith(u"2 connected, not yet accepted"_s));
    }

    void aPauseIsSaid()
    {
        SocketStatus paused = listener();
        paused.acceptingPaused = true;
        QCOMPARE(PictureText::listenerNote(pictureOf({paused})), u"Accepting is paused: who connects has to wait."_s);
    }

    void statesAreSaidInWords_data()
    {
        QTest::addColumn<SocketState>("state");
        QTest::addColumn<bool>("readingStopped");
        QTest::addColumn<QString>("text");
        QTest::newRow("connected") << SocketState::Connected << false << u"connected"_s;
        QTest::newRow("reading stopped") << SocketState::Connected << true << u"connected, reading stopped"_s;
        QTest::newRow("theirs") << SocketState::PeerFinished << false << u"half-closed: the peer sends no more"_s;
        QTest::newRow("ours") << SocketState::WeFinished << false << u"half-closed: we send no more"_s;
        QTest::newRow("closing") << SocketState::Closing << false << u"closing"_s;
        QTest::newRow("closed") << SocketState::Closed << true << u"closed"_s;
    }

    void statesAreSaidInWords()
    {
        QFETCH(SocketState, state);
        SocketStatus status = socket(1);
        status.state = state;
        QFETCH(bool, readingStopped);
        status.readingStopped = readingStopped;
        QTEST(PictureText::rowState(rowOf(status)), "text");
    }

    void aClosedOneSaysWhyInsteadOfItsQueue()
    {
        SocketStatus status = socket(3);
        status.bytesQueued = 1200;
        QCOMPARE(PictureText::rowQueue(rowOf(status)), u"queued: 1.2 kB"_s);
        SocketStatus reset = closed(3, CloseReason::ClosedByUs, 1);
        QCOMPARE(PictureText::rowQueue(rowOf(reset)), u"closed by us"_s);
        reset.detail = Record::ResetMark;
        QCOMPARE(PictureText::rowQueue(rowOf(reset)), u"reset by us (RST)"_s);
        QCOMPARE(PictureText::rowQueue(rowOf(closed(3, CloseReason::PeerClosed, 1))),
                 closeReasonText(CloseReason::PeerClosed));
    }

    void whatIsUnreadIsSaid()
    {
        Picture picture = pictureOf(sockets(1));
        PictureRow &row = picture.rows.first();
        QCOMPARE(PictureText::rowUnread(row), u"unread: –"_s);
        QVERIFY(!PictureText::toolTip(picture, {Kind::Row, 0}).contains(u"have arrived"_s));
        row.bytesHeld = 200;
        row.receiveQueue = ReceiveQueue{.bytes = 1000, .taken = 2000, .room = 9000};
        QCOMPARE(PictureText::rowUnread(row), u"unread: 1.2 kB"_s);
        QVERIFY(PictureText::spoken(picture, {Kind::Row, 0}).contains(u", unread: 1.2 kB, queued: 0 B"_s));
        QVERIFY(PictureText::toolTip(picture, {Kind::Row, 0})
                    .contains(u"1.2 kB have arrived and are not taken yet: 200 B wait in this program, 1.0 kB in"_s));
    }

    void aServerThatDoesNotListenDoesNotClaimThatThePortIsFree()
    {
        QVERIFY(!PictureText::listenerNote(pictureOf({})).contains(u"free"_s));
    }

    void clientsAreNamedWhereTheSystemTells()
    {
        const Picture picture = pictureOf(sockets(2), {{1, {4711, u"ncat"_s}}});
        QCOMPARE(PictureText::clientTitle(picture, 0), u"ncat"_s);
        QCOMPARE(PictureText::clientNote(picture, 0), u"process 4711"_s);
        QCOMPARE(PictureText::clientTitle(picture, 1), u"Client"_s);
        QCOMPARE(PictureText::clientNote(picture, 1), u"127.0.0.1"_s);
    }

    void groupsSayHowManyAndInWhichStates()
    {
        QList<SocketStatus> all = sockets(60);
        all[2] = closed(2, CloseReason::Reset, 1);
        QHash<SocketId, SocketOwner> owners;
        for (SocketId id = 1; id <= 37; ++id)
            owners.insert(id, {qint64(id), u"ncat"_s});
        const Picture picture = pictureOf(all, owners);
        QCOMPARE(PictureText::clientTitle(picture, 0), u"127.0.0.1 · ncat ×37"_s);
        QCOMPARE(PictureText::clientTitle(picture, 1), u"127.0.0.1 ×23"_s);
        QCOMPARE(PictureText::rowState(picture.rows.at(0)), u"36 connected, 1 closed"_s);
    }

    void everyItemIsReadAsASentence()
    {
        const Picture picture = pictureOf(sockets(1), {{1, {4711, u"ncat"_s}}});
        QCOMPARE(PictureText::spoken(picture, {Kind::Row, 0}),
                 u"socket 1, connected, from 127.0.0.1:8080 to 127.0.0.1:50001, ncat, process 4711, "
                 u"received 0 B, sent 0 B, queued: 0 B"_s);
        QCOMPARE(PictureText::spoken(picture, {}), u"the listening socket, listening on 127.0.0.1:8080"_s);
        QVERIFY(PictureText::spoken(picture, {Kind::Client, 0}).startsWith(u"ncat, process 4711, "_s));
        for (const PictureItem &item : picture.items())
            QVERIFY(!PictureText::toolTip(picture, item).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_PictureText)
#include "tst_picturetext.moc"
