#include "windowfixture.h"

#include "filesendbar.h"
#include "framingbox.h"
#include "language.h"
#include "sendfiledialog.h"
#include "socketsmodel.h"
#include "socketsview.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTemporaryFile>
#include <QToolButton>

using namespace Qt::StringLiterals;

class tst_ServerWindowTraffic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwindow_traffic"_s);
    }
    void init() { WindowFixture::forgetSettings(); }

    void eachClientGetsARowBelowTheListeningSocket();
    void whatAClientSendsIsShown();
    void anotherFramingIsNoTraffic();
    void aMessageGoesToAll();
    void whatTheFramingCanNotCarryStaysInTheField();
    void hexWithItsOwnEndingGoesOutAsItIs();
    void aMessageGoesToTheSelectedOnesOnly();
    void theFieldSaysToWhomTheMessageGoes();
    void nothingIsSentToNobody();
    void theOutcomeTellsWhoGotIt();
    void theOutcomeIsPastAtTheNextKeyAndAtTheStop();
    void aFileGoesToWhomMessagesGo();
    void aFileCanBePausedAndCancelled();
    void relayPassesMessagesToTheOthers();
    void echoSendsMessagesBack();
    void disconnectClosesTheSelectedSocket();
    void closedRowsStayUntilTheyAreCleared();
    void selectingSocketsNarrowsTheTranscript();
};

void tst_ServerWindowTraffic::eachClientGetsARowBelowTheListeningSocket()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QCOMPARE(fixture.cell(0, SocketsModel::State), u"listening"_s);
    for (int number = 1; number <= 3; ++number) {
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        QTRY_COMPARE(client->state(), QAbstractSocket::ConnectedState);
        QCOMPARE(fixture.cell(number, SocketsModel::Number), u"#%1"_s.arg(number));
        QCOMPARE(fixture.cell(number, SocketsModel::Peer), u"127.0.0.1:%1"_s.arg(client->localPort()));
        QCOMPARE(fixture.cell(number, SocketsModel::State), u"connected"_s);
    }
    QTRY_COMPARE(fixture.label(u"statusSockets"_s), u"Open: 3"_s);
}

void tst_ServerWindowTraffic::whatAClientSendsIsShown()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    client->write("grüße\n");
    QTRY_VERIFY(fixture.transcriptHas(u"grüße"_s));
    QTRY_COMPARE(fixture.cell(1, SocketsModel::Received), u"8"_s);
}

/// The number in front of "msg/s".
static int messageRate(const WindowFixture &fixture)
{
    return fixture.label(u"statusMessages"_s).section(u' ', 0, 0).toInt();
}

void tst_ServerWindowTraffic::anotherFramingIsNoTraffic()
{
    WindowFixture fixture;
    fixture.choose(u"mode"_s, u"Show"_s);
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    client->write(QByteArray("a;b;c;d;e;f;g;h;\n").repeated(3));
    QTRY_COMPARE(messageRate(fixture), 3);
    QTRY_COMPARE(messageRate(fixture), 0);
    auto *framing = fixture.find<FramingBox>(u"framing"_s);
    framing->setFraming(*parseFraming(u"delimiter:;"));
    Q_EMIT framing->framingChosen(framing->framing());
    QTRY_VERIFY(fixture.transcript()->rowCount() > 24);
    QVERIFY(!QTest::qWaitFor([&fixture] { return messageRate(fixture) > 0; }, 1500));
}

void tst_ServerWindowTraffic::aMessageGoesToAll()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    QTRY_COMPARE(fixture.find<QComboBox>(u"sendTo"_s)->currentText(), u"All (2)"_s);
    fixture.send(u"to all"_s);
    QTRY_COMPARE(first->bytesAvailable(), 7);
    QTRY_COMPARE(second->bytesAvailable(), 7);
    QCOMPARE(first->readAll(), "to all\n");
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to 2 of 2"_s);
}

void tst_ServerWindowTraffic::whatTheFramingCanNotCarryStaysInTheField()
{
    ServerWindowSetup setup;
    setup.options.framing = *parseFraming(u"fixed:8"_s);
    WindowFixture fixture(setup);
    QVERIFY(fixture.listen());
    QVERIFY(fixture.find<QComboBox>(u"framing"_s)->currentText().startsWith(u"Fixed 8 byte"_s));
    QVERIFY(fixture.connectClient());
    fixture.send(u"hello"_s);
    QTest::keyClick(fixture.find<QPlainTextEdit>(u"message"_s), Qt::Key_Return);
    QVERIFY2(fixture.label(u"sendOutcome"_s).contains(u"this one has 5"_s), qPrintable(fixture.label(u"sendOutcome"_s)));
    QCOMPARE(fixture.find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"hello"_s);
}

void tst_ServerWindowTraffic::hexWithItsOwnEndingGoesOutAsItIs()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    fixture.choose(u"inputForm"_s, u"Hex"_s);
    fixture.choose(u"lineEnding"_s, u"CR LF"_s);
    fixture.send(u"00 ff"_s);
    QTRY_COMPARE(client->bytesAvailable(), 4);
    QCOMPARE(client->readAll().toHex(), "00ff0d0a");
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to #1"_s);
}

void tst_ServerWindowTraffic::aMessageGoesToTheSelectedOnesOnly()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QTcpSocket *third = fixture.connectClient();
    QVERIFY(first && second && third);
    fixture.select({0, 1, 3}); // the listening socket takes no messages
    fixture.choose(u"sendTo"_s, u"Selected"_s);
    QCOMPARE(fixture.find<QComboBox>(u"sendTo"_s)->currentText(), u"Selected (2)"_s);
    fixture.send(u"some"_s);
    QTRY_COMPARE(third->bytesAvailable(), 5);
    QTRY_COMPARE(first->bytesAvailable(), 5);
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to 2 of 2"_s);
    QCOMPARE(second->bytesAvailable(), 0);
}

void tst_ServerWindowTraffic::theFieldSaysToWhomTheMessageGoes()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    const auto invitation = [&fixture] { return fixture.find<QPlainTextEdit>(u"message"_s)->placeholderText(); };
    QCOMPARE(invitation(), u"Message to clients"_s);
    QVERIFY(fixture.connectClient());
    QTRY_COMPARE(invitation(), u"Message to 1 client"_s);
    for (int more = 0; more < 6; ++more)
        QVERIFY(fixture.connectClient());
    QTRY_COMPARE(invitation(), u"Message to all 7 clients"_s);
    fixture.select({2, 5});
    QCOMPARE(invitation(), u"Message to all 7 clients, not only the selected"_s);
    Q_EMIT static_cast<SocketsView *>(fixture.table())->sendToSelectedRequested();
    QCOMPARE(fixture.find<QComboBox>(u"sendTo"_s)->currentText(), u"Selected (2)"_s);
    QCOMPARE(invitation(), u"Message to #2, #5"_s);
    QCOMPARE(fixture.window()->focusWidget(), fixture.find<QWidget>(u"message"_s));
    fixture.select({1, 2, 3, 4, 5});
    QCOMPARE(invitation(), u"Message to 5 selected clients"_s);
    fixture.select({0});
    QCOMPARE(invitation(), u"Select open sockets in the table, or send to all."_s);
}

void tst_ServerWindowTraffic::nothingIsSentToNobody()
{
    WindowFixture fixture;
    QVERIFY(!fixture.find<QPushButton>(u"send"_s)->isEnabled());
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QTRY_VERIFY(fixture.find<QPushButton>(u"send"_s)->isEnabled());
    fixture.choose(u"sendTo"_s, u"Selected"_s);
    QVERIFY(!fixture.find<QPushButton>(u"send"_s)->isEnabled());
    QVERIFY(!fixture.find<QPushButton>(u"send"_s)->toolTip().isEmpty());
}

void tst_ServerWindowTraffic::theOutcomeTellsWhoGotIt()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    fixture.send(u"x"_s);
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to #1"_s);
    QTest::mouseClick(fixture.find<QToolButton>(u"outcomeDetails"_s), Qt::LeftButton);
    auto *popup = fixture.find<QWidget>(u"outcomePopup"_s);
    QVERIFY(popup && popup->isVisible());
    QCOMPARE(popup->findChild<QAbstractItemView *>()->model()->index(0, 0).data().toString(), u"#1  sent"_s);
    popup->close();
}

void tst_ServerWindowTraffic::theOutcomeIsPastAtTheNextKeyAndAtTheStop()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    auto *panel = fixture.find<QWidget>(u"sendOutcome"_s)->parentWidget();
    const QRect place = panel->geometry();
    fixture.send(u"x"_s);
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to #1"_s);
    QCOMPARE(panel->geometry(), place);
    QTest::keyClick(fixture.find<QPlainTextEdit>(u"message"_s), Qt::Key_Y);
    QCOMPARE(fixture.label(u"sendOutcome"_s), QString());
    fixture.send(u"z"_s);
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to #1"_s);
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    QCOMPARE(fixture.label(u"sendOutcome"_s), QString());
    QTest::keyClick(fixture.find<QPlainTextEdit>(u"message"_s), Qt::Key_Return);
    QCOMPARE(fixture.label(u"sendOutcome"_s), u"Press Start listening first. Then clients can connect."_s);
}

/// Sends a file of this many bytes through the dialog.
static bool sendFile(WindowFixture &fixture, QTemporaryFile &file, qint64 size, const QString &rate = u"0"_s)
{
    if (!file.open() || file.write(QByteArray(size, 'f')) != size || !file.flush())
        return false;
    fixture.find<QAction>(u"actionSendFile"_s)->trigger();
    auto *dialog = fixture.find<SendFileDialog>(u"sendFileDialog"_s);
    if (!dialog)
        return false;
    dialog->findChild<QLineEdit *>(u"filePath"_s)->setText(file.fileName());
    auto *box = dialog->findChild<QComboBox *>(u"fileRate"_s);
    box->setEditText(rate);
    Q_EMIT box->lineEdit()->editingFinished();
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    return true;
}

void tst_ServerWindowTraffic::aFileGoesToWhomMessagesGo()
{
    WindowFixture fixture;
    const auto *action = fixture.find<QAction>(u"actionSendFile"_s);
    QVERIFY(!action->isEnabled());
    QCOMPARE(action->toolTip(), u"Press Start listening first. Then clients can connect."_s);
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    fixture.select({2});
    fixture.choose(u"sendTo"_s, u"Selected"_s);
    QTemporaryFile file;
    QVERIFY(sendFile(fixture, file, 200'000));
    QTRY_COMPARE(second->bytesAvailable(), 200'000);
    QTRY_COMPARE(fixture.label(u"fileStatus"_s), u"Sent: 200.0 kB"_s);
    QCOMPARE(first->bytesAvailable(), 0);
    fixture.choose(u"sendTo"_s, u"All"_s);
    QTemporaryFile other;
    QVERIFY(sendFile(fixture, other, 1000));
    QTRY_COMPARE(first->bytesAvailable(), 1000);
    QTRY_COMPARE(fixture.label(u"fileStatus"_s), u"2 of 2 clients have all of it"_s);
}

void tst_ServerWindowTraffic::aFileCanBePausedAndCancelled()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QTemporaryFile file;
    QVERIFY(sendFile(fixture, file, 200'000, u"1 kB/s"_s));
    QTRY_VERIFY(fixture.find<QWidget>(u"fileSendBar"_s)->isVisible());
    fixture.find<QAction>(u"actionSendFile"_s)->trigger();
    QVERIFY(fixture.banner().startsWith(u"A file is on its way"_s));
    QTest::mouseClick(fixture.find<QPushButton>(u"filePause"_s), Qt::LeftButton);
    QTRY_VERIFY(fixture.label(u"fileStatus"_s).startsWith(u"Paused"_s));
    QTest::mouseClick(fixture.find<QPushButton>(u"fileEnd"_s), Qt::LeftButton);
    QTRY_VERIFY(fixture.label(u"fileStatus"_s).startsWith(u"Cancelled"_s));
    QTest::mouseClick(fixture.find<QPushButton>(u"fileEnd"_s), Qt::LeftButton);
    QVERIFY(!fixture.find<QWidget>(u"fileSendBar"_s)->isVisible());
}

void tst_ServerWindowTraffic::relayPassesMessagesToTheOthers()
{
    WindowFixture fixture;
    QCOMPARE(fixture.find<QComboBox>(u"mode"_s)->currentText(), u"Relay"_s);
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    first->write("hello\r\n");
    QTRY_COMPARE(second->bytesAvailable(), 7);
    QCOMPARE(second->readAll(), "hello\r\n");
    QCOMPARE(first->bytesAvailable(), 0);
}

void tst_ServerWindowTraffic::echoSendsMessagesBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    fixture.choose(u"mode"_s, u"Echo"_s);
    client->write("back\n");
    QTRY_COMPARE(client->bytesAvailable(), 5);
}

void tst_ServerWindowTraffic::disconnectClosesTheSelectedSocket()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    fixture.select({1});
    fixture.find<QAction>(u"actionDisconnectSelected"_s)->trigger();
    QTRY_COMPARE(first->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(fixture.cell(1, SocketsModel::Reason), u"closed by us"_s);
    QCOMPARE(second->state(), QAbstractSocket::ConnectedState);
}

void tst_ServerWindowTraffic::closedRowsStayUntilTheyAreCleared()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client && fixture.connectClient());
    client->disconnectFromHost();
    QTRY_COMPARE(fixture.cell(1, SocketsModel::Reason), u"the peer closed"_s);
    QVERIFY(fixture.table()->model()->index(1, 0).data(SocketsModel::ClosedRole).toBool());
    QAction *clear = fixture.find<QAction>(u"actionClearClosed"_s);
    QVERIFY(clear->isEnabled());
    clear->trigger();
    QCOMPARE(fixture.table()->model()->rowCount(), 2);
    QCOMPARE(fixture.cell(1, SocketsModel::Number), u"#2"_s);
    QVERIFY(!clear->isEnabled());
}

void tst_ServerWindowTraffic::selectingSocketsNarrowsTheTranscript()
{
    WindowFixture fixture;
    fixture.choose(u"mode"_s, u"Show"_s);
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    first->write("from one\n");
    second->write("from two\n");
    QTRY_VERIFY(fixture.transcriptHas(u"from one"_s) && fixture.transcriptHas(u"from two"_s));
    fixture.select({2});
    QTRY_VERIFY(!fixture.transcriptHas(u"from one"_s));
    QVERIFY(fixture.transcriptHas(u"from two"_s));
    QCOMPARE(fixture.label(u"scope"_s), u"Only #2"_s);
    QTest::mouseClick(fixture.find<QRadioButton>(u"showAll"_s), Qt::LeftButton);
    QTRY_VERIFY(fixture.transcriptHas(u"from one"_s));
    QVERIFY(fixture.label(u"scope"_s).isEmpty());
    QTest::mouseClick(fixture.find<QRadioButton>(u"showSelected"_s), Qt::LeftButton);
    QTRY_VERIFY(!fixture.transcriptHas(u"from one"_s));
    fixture.table()->clearSelection();
    QTRY_VERIFY(fixture.transcriptHas(u"from one"_s));
}

QTEST_MAIN(tst_ServerWindowTraffic)
#include "tst_serverwindow_traffic.moc"
