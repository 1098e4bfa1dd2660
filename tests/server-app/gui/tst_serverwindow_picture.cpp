#include "windowfixture.h"

#include "connectionqueues.h"
#include "language.h"
#include "picturepane.h"
#include "picturetext.h"
#include "pictureview.h"

#include <QAction>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using Kind = PictureItem::Kind;

/// The picture of the sockets in the server window, with real ones.
class tst_ServerWindowPicture final : public QObject
{
    Q_OBJECT

private:
    static QAction *action(const WindowFixture &fixture, const QString &name) { return fixture.find<QAction>(name); }
    static PictureView *view(const WindowFixture &fixture) { return fixture.find<PictureView>(u"picture"_s); }
    static PicturePane *pane(const WindowFixture &fixture) { return fixture.find<PicturePane>(u"picturePane"_s); }
    static void open(const WindowFixture &fixture) { action(fixture, u"actionPicture"_s)->trigger(); }
    static qsizetype rows(const WindowFixture &fixture) { return view(fixture)->picture().rows.size(); }

private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwindow_picture"_s);
    }

    void cleanup() { WindowFixture::forgetSettings(); }

    void itIsHiddenAtFirstAndOpenedByItsKey()
    {
        WindowFixture fixture;
        QVERIFY(!pane(fixture)->isVisible());
        QCOMPARE(action(fixture, u"actionPicture"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+P"_s));
        open(fixture);
        QVERIFY(pane(fixture)->isVisible());
        QVERIFY(fixture.table()->isVisible());
        QVERIFY(!view(fixture)->picture().isListening);
    }

    void itIsOpenAgainInTheNextWindow()
    {
        {
            WindowFixture fixture;
            open(fixture);
            fixture.window()->close();
        }
        WindowFixture fixture;
        QTRY_VERIFY(pane(fixture)->isVisible());
    }

    void socketsComeAndGoInIt()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QTRY_VERIFY(view(fixture)->picture().isListening);
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        QTRY_COMPARE(rows(fixture), 1);
        const PictureRow row = view(fixture)->picture().rows.constFirst();
        QCOMPARE(row.ends.peer.port, client->localPort());
        client->disconnectFromHost();
        QTRY_COMPARE(view(fixture)->picture().rows.constFirst().state(), SocketState::Closed);
        QTRY_COMPARE_WITH_TIMEOUT(rows(fixture), 0, 10'000);
    }

    void aMessageMovesAlongItsLine()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        QTRY_COMPARE(rows(fixture), 1);
        if (!view(fixture)->isAnimated())
            QSKIP("this system asks for no animations");
        client->write("hello\n");
        QTRY_VERIFY(view(fixture)->dotCount() > 0);
    }

    void nothingIsTakenWhileItIsHidden()
    {
        WindowFixture fixture;
        QVERIFY(fixture.listen());
        QVERIFY(fixture.connectClient());
        QCOMPARE(rows(fixture), 0);
        open(fixture);
        QCOMPARE(rows(fixture), 1);
    }

    void theProgramAtTheOtherEndIsNamed()
    {
#ifndef Q_OS_LINUX
        QSKIP("this system may not tell");
#endif
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QVERIFY(fixture.connectClient());
        QTRY_COMPARE(rows(fixture), 1);
        QTRY_COMPARE(view(fixture)->picture().rows.constFirst().owner.pid, QCoreApplication::applicationPid());
    }

    void whatIsSelectedInTheTableIsSelectedInThePicture()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QVERIFY(fixture.connectClient());
        QVERIFY(fixture.connectClient());
        QTRY_COMPARE(rows(fixture), 2);
        fixture.select({2});
        QVERIFY(view(fixture)->isSelected({Kind::Row, 1}));
        QVERIFY(!view(fixture)->isSelected({Kind::Row, 0}));
    }

    void whatIsSelectedInThePictureIsSelectedInTheTable()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QVERIFY(fixture.connectClient());
        QVERIFY(fixture.connectClient());
        QTRY_COMPARE(rows(fixture), 2);
        const QPoint at = view(fixture)->viewRectOf({Kind::Row, 1}).center();
        QTest::mouseClick(view(fixture)->viewport(), Qt::LeftButton, {}, at);
        const QModelIndexList selected = fixture.table()->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.constFirst().row(), 2);
        QVERIFY(view(fixture)->isSelected({Kind::Row, 1}));
    }

    void aFilterThatHidesWhatIsSelectedInThePictureIsTakenAway()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QVERIFY(fixture.connectClient());
        QTRY_COMPARE(rows(fixture), 1);
        auto *filter = fixture.find<QLineEdit>(u"socketsFilter"_s);
        filter->setText(u"nowhere"_s);
        QTRY_COMPARE(fixture.table()->model()->rowCount(), 1);
        view(fixture)->choose({Kind::Row, 0}, false);
        QCOMPARE(filter->text(), QString());
        QCOMPARE(fixture.table()->selectionModel()->selectedRows().size(), 1);
    }

    void whoWaitsToBeAcceptedIsSeen()
    {
#ifndef Q_OS_LINUX
        QSKIP("this system does not tell");
#endif
        WindowFixture fixture;
        action(fixture, u"actionAdmitOneAtATime"_s)->trigger();
        open(fixture);
        QVERIFY(fixture.listen());
        QTcpSocket *first = fixture.connectClient();
        QVERIFY(first);
        QTcpSocket second;
        second.connectToHost(QHostAddress::LocalHost, fixture.window()->listeningEndpoint().port);
        QVERIFY(second.waitForConnected());
        QTRY_COMPARE(PictureText::waiting(view(fixture)->picture()), u"1 connected, not yet accepted"_s);
        QVERIFY(!view(fixture)->places().waiting.isEmpty());
        first->disconnectFromHost();
        QTRY_COMPARE(view(fixture)->picture().waiting, 0);
        QTRY_COMPARE(rows(fixture), 2);
    }

    void whatIsNotReadIsSeen()
    {
        if (!ConnectionQueues::areTold())
            QSKIP("this system does not tell");
        constexpr quint64 MoreThanIsHeld = 100'000;
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        fixture.select({1});
        action(fixture, u"actionStopReading"_s)->trigger();
        QTRY_COMPARE(rows(fixture), 1);
        const auto row = [&fixture] { return view(fixture)->picture().rows.constFirst(); };
        QTRY_COMPARE(row().readingStopped, 1);
        client->write(QByteArray(MoreThanIsHeld, 'x'));
        QTRY_COMPARE(row().bytesUnread(), MoreThanIsHeld);
        QVERIFY(row().bytesHeld > 0 && row().receiveQueue->bytes > 0);
        action(fixture, u"actionReadOn"_s)->trigger();
        QTRY_COMPARE(row().bytesUnread(), quint64(0));
        QTRY_COMPARE(row().bytesIn, MoreThanIsHeld);
    }

    void pausedItStandsStillAndSaysSo()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QVERIFY(fixture.connectClient());
        QTRY_COMPARE(rows(fixture), 1);
        action(fixture, u"actionPausePicture"_s)->trigger();
        const auto title = [&fixture] { return pane(fixture)->findChild<QLabel *>()->text(); };
        QVERIFY(title().contains(u"paused at"_s));
        const Picture before = view(fixture)->picture();
        QTcpSocket *second = fixture.connectClient();
        QVERIFY(second);
        second->write("hello\n");
        QTRY_VERIFY(fixture.transcriptHas(u"hello"_s));
        QSignalSpy never(view(fixture), &PictureView::chosen);
        QVERIFY(!never.wait(300)); // longer than from one picture to the next
        QVERIFY(view(fixture)->picture() == before);
        action(fixture, u"actionPausePicture"_s)->trigger();
        QTRY_COMPARE(rows(fixture), 2);
        QVERIFY(!title().contains(u"paused"_s));
    }

    void aPauseOfAcceptingIsSeen()
    {
        WindowFixture fixture;
        open(fixture);
        QVERIFY(fixture.listen());
        QTRY_VERIFY(action(fixture, u"actionPauseAccepting"_s)->isEnabled());
        action(fixture, u"actionPauseAccepting"_s)->trigger();
        QTRY_VERIFY(view(fixture)->picture().isPaused);
    }

    void itIsSavedByItsActionAndThatIsTold()
    {
        const QTemporaryDir folder;
        WindowFixture fixture;
        QVERIFY(fixture.listen());
        action(fixture, u"actionSavePicture"_s)->trigger();
        auto *dialog = fixture.window()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(u"sockets.png"_s);
        Q_EMIT dialog->fileSelected(path);
        QVERIFY(!QImage(path).isNull());
        QVERIFY(fixture.banner().startsWith(u"The picture is in"_s));
        pane(fixture)->saveTo(folder.filePath(u"no/such/folder.pdf"_s));
        QVERIFY(fixture.banner().startsWith(u"The picture can't be written"_s));
    }
};

QTEST_MAIN(tst_ServerWindowPicture)
#include "tst_serverwindow_picture.moc"
