#include "clientwindowfixture.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

/// Leaves the socket alone: QTcpSocket itself would close at the client's FIN.
class HoldingServer final : public QTcpServer
{
public:
    qintptr descriptor = -1;

protected:
    void incomingConnection(qintptr held) override { descriptor = held; }
};

}

/// Whom a client window connects to, how that ends, and what is said of it.
class TestClientWindowConnecting final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ClientWindowFixture::useOwnSettings(u"tst_clientwindow_connecting"_s); }
    void init();
    void cleanup() { m_fixture.reset(); }
    void cleanupTestCase() { QSettings().clear(); }
    void connectsAndSaysSo();
    void focusGoesToTheMessageOnceConnected();
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
    void connectsAgainAfterTheEnd();
    void closingTheWindowClosesTheConnection();

private:
    std::unique_ptr<ClientWindowFixture> m_fixture;
};

void TestClientWindowConnecting::init()
{
    m_fixture = std::make_unique<ClientWindowFixture>();
    QVERIFY(m_fixture->isReady());
}

void TestClientWindowConnecting::connectsAndSaysSo()
{
    QCOMPARE(m_fixture->label(u"state"_s), u"not connected"_s);
    QVERIFY(m_fixture->connectToPeer());
    const QString local = u"127.0.0.1:%1"_s.arg(m_fixture->peer->peerPort());
    QVERIFY2(m_fixture->label(u"state"_s).startsWith(u"connected · from %1 · 00:00:0"_s.arg(local)), qPrintable(m_fixture->label(u"state"_s)));
    QCOMPARE(m_fixture->find<QPushButton>(u"connect"_s)->text(), u"Disconnect"_s);
    QCOMPARE(m_fixture->window->windowTitle(),
             u"127.0.0.1:%1 (from :%2) – OnePort Client"_s.arg(m_fixture->server->serverPort()).arg(m_fixture->peer->peerPort()));
    QVERIFY(!m_fixture->find<QComboBox>(u"host"_s)->isEnabled());
}

void TestClientWindowConnecting::focusGoesToTheMessageOnceConnected()
{
    QVERIFY(m_fixture->connectToPeer());
    QTRY_VERIFY(m_fixture->find<QPlainTextEdit>(u"message"_s)->hasFocus());
}

void TestClientWindowConnecting::disconnectsAndSaysSo()
{
    QVERIFY(m_fixture->connectToPeer());
    QSignalSpy ended(m_fixture->peer, &QTcpSocket::disconnected);
    m_fixture->press(u"connect"_s);
    QTRY_VERIFY(m_fixture->banner().startsWith(u"Disconnected from 127.0.0.1:"_s));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(m_fixture->label(u"state"_s), u"not connected"_s);
    QCOMPARE(m_fixture->find<QPushButton>(u"connect"_s)->text(), u"Connect"_s);
}

void TestClientWindowConnecting::theServersEndIsToldInASentence()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->close();
    QTRY_VERIFY(m_fixture->banner().contains(u"closed the connection. Connect again"_s));
}

void TestClientWindowConnecting::aResetIsToldInASentence()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->abort();
    m_fixture->server->close();
    QTRY_VERIFY(!m_fixture->banner().isEmpty());
    QVERIFY(!m_fixture->window->isConnected());
}

void TestClientWindowConnecting::aRefusedPortIsToldInASentence()
{
    m_fixture->server->close();
    m_fixture->press(u"connect"_s);
    QTRY_VERIFY(m_fixture->banner().contains(u"nobody listens there. Start the server"_s));
}

void TestClientWindowConnecting::aRefusedPortCanBeTypedAnewAtOnce()
{
    m_fixture->server->close();
    auto *port = m_fixture->find<QLineEdit>(u"port"_s);
    port->setFocus();
    QTest::keyClick(port, Qt::Key_Return);
    QTRY_VERIFY(!m_fixture->banner().isEmpty());
    QCOMPARE(m_fixture->window->focusWidget(), port);
    QCOMPARE(port->selectedText(), port->text());
}

void TestClientWindowConnecting::anUnknownHostCanBeTypedAnewAtOnce()
{
    m_fixture->setTarget(u"no-such-host.invalid"_s, u"80"_s);
    m_fixture->press(u"connect"_s);
    auto *host = m_fixture->find<QComboBox>(u"host"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->window->focusWidget(), host, 20'000);
    QCOMPARE(host->lineEdit()->selectedText(), u"no-such-host.invalid"_s);
}

void TestClientWindowConnecting::anUnknownHostIsToldInASentence()
{
    m_fixture->setTarget(u"no-such-host.invalid"_s, u"80"_s);
    m_fixture->press(u"connect"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->banner().contains(u"there is no such host. Check the spelling"_s), 20'000);
}

void TestClientWindowConnecting::badInputIsToldInASentence_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no host") << u""_s << u"80"_s << u"There is no host"_s;
    QTest::newRow("blank") << u"a b"_s << u"80"_s << u"A host has no blanks"_s;
    QTest::newRow("port") << u"a"_s << u"http"_s << u"The port must be a number"_s;
}

void TestClientWindowConnecting::badInputIsToldInASentence()
{
    QFETCH(QString, host);
    QFETCH(QString, port);
    QFETCH(QString, sentence);
    m_fixture->setTarget(host, port);
    m_fixture->press(u"connect"_s);
    QVERIFY2(m_fixture->banner().startsWith(sentence), qPrintable(m_fixture->banner()));
    QCOMPARE(m_fixture->find<QPushButton>(u"connect"_s)->text(), u"Connect"_s);
}

void TestClientWindowConnecting::aPastedTargetIsTakenApart()
{
    m_fixture->setTarget(u"tcp://127.0.0.1:%1/"_s.arg(m_fixture->server->serverPort()), u"1"_s);
    QVERIFY(m_fixture->connectToPeer());
    QCOMPARE(m_fixture->find<QComboBox>(u"host"_s)->currentText(), u"127.0.0.1"_s);
    QCOMPARE(m_fixture->find<QLineEdit>(u"port"_s)->text(), QString::number(m_fixture->server->serverPort()));
}

void TestClientWindowConnecting::theServerIsRememberedOnceConnected()
{
    QVERIFY(m_fixture->connectToPeer());
    QCOMPARE(m_fixture->find<QComboBox>(u"host"_s)->itemText(0), u"127.0.0.1:%1"_s.arg(m_fixture->server->serverPort()));
}

void TestClientWindowConnecting::theFirstWindowOffersThisMachine()
{
    QSettings().clear();
    QCOMPARE(ClientWindow(*m_fixture->thread, {}, ClientWindowFixture::newStore()).options().target(), u"127.0.0.1:8080"_s);
}

void TestClientWindowConnecting::theNextWindowOffersTheServerOfTheLast()
{
    m_fixture->setTarget(u"localhost"_s, QString::number(m_fixture->server->serverPort()));
    QVERIFY(m_fixture->connectToPeer());
    QCOMPARE(ClientWindow(*m_fixture->thread, {}, ClientWindowFixture::newStore()).options().target(), u"localhost:%1"_s.arg(m_fixture->server->serverPort()));
    ClientOptions asked;
    asked.host = u"example.org"_s;
    QCOMPARE(ClientWindow(*m_fixture->thread, asked, ClientWindowFixture::newStore()).options().target(), u"example.org:8080"_s);
}

void TestClientWindowConnecting::shuttingDownWritingStillReceives()
{
    HoldingServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    m_fixture->setTarget(u"127.0.0.1"_s, QString::number(server.serverPort()));
    m_fixture->press(u"connect"_s);
    QTRY_VERIFY(m_fixture->window->isConnected());
    m_fixture->find<QAction>(u"finishWriting"_s)->trigger();
    QTRY_VERIFY(m_fixture->find<QPushButton>(u"send"_s)->toolTip().startsWith(u"Writing is shut down"_s));
    QVERIFY(!m_fixture->find<QPushButton>(u"send"_s)->isEnabled());
    QCOMPARE(m_fixture->find<QPushButton>(u"connect"_s)->text(), u"Disconnect"_s);

    QTRY_VERIFY(server.descriptor >= 0);
    QTcpSocket peer;
    QVERIFY(peer.setSocketDescriptor(server.descriptor));
    peer.write("late\n");
    peer.flush();
    QTRY_VERIFY(m_fixture->hasRow(u"late"_s));
}

void TestClientWindowConnecting::connectsAgainAfterTheEnd()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->close();
    QTRY_VERIFY(!m_fixture->banner().isEmpty());
    QVERIFY(m_fixture->connectToPeer());
    QCOMPARE(m_fixture->banner(), QString());
    m_fixture->write(u"again"_s);
    m_fixture->enter();
    QTRY_COMPARE(m_fixture->peer->bytesAvailable(), 6);
}

void TestClientWindowConnecting::closingTheWindowClosesTheConnection()
{
    QVERIFY(m_fixture->connectToPeer());
    QSignalSpy ended(m_fixture->peer, &QTcpSocket::disconnected);
    m_fixture->window->close();
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(!m_fixture->window);
}

QTEST_MAIN(TestClientWindowConnecting)
#include "tst_clientwindow_connecting.moc"
