#include "windowfixture.h"

#include "brackettranslator.h"
#include "clientlauncher.h"
#include "filedrop.h"
#include "helpwindow.h"
#include "language.h"
#include "serverhelp.h"
#include "socketsmodel.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QNetworkProxy>
#include <QSpinBox>
#include <QTcpServer>
#include <QToolButton>
#include <QScopeGuard>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

class tst_ServerWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwindow"_s);
    }
    void init() { WindowFixture::forgetSettings(); }

    void controlsHaveTheirNames();
    void aScreenReaderHearsTheNames_data();
    void aScreenReaderHearsTheNames();
    void theWheelChangesNothing();
    void listensAtThePressOfTheButtonAndStopsAtTheNext();
    void enterInThePortFieldStarts();
    void aStartByKeyboardLeadsToTheMessage_data();
    void aStartByKeyboardLeadsToTheMessage();
    void aClickOnTheButtonLeadsToTheMessage();
    void aFailedStartLeadsToThePort();
    void anAddressThatIsNoneLeadsToTheAddress();
    void theCommandLinesStartLeadsToTheMessage();
    void theHelpListsEveryShortcut();
    void whereItListensIsToldInWords();
    void aPortInUseIsToldInTheWindow();
    void thatNobodyIsThereToSendToIsTakenBack();
    void anAddressThatIsNoneIsToldInTheWindow();
    void theEmptyTableSaysWhatToDo();
    void theHintCoversNoRow();
    void aClientWindowCanBeOpenedWhileItListens();
    void showSaysThatClientsDoNotSeeEachOther();
    void theModeIsRemembered();
    void theModeOfTheCommandLineWins();
    void addressAndPortAreRemembered();
    void theCommandLineStartsListening();
    void listeningAgainKeepsTheNumbers();
    void aNewLanguageKeepsTheSession();
    void aNarrowWindowShowsAllOfItsBars_data();
    void aNarrowWindowShowsAllOfItsBars();
    void theListOfKeysOpens();
    void theHelpFitsWhereTheKeyboardIs();
};

void tst_ServerWindow::controlsHaveTheirNames()
{
    WindowFixture fixture;
    QCOMPARE(fixture.find<QComboBox>(u"address"_s)->accessibleName(), u"Address"_s);
    QCOMPARE(fixture.find<QSpinBox>(u"port"_s)->accessibleName(), u"Port"_s);
    QCOMPARE(fixture.find<QComboBox>(u"mode"_s)->accessibleName(), u"Mode"_s);
    QCOMPARE(fixture.listenButton()->accessibleName(), u"Start listening"_s);
    QCOMPARE(fixture.table()->accessibleName(), u"Sockets"_s);
    QCOMPARE(fixture.find<QWidget>(u"transcript"_s)->accessibleName(), u"Transcript"_s);
    QCOMPARE(fixture.find<QComboBox>(u"sendTo"_s)->accessibleName(), u"Send to"_s);
    QCOMPARE(fixture.find<QWidget>(u"message"_s)->accessibleName(), u"Message"_s);
    QCOMPARE(fixture.find<QPushButton>(u"send"_s)->accessibleName(), u"Send"_s);
}

void tst_ServerWindow::aScreenReaderHearsTheNames_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("English") << u"en"_s << QStringList{u"Address"_s, u"Mode"_s, u"Framing"_s, u"Send to"_s};
    QTest::newRow("Chinese") << u"zh_CN"_s << QStringList{u"地址"_s, u"模式"_s, u"分帧"_s, u"发送给"_s};
}

void tst_ServerWindow::aScreenReaderHearsTheNames()
{
    QFETCH(QString, language);
    QFETCH(QStringList, names);
    QVERIFY(Language::apply(language));
    WindowFixture fixture;
    QStringList heard;
    for (const auto &box : {u"address"_s, u"mode"_s, u"framing"_s, u"sendTo"_s})
        heard.append(QAccessible::queryAccessibleInterface(fixture.find<QComboBox>(box))->text(QAccessible::Name));
    Language::apply(u"en"_s);
    QCOMPARE(heard, names);
}

void tst_ServerWindow::theWheelChangesNothing()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    for (const auto &name : {u"address"_s, u"port"_s, u"mode"_s, u"framing"_s, u"sendTo"_s}) {
        auto *field = fixture.find<QWidget>(name);
        const auto shown = [field] { return QAccessible::queryAccessibleInterface(field)->text(QAccessible::Value); };
        const QString before = shown();
        const QPointF middle = field->rect().center();
        QWheelEvent wheel(middle, field->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(field, &wheel);
        QCOMPARE(shown(), before);
        QCOMPARE(field->focusPolicy(), Qt::StrongFocus);
    }
}

void tst_ServerWindow::listensAtThePressOfTheButtonAndStopsAtTheNext()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QCOMPARE(fixture.listenButton()->text(), u"Stop listening"_s);
    QCOMPARE(fixture.find<QSpinBox>(u"port"_s)->value(), int(fixture.window()->listeningEndpoint().port));
    QVERIFY(!fixture.find<QSpinBox>(u"port"_s)->isEnabled());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    QCOMPARE(fixture.listenButton()->text(), u"Start listening"_s);
    QCOMPARE(fixture.label(u"reach"_s), u"Stopped. 1 connection was closed."_s);
    QCOMPARE(fixture.find<QSpinBox>(u"port"_s)->value(), 0);
    QTRY_COMPARE(fixture.cell(0, SocketsModel::State), u"closed"_s);
}

void tst_ServerWindow::enterInThePortFieldStarts()
{
    WindowFixture fixture;
    auto *port = fixture.find<QSpinBox>(u"port"_s);
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, u"0"_s);
    QTest::keyClick(port, Qt::Key_Return);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Listening);
}

void tst_ServerWindow::aStartByKeyboardLeadsToTheMessage_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter in Address") << u"address"_s << Qt::Key_Return;
    QTest::newRow("Enter in Port") << u"port"_s << Qt::Key_Return;
    QTest::newRow("Space on the button") << u"listen"_s << Qt::Key_Space;
}

void tst_ServerWindow::aStartByKeyboardLeadsToTheMessage()
{
    QFETCH(QString, field);
    QFETCH(Qt::Key, key);
    WindowFixture fixture;
    fixture.find<QSpinBox>(u"port"_s)->setValue(0);
    auto *widget = fixture.find<QWidget>(field);
    widget->setFocus();
    QTest::keyClick(widget, key);
    QVERIFY(fixture.window()->focusWidget() != fixture.find<QWidget>(u"mode"_s));
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Listening);
    QCOMPARE(fixture.window()->focusWidget(), fixture.find<QWidget>(u"message"_s));
}

void tst_ServerWindow::aClickOnTheButtonLeadsToTheMessage()
{
    WindowFixture fixture;
    fixture.listenButton()->setFocus();
    QVERIFY(fixture.listen()); // a key there would stop it again
    QCOMPARE(fixture.window()->focusWidget(), fixture.find<QWidget>(u"message"_s));
    fixture.listenButton()->setFocus();
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    QCOMPARE(fixture.window()->focusWidget(), fixture.listenButton());
}

void tst_ServerWindow::aFailedStartLeadsToThePort()
{
    QTcpServer other;
    other.setProxy(QNetworkProxy::NoProxy);
    QVERIFY(other.listen(QHostAddress::LocalHost));
    WindowFixture fixture;
    auto *port = fixture.find<QSpinBox>(u"port"_s);
    port->setValue(other.serverPort());
    port->setFocus();
    QTest::keyClick(port, Qt::Key_Return);
    QTRY_VERIFY(!fixture.banner().isEmpty());
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    QCOMPARE(fixture.window()->focusWidget(), port);
    QCOMPARE(port->findChild<QLineEdit *>()->selectedText(), QString::number(other.serverPort()));
}

void tst_ServerWindow::anAddressThatIsNoneLeadsToTheAddress()
{
    WindowFixture fixture;
    auto *address = fixture.find<QComboBox>(u"address"_s);
    address->setEditText(u"nowhere"_s);
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QCOMPARE(fixture.window()->focusWidget(), address);
    QCOMPARE(address->lineEdit()->selectedText(), u"nowhere"_s);
}

void tst_ServerWindow::theCommandLinesStartLeadsToTheMessage()
{
    ServerWindowSetup setup{.options = {}, .startListening = true, .mode = {}};
    setup.options.listen.port = 0;
    WindowFixture fixture(setup);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Listening);
    QCOMPARE(fixture.window()->focusWidget(), fixture.find<QWidget>(u"message"_s));
}

void tst_ServerWindow::theHelpListsEveryShortcut()
{
    WindowFixture fixture;
    QStringList listed;
    for (const HelpText::Key &key : serverHelp().keys)
        listed.append(key.keys);
    for (const QAction *action : fixture.window()->findChildren<QAction *>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(keys.isEmpty() || listed.contains(keys), qPrintable(keys + u" of "_s + action->text()));
    }
    QVERIFY(!listed.contains(QString()));
    QCOMPARE(QSet<QString>(listed.cbegin(), listed.cend()).size(), listed.size());
}

void tst_ServerWindow::whereItListensIsToldInWords()
{
    WindowFixture fixture;
    QCOMPARE(fixture.label(u"reach"_s), u"Not listening."_s);
    QVERIFY(fixture.listen());
    const QString endpoint = fixture.window()->listeningEndpoint().toString();
    QCOMPARE(fixture.label(u"reach"_s), u"Listening on %1. Only programs on this machine can connect."_s.arg(endpoint));
    QCOMPARE(fixture.label(u"statusEndpoint"_s), u"Listening on "_s + endpoint);
}

void tst_ServerWindow::thatNobodyIsThereToSendToIsTakenBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    Q_EMIT fixture.window()->findChild<FileDrop *>()->dropped(u"some.bin"_s);
    QCOMPARE(fixture.banner(), u"No client is connected yet."_s);
    QVERIFY(fixture.connectClient());
    QTRY_COMPARE(fixture.banner(), QString());
}

void tst_ServerWindow::aPortInUseIsToldInTheWindow()
{
    QTcpServer other;
    other.setProxy(QNetworkProxy::NoProxy);
    QVERIFY(other.listen(QHostAddress::LocalHost));
    WindowFixture fixture;
    fixture.find<QSpinBox>(u"port"_s)->setValue(other.serverPort());
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QTRY_VERIFY(fixture.banner().contains(u"another program uses this port"_s));
    QVERIFY(fixture.banner().contains(QString::number(other.serverPort())));
    QCOMPARE(fixture.window()->phase(), ServerPhase::Idle);
    QVERIFY(fixture.listen());
    QVERIFY(fixture.banner().isEmpty());
}

void tst_ServerWindow::anAddressThatIsNoneIsToldInTheWindow()
{
    WindowFixture fixture;
    fixture.find<QComboBox>(u"address"_s)->setEditText(u"nowhere at all"_s);
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QVERIFY(fixture.banner().contains(u"nowhere at all"_s));
    QCOMPARE(fixture.window()->phase(), ServerPhase::Idle);
}

void tst_ServerWindow::theEmptyTableSaysWhatToDo()
{
    WindowFixture fixture;
    auto *welcome = fixture.find<QWidget>(u"welcome"_s);
    fixture.find<QSpinBox>(u"port"_s)->setValue(8123);
    QVERIFY(welcome->isVisible());
    QVERIFY(fixture.label(u"welcomeText"_s).startsWith(u"Press Start listening."_s));
    QVERIFY(fixture.label(u"welcomeText"_s).endsWith(u"ncat 127.0.0.1 8123"_s));
    QVERIFY(fixture.listen());
    const QString command = u"ncat 127.0.0.1 %1"_s.arg(fixture.window()->listeningEndpoint().port);
    QVERIFY(fixture.label(u"welcomeText"_s).endsWith(command));
    QVERIFY(fixture.connectClient());
    QVERIFY(!welcome->isVisible());
}

void tst_ServerWindow::theHintCoversNoRow()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    auto *welcome = fixture.find<QWidget>(u"welcome"_s);
    const auto isClear = [&] {
        const int below = fixture.table()->visualRect(fixture.table()->model()->index(0, 0)).bottom();
        return welcome->y() > below && welcome->geometry().bottom() <= welcome->parentWidget()->rect().bottom();
    };
    QVERIFY(welcome->isVisible());
    QVERIFY(isClear());
    fixture.window()->resize(fixture.window()->minimumSizeHint());
    QTRY_VERIFY(!welcome->isVisible() || isClear());
    fixture.window()->resize(1200, 900);
    QTRY_VERIFY(welcome->isVisible());
    QVERIFY(isClear());
}

void tst_ServerWindow::aClientWindowCanBeOpenedWhileItListens()
{
    WindowFixture fixture;
    auto *button = fixture.find<QToolButton>(u"openClientWindow"_s);
    QCOMPARE(button->isVisible(), ClientLauncher().isThere());
    QVERIFY(!button->isEnabled());
    QVERIFY(fixture.listen());
    QVERIFY(button->isEnabled());
    QCOMPARE(button->text(), u"Open client window"_s);
    QVERIFY(Language::apply(u"zh_CN"_s));
    QTRY_COMPARE(button->text(), u"打开客户端窗口"_s);
    Language::apply(u"en"_s);
    QVERIFY(fixture.connectClient());
    QCOMPARE(button->isVisible(), ClientLauncher().isThere());
}

void tst_ServerWindow::showSaysThatClientsDoNotSeeEachOther()
{
    WindowFixture fixture;
    auto *hint = fixture.find<QLabel>(u"modeHint"_s);
    QVERIFY(!hint->isVisible());
    fixture.choose(u"mode"_s, u"Show"_s);
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains(u"clients don't see each other"_s));
    fixture.choose(u"mode"_s, u"Echo"_s);
    QVERIFY(!hint->isVisible());
}

void tst_ServerWindow::theModeIsRemembered()
{
    WindowFixture().choose(u"mode"_s, u"Echo"_s);
    QCOMPARE(WindowFixture().find<QComboBox>(u"mode"_s)->currentText(), u"Echo"_s);
}

void tst_ServerWindow::theModeOfTheCommandLineWins()
{
    WindowFixture().choose(u"mode"_s, u"Echo"_s);
    WindowFixture fixture({.options = {}, .startListening = false, .mode = ServerMode::Show});
    QCOMPARE(fixture.find<QComboBox>(u"mode"_s)->currentText(), u"Show"_s);
    QVERIFY(fixture.find<QLabel>(u"modeHint"_s)->isVisible());
}

void tst_ServerWindow::addressAndPortAreRemembered()
{
    {
        WindowFixture fixture;
        fixture.find<QComboBox>(u"address"_s)->setEditText(u"0.0.0.0"_s);
        QVERIFY(fixture.listen());
    }
    WindowFixture fixture;
    QCOMPARE(fixture.find<QComboBox>(u"address"_s)->currentText(), u"0.0.0.0"_s);
    QCOMPARE(fixture.find<QSpinBox>(u"port"_s)->value(), 0);
}

void tst_ServerWindow::theCommandLineStartsListening()
{
    ServerWindowSetup setup{.options = {}, .startListening = true, .mode = {}};
    setup.options.listen.port = 0;
    WindowFixture fixture(setup);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Listening);
    QVERIFY(fixture.connectClient());
}

void tst_ServerWindow::listeningAgainKeepsTheNumbers()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QTest::mouseClick(fixture.listenButton(), Qt::LeftButton);
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QCOMPARE(fixture.table()->model()->rowCount(), 3);
    QCOMPARE(fixture.cell(2, SocketsModel::Number), u"#2"_s);
}

void tst_ServerWindow::aNewLanguageKeepsTheSession()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    client->write("kept\n");
    QTRY_VERIFY(fixture.transcriptHas(u"kept"_s));
    BracketTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QTRY_COMPARE(fixture.listenButton()->text(), u"[Stop listening]"_s);
    QCOMPARE(fixture.cell(1, SocketsModel::State), u"[connected]"_s);
    QCOMPARE(fixture.find<QComboBox>(u"sendTo"_s)->currentText(), u"[All (1)]"_s);
    QVERIFY(fixture.label(u"reach"_s).startsWith(u'['));
    QVERIFY(fixture.transcriptHas(u"kept"_s));
    QCOMPARE(client->state(), QAbstractSocket::ConnectedState);
    fixture.send(u"still here"_s);
    QTRY_COMPARE(client->bytesAvailable(), 11);
    QCoreApplication::removeTranslator(&translator);
    QTRY_COMPARE(fixture.listenButton()->text(), u"Stop listening"_s);
}

void tst_ServerWindow::aNarrowWindowShowsAllOfItsBars_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void tst_ServerWindow::aNarrowWindowShowsAllOfItsBars()
{
    QFETCH(QString, language);
    Language::apply(language);
    const auto english = qScopeGuard([] { Language::apply(u"en"_s); });
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    auto *encoding = fixture.find<QComboBox>(u"encoding"_s);
    auto *bar = encoding->parentWidget();
    const auto rowOf = [bar](const QWidget *widget) { return widget->mapTo(bar, QPoint(0, widget->height() / 2)).y(); };
    QVERIFY2(fixture.window()->minimumSizeHint().width() <= 640,
             qPrintable(QString::number(fixture.window()->minimumSizeHint().width())));

    fixture.window()->resize(640, 600);
    QTRY_COMPARE(bar->window()->width(), 640);
    QTRY_VERIFY(rowOf(encoding) > rowOf(fixture.listenButton()) + 5);
    for (const QWidget *part : {static_cast<QWidget *>(encoding), static_cast<QWidget *>(fixture.listenButton())})
        QVERIFY(bar->rect().contains(QRect(part->mapTo(bar, QPoint()), part->size())));

    fixture.window()->resize(1200, 600);
    QTRY_VERIFY(qAbs(rowOf(encoding) - rowOf(fixture.listenButton())) <= 2);
}

void tst_ServerWindow::theListOfKeysOpens()
{
    WindowFixture fixture;
    fixture.find<QAction>(u"actionKeys"_s)->trigger();
    auto *help = fixture.find<QDialog>(u"helpDialog"_s);
    QVERIFY(help && help->isVisible());
    QVERIFY2(help->height() <= 700 && help->width() <= 1280, "it must fit on a laptop's screen");
    help->close();
}

void tst_ServerWindow::theHelpFitsWhereTheKeyboardIs()
{
    WindowFixture fixture;
    const auto pageAt = [&fixture](const QString &control) {
        fixture.find<QWidget>(control)->setFocus();
        fixture.find<QAction>(u"actionHelp"_s)->trigger();
        return fixture.find<HelpWindow>(u"helpWindow"_s)->page();
    };
    QCOMPARE(fixture.find<QAction>(u"actionHelp"_s)->shortcut(), QKeySequence(Qt::Key_F1));
    QCOMPARE(pageAt(u"sockets"_s), HelpPage::ServerWindow);
    QCOMPARE(pageAt(u"framing"_s), HelpPage::Framing);
    fixture.find<QAction>(u"actionInspector"_s)->trigger();
    QCOMPARE(pageAt(u"timeLine"_s), HelpPage::CloseLab);
    QCOMPARE(pageAt(u"inspector"_s), HelpPage::Inspector);
    fixture.find<QAction>(u"actionTour"_s)->trigger();
    QCOMPARE(pageAt(u"tourText"_s), HelpPage::WhySockets);
}

QTEST_MAIN(tst_ServerWindow)
#include "tst_serverwindow.moc"
