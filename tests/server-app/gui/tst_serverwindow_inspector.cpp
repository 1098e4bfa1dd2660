#include "windowfixture.h"

#include "language.h"
#include "rttplot.h"
#include "socketsmodel.h"

#include <QAction>
#include <QDockWidget>
#include <QGroupBox>
#include <QInputDialog>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// The inspector of the server window, and what one does to the sockets that it shows.
class TestServerWindowInspector final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwindow_inspector"_s);
    }
    void cleanup() { WindowFixture::forgetSettings(); }
    void itIsOpenedByItsActionAndSaysWhatToDo();
    void theSelectedSocketIsShownLive();
    void nothingIsCutAtItsSide();
    void theListeningSocketHasAnotherSetOfCalls();
    void aClosedSocketKeepsItsTimeLineAndItsCalls();
    void whatIsClosedIsNotAsked();
    void readingIsStoppedAndGoesOn();
    void aResetIsSeenInTheTableAndTheTranscript();
    void writingIsShutDown();
    void acceptingIsPausedAndResumed();
    void oneAtATimeIsChosenInTheMenu();
    void theLimitIsAskedFor();
    void theLimitOfAnAddressIsAskedForAndTakenBack();
    void theBacklogHoldsFromTheNextStart();
    void theInspectorIsOpenAgainInTheNextWindow();
};

static QAction *actionOf(WindowFixture &fixture, const QString &name)
{
    return fixture.find<QAction>(name);
}

static void openInspector(WindowFixture &fixture)
{
    actionOf(fixture, u"actionInspector"_s)->trigger();
}

/// All that a section says.
static QString textOf(WindowFixture &fixture, const QString &section)
{
    QStringList texts;
    const auto labels = fixture.find<QGroupBox>(section)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

static QString lastStep(WindowFixture &fixture)
{
    const auto *line = fixture.find<QListWidget>(u"timeLine"_s);
    return line->count() > 0 ? line->item(line->count() - 1)->text() : QString();
}

static QString reach(WindowFixture &fixture)
{
    return fixture.label(u"reach"_s);
}

void TestServerWindowInspector::itIsOpenedByItsActionAndSaysWhatToDo()
{
    WindowFixture fixture;
    auto *dock = fixture.find<QDockWidget>(u"inspectorDock"_s);
    QVERIFY(!dock->isVisible());
    QCOMPARE(actionOf(fixture, u"actionInspector"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+I"_s));
    openInspector(fixture);
    QVERIFY(dock->isVisible());
    QVERIFY(fixture.label(u"inspectorHint"_s).startsWith(u"Select a socket"_s));
}

void TestServerWindowInspector::theSelectedSocketIsShownLive()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    openInspector(fixture);
    fixture.select({1});

    QTRY_COMPARE(fixture.find<QDockWidget>(u"inspectorDock"_s)->windowTitle(), u"Inspector – socket #1"_s);
    QCOMPARE(actionOf(fixture, u"actionInspector"_s)->text(), u"&Inspector"_s);
    QTRY_VERIFY(textOf(fixture, u"inspectorEndpoints"_s).contains(u"127.0.0.1:%1"_s.arg(client->localPort())));
    QTRY_VERIFY(textOf(fixture, u"inspectorBuffers"_s).contains(u"Unread in this program"_s));
    client->write("hello\n");
    QTRY_VERIFY(textOf(fixture, u"inspectorOperations"_s).contains(u"1 × · 6 bytes"_s));
#ifdef Q_OS_LINUX
    QTRY_VERIFY(textOf(fixture, u"inspectorProtocol"_s).contains(u"ESTABLISHED"_s));
    QTRY_VERIFY(fixture.find<RttPlot>(u"rttPlot"_s)->samples().size() > 2);
#endif
    QVERIFY(lastStep(fixture).contains(u"accepted"_s));
}

void TestServerWindowInspector::nothingIsCutAtItsSide()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    openInspector(fixture);
    fixture.select({1});
    QTRY_VERIFY(textOf(fixture, u"inspectorBuffers"_s).contains(u"Unread in this program"_s));
    fixture.window()->resize(fixture.window()->minimumSizeHint());
    const auto *inspector = fixture.find<QScrollArea>(u"inspector"_s);
    QTRY_VERIFY(inspector->widget()->width() <= inspector->viewport()->width());
}

void TestServerWindowInspector::theListeningSocketHasAnotherSetOfCalls()
{
    WindowFixture fixture;
    openInspector(fixture);
    QVERIFY(fixture.listen());
    fixture.select({0});
    QTRY_VERIFY(textOf(fixture, u"inspectorOperations"_s).contains(u"bind"_s));
    QVERIFY(fixture.connectClient());
    QTRY_VERIFY(textOf(fixture, u"inspectorOperations"_s).contains(u"accept\n1 ×"_s));
    QVERIFY(!fixture.find<QGroupBox>(u"inspectorBuffers"_s)->isVisible());
#ifdef Q_OS_LINUX
    QTRY_VERIFY(textOf(fixture, u"inspectorProtocol"_s).contains(u"Backlog\n1,024"_s));
#endif
}

void TestServerWindowInspector::aClosedSocketKeepsItsTimeLineAndItsCalls()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    openInspector(fixture);
    fixture.select({1});
    QTRY_VERIFY(fixture.find<QGroupBox>(u"inspectorBuffers"_s)->isVisible());
    client->disconnectFromHost();

    QTRY_VERIFY(lastStep(fixture).endsWith(u"closed: the peer closed"_s));
    QVERIFY(textOf(fixture, u"inspectorOperations"_s).contains(u"close\n1 ×"_s));
    QVERIFY(!fixture.find<QGroupBox>(u"inspectorBuffers"_s)->isVisible());
    QVERIFY(!fixture.find<QGroupBox>(u"inspectorTcp"_s)->isVisible());
}

void TestServerWindowInspector::whatIsClosedIsNotAsked()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    openInspector(fixture);
    fixture.select({1});
    auto *plot = fixture.find<RttPlot>(u"rttPlot"_s);
    QTRY_VERIFY(textOf(fixture, u"inspectorBuffers"_s).contains(u"Unread"_s));
    openInspector(fixture); // the same action closes it
    const qsizetype before = plot->samples().size();
    QSignalSpy updated(fixture.table()->model(), &QAbstractItemModel::dataChanged);
    updated.wait(600);
    QVERIFY(plot->samples().size() <= before + 1); // one can have been on its way
}

void TestServerWindowInspector::readingIsStoppedAndGoesOn()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    openInspector(fixture);
    fixture.select({1});
    QVERIFY(!actionOf(fixture, u"actionReadOn"_s)->isEnabled());
    actionOf(fixture, u"actionStopReading"_s)->trigger();
    QTRY_COMPARE(fixture.cell(1, SocketsModel::State), u"connected, reading stopped"_s);
    QTRY_VERIFY(!actionOf(fixture, u"actionStopReading"_s)->isEnabled());
    client->write("waits\n");
    QTRY_VERIFY(textOf(fixture, u"inspectorBuffers"_s).contains(u"6 of 65,536 bytes"_s));
    QVERIFY(!fixture.transcriptHas(u"waits"_s));

    actionOf(fixture, u"actionReadOn"_s)->trigger();

    QTRY_VERIFY(fixture.transcriptHas(u"waits"_s));
    QTRY_COMPARE(fixture.cell(1, SocketsModel::State), u"connected"_s);
}

void TestServerWindowInspector::aResetIsSeenInTheTableAndTheTranscript()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    QVERIFY(!actionOf(fixture, u"actionReset"_s)->isEnabled());
    openInspector(fixture);
    fixture.select({1});
    actionOf(fixture, u"actionReset"_s)->trigger();
    QTRY_COMPARE(fixture.cell(1, SocketsModel::State), u"closed"_s);
    QCOMPARE(fixture.cell(1, SocketsModel::Reason), u"reset by us (RST)"_s);
    QTRY_COMPARE(fixture.label(u"inspectorState"_s), u"closed: reset by us (RST)"_s);
    QVERIFY(lastStep(fixture).endsWith(u"closed: reset by us (RST)"_s));
    QTRY_VERIFY(fixture.transcriptHas(u"reset by us, RST"_s));
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(!actionOf(fixture, u"actionReset"_s)->isEnabled());
}

void TestServerWindowInspector::writingIsShutDown()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    client->setReadBufferSize(1); // full: it does not see the FIN, at which QTcpSocket would close
    fixture.send(u"hello"_s);
    QTRY_COMPARE(client->bytesAvailable(), 1);
    fixture.select({1});
    actionOf(fixture, u"actionFinishWriting"_s)->trigger();
    QTRY_VERIFY(fixture.transcriptHas(u"we send no more (FIN)"_s));
    QTRY_COMPARE(fixture.cell(1, SocketsModel::State), u"half-closed by us"_s);
    QVERIFY(!fixture.find<QPushButton>(u"send"_s)->isEnabled());

    QTcpSocket *other = fixture.connectClient();
    QVERIFY(other);
    fixture.send(u"on"_s);
    QTRY_COMPARE(other->bytesAvailable(), 3);
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to #2"_s);
}

void TestServerWindowInspector::acceptingIsPausedAndResumed()
{
    WindowFixture fixture;
    QAction *pause = actionOf(fixture, u"actionPauseAccepting"_s);
    QVERIFY(!pause->isEnabled());
    QVERIFY(fixture.listen());
    QTRY_VERIFY(pause->isEnabled());
    pause->trigger();
    QTRY_COMPARE(fixture.cell(0, SocketsModel::State), u"listening, accepting paused"_s);
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, fixture.window()->listeningEndpoint().port);
    QVERIFY(client.waitForConnected());
    openInspector(fixture);
    fixture.select({0});
#ifdef Q_OS_LINUX
    QTRY_VERIFY(textOf(fixture, u"inspectorProtocol"_s).contains(u"Connected, not accepted\n1"_s));
#endif
    QVERIFY2(reach(fixture).contains(u"Accepting is paused"_s), qPrintable(reach(fixture)));
#ifdef Q_OS_LINUX
    QTRY_VERIFY2(reach(fixture).contains(u"Accepting is paused: 1 client"_s), qPrintable(reach(fixture)));
#endif
    QCOMPARE(fixture.table()->model()->rowCount(), 1);
    pause->trigger();
    QTRY_COMPARE(fixture.table()->model()->rowCount(), 2);
    QTRY_VERIFY2(!reach(fixture).contains(u"Accepting"_s), qPrintable(reach(fixture)));
}

void TestServerWindowInspector::oneAtATimeIsChosenInTheMenu()
{
    WindowFixture fixture;
    actionOf(fixture, u"actionAdmitOneAtATime"_s)->trigger();
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QVERIFY(first);
    QTcpSocket second;
    second.connectToHost(QHostAddress::LocalHost, fixture.window()->listeningEndpoint().port);
    QVERIFY(second.waitForConnected());
    QVERIFY2(reach(fixture).contains(u"One at a time: "_s), qPrintable(reach(fixture)));
#ifdef Q_OS_LINUX
    QTRY_VERIFY2(reach(fixture).contains(u"One at a time: 1 client"_s), qPrintable(reach(fixture)));
#endif
    first->write("one\n");
    QTRY_VERIFY(fixture.transcriptHas(u"one"_s));
    QCOMPARE(fixture.table()->model()->rowCount(), 2);
    first->disconnectFromHost();
    QTRY_COMPARE(fixture.table()->model()->rowCount(), 3);
}

void TestServerWindowInspector::theLimitIsAskedFor()
{
    WindowFixture fixture;
    actionOf(fixture, u"actionAdmitAtMost"_s)->trigger();
    QVERIFY(actionOf(fixture, u"actionAdmitEveryone"_s)->isChecked()); // until a number is there
    auto *dialog = fixture.window()->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setIntValue(1);
    dialog->accept();
    QVERIFY(actionOf(fixture, u"actionAdmitAtMost"_s)->isChecked());
    QCOMPARE(actionOf(fixture, u"actionAdmitAtMost"_s)->text(), u"At &most 1…"_s);
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QVERIFY2(reach(fixture).contains(u"who comes then is turned away"_s), qPrintable(reach(fixture)));
    QVERIFY(fixture.connectClient());
    QTRY_VERIFY(fixture.transcriptHas(u"turned away: the limit of clients is reached"_s));
}

void TestServerWindowInspector::theLimitOfAnAddressIsAskedForAndTakenBack()
{
    WindowFixture fixture;
    QAction *limit = actionOf(fixture, u"actionAdmitAtMostPerAddress"_s);
    limit->trigger();
    QVERIFY(!limit->isChecked()); // until a number is there
    auto *dialog = fixture.window()->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setIntValue(1);
    dialog->accept();
    QVERIFY(limit->isChecked());
    QVERIFY(actionOf(fixture, u"actionAdmitEveryone"_s)->isChecked());
    QCOMPARE(limit->text(), u"At most 1 from each &address"_s);
    QVERIFY(fixture.listen());
    QVERIFY2(reach(fixture).contains(u"At most 1 client from each address"_s), qPrintable(reach(fixture)));
    QVERIFY(fixture.connectClient());
    QVERIFY(fixture.connectClient());
    QTRY_VERIFY(fixture.transcriptHas(u"turned away: the limit of clients from one address is reached"_s));
    QTRY_COMPARE(fixture.table()->model()->rowCount(), 3);
    limit->trigger();
    QVERIFY(!limit->isChecked());
    QVERIFY2(!reach(fixture).contains(u"At most"_s), qPrintable(reach(fixture)));
    QTcpSocket *third = fixture.connectClient();
    QVERIFY(third);
    third->write("let in\n");
    QTRY_VERIFY(fixture.transcriptHas(u"let in"_s));
}

void TestServerWindowInspector::theBacklogHoldsFromTheNextStart()
{
    WindowFixture fixture;
    actionOf(fixture, u"actionBacklog"_s)->trigger();
    auto *dialog = fixture.window()->findChild<QInputDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->intValue(), ServerOptions::DefaultBacklog);
    dialog->setIntValue(5);
    dialog->accept();
    QVERIFY(fixture.listen());
    openInspector(fixture);
    fixture.select({0});
    QTRY_VERIFY(textOf(fixture, u"inspectorProtocol"_s).contains(u"Backlog\n5"_s));
}

void TestServerWindowInspector::theInspectorIsOpenAgainInTheNextWindow()
{
    {
        WindowFixture fixture;
        openInspector(fixture);
        fixture.window()->close();
    }
    WindowFixture fixture;
    QTRY_VERIFY(fixture.find<QDockWidget>(u"inspectorDock"_s)->isVisible());
}

QTEST_MAIN(TestServerWindowInspector)
#include "tst_serverwindow_inspector.moc"
