#include "clienthelp.h"
#include "clientthread.h"
#include "clientwindow.h"
#include "sessionplace.h"
#include "filesendbar.h"
#include "hexview.h"
#include "language.h"
#include "sendfiledialog.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

class Capitals final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

/// Leaves the socket alone: QTcpSocket itself would close at the client's FIN.
class HoldingServer final : public QTcpServer
{
public:
    qintptr descriptor = -1;

protected:
    void incomingConnection(qintptr held) override { descriptor = held; }
};

}

static std::shared_ptr<TrafficStore> session()
{
    QString problem;
    return newSession(&problem);
}

class TestClientWindow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void hasTheAgreedNames();
    void aScreenReaderHearsTheName_data();
    void aScreenReaderHearsTheName();
    void connectsAndSaysSo();
    void focusGoesToTheMessageOnceConnected();
    void sendsALineOnEnter();
    void theOutcomeIsPastAtTheNextKeyAndAtTheEnd();
    void showsWhatArrives();
    void detailsHaveSixteenBytesOnALine();
    void rawSendsTheBytesAlone();
    void whatDoesNotGoTogetherIsRefused();
    void anotherFramingIsAskedFor();
    void anotherFramingCanBeLeftAlone();
    void whatTheFramingCanNotCarryStaysInTheField();
    void hexWithItsOwnEndingGoesOutAsItIs();
    void nothingCanBeSentBeforeItIsConnected();
    void disconnectsAndSaysSo();
    void theServersEndIsToldInASentence();
    void aResetIsToldInASentence();
    void aRefusedPortIsToldInASentence();
    void aRefusedPortCanBeTypedAnewAtOnce();
    void anUnknownHostCanBeTypedAnewAtOnce();
    void anUnknownHostIsToldInASentence();
    void badInputIsToldInASentence_data();
    void badInputIsToldInASentence();
    void aPastedTargetIsTakenApart();
    void theServerIsRememberedOnceConnected();
    void theFirstWindowOffersThisMachine();
    void theNextWindowOffersTheServerOfTheLast();
    void shuttingDownWritingStillReceives();
    void aFileIsSentOnceConnected();
    void connectsAgainAfterTheEnd();
    void theHelpListsEveryShortcut();
    void switchingTheLanguageKeepsTheSession();
    void closingTheWindowClosesTheConnection();

private:
    template <typename Widget>
    Widget *find(const QString &name) const { return m_window->findChild<Widget *>(name); }
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    QString banner() const { return find<QWidget>(u"banner"_s)->isVisible() ? label(u"bannerText"_s) : QString(); }
    QString rowText(int row) const
    {
        return m_window->transcript().index(row).data(TranscriptModel::TextRole).toString();
    }
    bool hasRow(const QString &text) const
    {
        for (int row = 0; row < m_window->transcript().rowCount(); ++row) {
            if (rowText(row).contains(text))
                return true;
        }
        return false;
    }
    QString lastRow() const { return rowText(m_window->transcript().rowCount() - 1); }
    void press(const QString &button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void write(const QString &text) { QTest::keyClicks(find<QPlainTextEdit>(u"message"_s), text); }
    void enter() { QTest::keyClick(find<QPlainTextEdit>(u"message"_s), Qt::Key_Return); }
    void setTarget(const QString &host, const QString &port);
    void connectToPeer();

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<ClientThread> m_thread;
    QPointer<ClientWindow> m_window;
    QTcpSocket *m_peer = nullptr;
};

void TestClientWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    QCoreApplication::setApplicationName(u"tst_clientwindow"_s);
    QSettings().clear();
}

void TestClientWindow::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_thread = std::make_unique<ClientThread>();
    m_window = new ClientWindow(*m_thread, {}, session());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
    setTarget(u"127.0.0.1"_s, QString::number(m_server->serverPort()));
}

void TestClientWindow::cleanup()
{
    delete m_window;
    m_thread.reset();
    m_server.reset();
}

void TestClientWindow::cleanupTestCase()
{
    QSettings().clear();
}

void TestClientWindow::setTarget(const QString &host, const QString &port)
{
    find<QComboBox>(u"host"_s)->setEditText(host);
    find<QLineEdit>(u"port"_s)->setText(port);
}

void TestClientWindow::connectToPeer()
{
    press(u"connect"_s);
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_peer = m_server->nextPendingConnection();
    QTRY_VERIFY(m_window->isConnected());
}

void TestClientWindow::hasTheAgreedNames()
{
    QCOMPARE(find<QComboBox>(u"host"_s)->accessibleName(), u"Host"_s);
    QCOMPARE(find<QLineEdit>(u"port"_s)->accessibleName(), u"Port"_s);
    QCOMPARE(find<QPushButton>(u"connect"_s)->accessibleName(), u"Connect"_s);
    QCOMPARE(find<QWidget>(u"transcript"_s)->accessibleName(), u"Transcript"_s);
    QCOMPARE(find<QWidget>(u"message"_s)->accessibleName(), u"Message"_s);
    QCOMPARE(find<QWidget>(u"send"_s)->accessibleName(), u"Send"_s);
}

void TestClientWindow::aScreenReaderHearsTheName_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::newRow("Chinese") << u"zh_CN"_s << u"主机"_s;
    QTest::newRow("English") << u"en"_s << u"Host"_s;
}

void TestClientWindow::aScreenReaderHearsTheName()
{
    QFETCH(QString, language);
    QFETCH(QString, name);
    QVERIFY(Language::apply(language));
    QTRY_COMPARE(QAccessible::queryAccessibleInterface(find<QComboBox>(u"host"_s))->text(QAccessible::Name), name);
}

void TestClientWindow::connectsAndSaysSo()
{
    QCOMPARE(label(u"state"_s), u"not connected"_s);
    connectToPeer();
    const QString local = u"127.0.0.1:%1"_s.arg(m_peer->peerPort());
    QVERIFY2(label(u"state"_s).startsWith(u"connected · from %1 · 00:00:0"_s.arg(local)), qPrintable(label(u"state"_s)));
    QCOMPARE(find<QPushButton>(u"connect"_s)->text(), u"Disconnect"_s);
    QCOMPARE(m_window->windowTitle(),
             u"127.0.0.1:%1 (from :%2) – OnePort Client"_s.arg(m_server->serverPort()).arg(m_peer->peerPort()));
    QVERIFY(!find<QComboBox>(u"host"_s)->isEnabled());
}

void TestClientWindow::focusGoesToTheMessageOnceConnected()
{
    connectToPeer();
    QTRY_VERIFY(find<QPlainTextEdit>(u"message"_s)->hasFocus());
}

void TestClientWindow::sendsALineOnEnter()
{
    connectToPeer();
    write(u"hello"_s);
    enter();
    QTRY_COMPARE(m_peer->bytesAvailable(), 6);
    QCOMPARE(m_peer->readAll(), "hello\n");
    QTRY_COMPARE(label(u"outcome"_s), u"Sent."_s);
    QTRY_COMPARE(lastRow(), u"hello"_s);
    QCOMPARE(find<QPlainTextEdit>(u"message"_s)->toPlainText(), QString());
    QTRY_COMPARE(label(u"counters"_s), u"RX 0 B · TX 6 B"_s);
}

void TestClientWindow::theOutcomeIsPastAtTheNextKeyAndAtTheEnd()
{
    connectToPeer();
    write(u"x"_s);
    enter();
    QTRY_COMPARE(label(u"outcome"_s), u"Sent."_s);
    write(u"y"_s);
    QCOMPARE(label(u"outcome"_s), QString());
    enter();
    QTRY_COMPARE(label(u"outcome"_s), u"Sent."_s);
    m_peer->close();
    QTRY_VERIFY(!banner().isEmpty());
    QCOMPARE(label(u"outcome"_s), QString());
}

void TestClientWindow::showsWhatArrives()
{
    connectToPeer();
    m_peer->write("你好\nsecond\n");
    QTRY_COMPARE(lastRow(), u"second"_s);
    QCOMPARE(rowText(m_window->transcript().rowCount() - 2), u"你好"_s);
}

void TestClientWindow::detailsHaveSixteenBytesOnALine()
{
    connectToPeer();
    m_peer->write("a message of some length\n");
    QTRY_COMPARE(lastRow(), u"a message of some length"_s);
    find<QAction>(u"showDetails"_s)->trigger();
    auto *list = find<QListView>(u"transcript"_s);
    list->setCurrentIndex(m_window->transcript().index(m_window->transcript().rowCount() - 1));
    const auto *hex = m_window->findChild<HexView *>();
    QTRY_COMPARE(hex->size(), 24);
    QTRY_COMPARE(hex->bytesPerRow(), 16);
    QVERIFY2(hex->viewport()->height() >= 2 * hex->cellRect(0).height(), "not even two lines");
}

void TestClientWindow::rawSendsTheBytesAlone()
{
    find<QAction>(u"framingRaw"_s)->trigger();
    QCOMPARE(label(u"framing"_s), u"Raw"_s);
    connectToPeer();
    QVERIFY(!find<QPushButton>(u"send"_s)->isEnabled());
    write(u"abc"_s);
    press(u"send"_s);
    QTRY_COMPARE(m_peer->bytesAvailable(), 3);
}

void TestClientWindow::whatDoesNotGoTogetherIsRefused()
{
    find<QAction>(u"encodingUTF-16LE"_s)->trigger();
    QVERIFY2(banner().contains(u"UTF-16LE does not go with"_s), qPrintable(banner()));
    QCOMPARE(label(u"encoding"_s), u"UTF-8"_s);
    QVERIFY(find<QAction>(u"encodingUTF-8"_s)->isChecked());
    find<QAction>(u"framingRaw"_s)->trigger();
    QCOMPARE(banner(), QString());
    find<QAction>(u"encodingUTF-16LE"_s)->trigger();
    QCOMPARE(label(u"encoding"_s), u"UTF-16LE"_s);
    find<QAction>(u"framingLines"_s)->trigger();
    QCOMPARE(label(u"framing"_s), u"Raw"_s);
    QVERIFY(find<QAction>(u"framingRaw"_s)->isChecked());
}

void TestClientWindow::anotherFramingIsAskedFor()
{
    find<QAction>(u"framingOther"_s)->trigger();
    find<QComboBox>(u"framingKind"_s)->setCurrentIndex(2);
    find<QComboBox>(u"framingPrefix"_s)->setCurrentText(u"u16be"_s);
    find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok)->click();

    QCOMPARE(label(u"framing"_s), u"Length u16be"_s);
    QVERIFY(find<QAction>(u"framingOther"_s)->isChecked());
    connectToPeer();
    write(u"abc"_s);
    press(u"send"_s);
    QTRY_COMPARE(m_peer->bytesAvailable(), 5);
    QCOMPARE(m_peer->readAll(), "\0\3abc"_ba);
}

void TestClientWindow::anotherFramingCanBeLeftAlone()
{
    find<QAction>(u"framingOther"_s)->trigger();
    find<QDialog>(u"framingDialog"_s)->reject();

    QVERIFY(find<QAction>(u"framingLines"_s)->isChecked());
    QCOMPARE(label(u"framing"_s), u"Lines"_s);
}

void TestClientWindow::whatTheFramingCanNotCarryStaysInTheField()
{
    find<QAction>(u"framingOther"_s)->trigger();
    find<QComboBox>(u"framingKind"_s)->setCurrentIndex(1);
    find<QSpinBox>(u"framingSize"_s)->setValue(8);
    find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok)->click();
    connectToPeer();
    write(u"hello"_s);
    enter();

    QVERIFY2(label(u"outcome"_s).contains(u"this one has 5"_s), qPrintable(label(u"outcome"_s)));
    QCOMPARE(find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"hello"_s);
}

void TestClientWindow::hexWithItsOwnEndingGoesOutAsItIs()
{
    const auto forget = qScopeGuard([] { QSettings().clear(); });
    connectToPeer();
    find<QComboBox>(u"inputForm"_s)->setCurrentIndex(find<QComboBox>(u"inputForm"_s)->findText(u"Hex"_s));
    find<QComboBox>(u"lineEnding"_s)->setCurrentIndex(find<QComboBox>(u"lineEnding"_s)->findText(u"CR"_s));
    write(u"00 ff"_s);
    enter();
    QTRY_COMPARE(m_peer->bytesAvailable(), 3);
    QCOMPARE(m_peer->readAll().toHex(), "00ff0d");
}

void TestClientWindow::nothingCanBeSentBeforeItIsConnected()
{
    write(u"draft"_s);
    enter();
    QCOMPARE(find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"draft"_s);
    QCOMPARE(label(u"outcome"_s), u"Connect first, then send."_s);
    QCOMPARE(find<QPushButton>(u"send"_s)->toolTip(), u"Connect first, then send."_s);
}

void TestClientWindow::disconnectsAndSaysSo()
{
    connectToPeer();
    QSignalSpy ended(m_peer, &QTcpSocket::disconnected);
    press(u"connect"_s);
    QTRY_VERIFY(banner().startsWith(u"Disconnected from 127.0.0.1:"_s));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(label(u"state"_s), u"not connected"_s);
    QCOMPARE(find<QPushButton>(u"connect"_s)->text(), u"Connect"_s);
}

void TestClientWindow::theServersEndIsToldInASentence()
{
    connectToPeer();
    m_peer->close();
    QTRY_VERIFY(banner().contains(u"closed the connection. Connect again"_s));
}

void TestClientWindow::aResetIsToldInASentence()
{
    connectToPeer();
    m_peer->abort();
    m_server->close();
    QTRY_VERIFY(!banner().isEmpty());
    QVERIFY(!m_window->isConnected());
}

void TestClientWindow::aRefusedPortIsToldInASentence()
{
    m_server->close();
    press(u"connect"_s);
    QTRY_VERIFY(banner().contains(u"nobody listens there. Start the server"_s));
}

void TestClientWindow::aRefusedPortCanBeTypedAnewAtOnce()
{
    m_server->close();
    auto *port = find<QLineEdit>(u"port"_s);
    port->setFocus();
    QTest::keyClick(port, Qt::Key_Return);
    QTRY_VERIFY(!banner().isEmpty());
    QCOMPARE(m_window->focusWidget(), port);
    QCOMPARE(port->selectedText(), port->text());
}

void TestClientWindow::anUnknownHostCanBeTypedAnewAtOnce()
{
    setTarget(u"no-such-host.invalid"_s, u"80"_s);
    press(u"connect"_s);
    auto *host = find<QComboBox>(u"host"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_window->focusWidget(), host, 20'000);
    QCOMPARE(host->lineEdit()->selectedText(), u"no-such-host.invalid"_s);
}

void TestClientWindow::anUnknownHostIsToldInASentence()
{
    setTarget(u"no-such-host.invalid"_s, u"80"_s);
    press(u"connect"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"there is no such host. Check the spelling"_s), 20'000);
}

void TestClientWindow::badInputIsToldInASentence_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no host") << u""_s << u"80"_s << u"There is no host"_s;
    QTest::newRow("blank") << u"a b"_s << u"80"_s << u"A host has no blanks"_s;
    QTest::newRow("port") << u"a"_s << u"http"_s << u"The port must be a number"_s;
}

void TestClientWindow::badInputIsToldInASentence()
{
    QFETCH(QString, host);
    QFETCH(QString, port);
    QFETCH(QString, sentence);
    setTarget(host, port);
    press(u"connect"_s);
    QVERIFY2(banner().startsWith(sentence), qPrintable(banner()));
    QCOMPARE(find<QPushButton>(u"connect"_s)->text(), u"Connect"_s);
}

void TestClientWindow::aPastedTargetIsTakenApart()
{
    setTarget(u"tcp://127.0.0.1:%1/"_s.arg(m_server->serverPort()), u"1"_s);
    connectToPeer();
    QCOMPARE(find<QComboBox>(u"host"_s)->currentText(), u"127.0.0.1"_s);
    QCOMPARE(find<QLineEdit>(u"port"_s)->text(), QString::number(m_server->serverPort()));
}

void TestClientWindow::theServerIsRememberedOnceConnected()
{
    connectToPeer();
    QCOMPARE(find<QComboBox>(u"host"_s)->itemText(0), u"127.0.0.1:%1"_s.arg(m_server->serverPort()));
}

void TestClientWindow::theFirstWindowOffersThisMachine()
{
    QSettings().clear();
    QCOMPARE(ClientWindow(*m_thread, {}, session()).options().target(), u"127.0.0.1:8080"_s);
}

void TestClientWindow::theNextWindowOffersTheServerOfTheLast()
{
    setTarget(u"localhost"_s, QString::number(m_server->serverPort()));
    connectToPeer();
    QCOMPARE(ClientWindow(*m_thread, {}, session()).options().target(), u"localhost:%1"_s.arg(m_server->serverPort()));
    ClientOptions asked;
    asked.host = u"example.org"_s;
    QCOMPARE(ClientWindow(*m_thread, asked, session()).options().target(), u"example.org:8080"_s);
}

void TestClientWindow::shuttingDownWritingStillReceives()
{
    HoldingServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    setTarget(u"127.0.0.1"_s, QString::number(server.serverPort()));
    press(u"connect"_s);
    QTRY_VERIFY(m_window->isConnected());
    find<QAction>(u"finishWriting"_s)->trigger();
    QTRY_VERIFY(find<QPushButton>(u"send"_s)->toolTip().startsWith(u"Writing is shut down"_s));
    QVERIFY(!find<QPushButton>(u"send"_s)->isEnabled());
    QCOMPARE(find<QPushButton>(u"connect"_s)->text(), u"Disconnect"_s);

    QTRY_VERIFY(server.descriptor >= 0);
    QTcpSocket peer;
    QVERIFY(peer.setSocketDescriptor(server.descriptor));
    peer.write("late\n");
    peer.flush();
    QTRY_VERIFY(hasRow(u"late"_s));
}

void TestClientWindow::aFileIsSentOnceConnected()
{
    QVERIFY(!find<QAction>(u"sendFile"_s)->isEnabled());
    QCOMPARE(find<QAction>(u"sendFile"_s)->toolTip(), u"Connect first, then send."_s);
    connectToPeer();
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(QByteArray(200'000, 'f')) == 200'000 && file.flush());
    find<QAction>(u"sendFile"_s)->trigger();
    auto *dialog = find<SendFileDialog>(u"sendFileDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"filePath"_s)->setText(file.fileName());
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(m_peer->bytesAvailable(), 200'000);
    QTRY_COMPARE(label(u"fileStatus"_s), u"Sent: 200.0 kB"_s);
    QVERIFY(find<FileSendBar>(u"fileSendBar"_s)->isVisible());
}

void TestClientWindow::connectsAgainAfterTheEnd()
{
    connectToPeer();
    m_peer->close();
    QTRY_VERIFY(!banner().isEmpty());
    connectToPeer();
    QCOMPARE(banner(), QString());
    write(u"again"_s);
    enter();
    QTRY_COMPARE(m_peer->bytesAvailable(), 6);
}

void TestClientWindow::theHelpListsEveryShortcut()
{
    QStringList listed;
    for (const HelpText::Key &key : clientHelp().keys)
        listed.append(key.keys);
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(keys.isEmpty() || listed.contains(keys), qPrintable(keys + u" of "_s + action->text()));
    }
    QVERIFY(!listed.contains(QString()));
    QCOMPARE(QSet<QString>(listed.cbegin(), listed.cend()).size(), listed.size());
}

void TestClientWindow::switchingTheLanguageKeepsTheSession()
{
    connectToPeer();
    m_peer->write("before\n");
    QTRY_COMPARE(lastRow(), u"before"_s);
    write(u"draft"_s);
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QTRY_COMPARE(find<QPushButton>(u"connect"_s)->text(), u"DISCONNECT"_s);
    QVERIFY(label(u"state"_s).startsWith(u"CONNECTED"_s));
    QCOMPARE(find<QWidget>(u"transcript"_s)->accessibleName(), u"TRANSCRIPT"_s);
    QVERIFY(m_window->isConnected());
    QCOMPARE(lastRow(), u"before"_s);
    QCOMPARE(find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"draft"_s);
    m_peer->write("after\n");
    QTRY_COMPARE(lastRow(), u"after"_s);
}

void TestClientWindow::closingTheWindowClosesTheConnection()
{
    connectToPeer();
    QSignalSpy ended(m_peer, &QTcpSocket::disconnected);
    m_window->close();
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(!m_window);
}

QTEST_MAIN(TestClientWindow)
#include "tst_clientwindow.moc"
