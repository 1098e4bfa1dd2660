#include "clientthread.h"
#include "clientwindow.h"
#include "language.h"
#include "sessionplace.h"

#include <QAction>
#include <QDockWidget>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// The inspector of a client window, and what one does to its socket.
class TestClientInspector final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void itSaysWhatToDoFirst();
    void theSocketIsShownLive();
    void theEndStaysToBeRead();
    void aRefusedConnectHasNoEmptyParts();
    void readingIsStoppedAndGoesOn();
    void aResetEndsTheConnection();

private:
    template <typename Widget>
    Widget *find(const QString &name) const { return m_window->findChild<Widget *>(name); }
    QString textOf(const QString &section) const;
    void openInspector() { find<QAction>(u"actionInspector"_s)->trigger(); }
    bool connectToPeer();

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<ClientThread> m_thread;
    std::unique_ptr<ClientWindow> m_window;
    QTcpSocket *m_peer = nullptr;
};

void TestClientInspector::initTestCase()
{
    Language::apply(u"en"_s);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    QCoreApplication::setApplicationName(u"tst_clientinspector"_s);
}

void TestClientInspector::init()
{
    QSettings().clear();
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_thread = std::make_unique<ClientThread>();
    ClientOptions options;
    options.host = u"127.0.0.1"_s;
    options.port = m_server->serverPort();
    QString problem;
    m_window = std::make_unique<ClientWindow>(*m_thread, options, newSession(&problem));
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    m_window->show();
}

void TestClientInspector::cleanup()
{
    m_window.reset();
    m_thread.reset();
    m_server.reset();
}

bool TestClientInspector::connectToPeer()
{
    m_window->connectToServer();
    const bool came = QTest::qWaitFor([this] { return m_server->hasPendingConnections() && m_window->isConnected(); });
    m_peer = came ? m_server->nextPendingConnection() : nullptr;
    return m_peer != nullptr;
}

QString TestClientInspector::textOf(const QString &section) const
{
    QStringList texts;
    const auto labels = find<QGroupBox>(section)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

void TestClientInspector::itSaysWhatToDoFirst()
{
    QVERIFY(!find<QDockWidget>(u"inspectorDock"_s)->isVisible());
    openInspector();
    QTRY_VERIFY(find<QLabel>(u"inspectorHint"_s)->text().startsWith(u"Connect to see"_s));
}

void TestClientInspector::theSocketIsShownLive()
{
    openInspector();
    QVERIFY(connectToPeer());
    QTRY_VERIFY(textOf(u"inspectorEndpoints"_s).contains(u"127.0.0.1:%1"_s.arg(m_server->serverPort())));
    QTRY_VERIFY(textOf(u"inspectorOperations"_s).contains(u"connect\n1 ×"_s));
    m_peer->write("hello\n");
    QTRY_VERIFY(textOf(u"inspectorOperations"_s).contains(u"1 × · 6 bytes"_s));
    QVERIFY(textOf(u"inspectorBuffers"_s).contains(u"0 of 65,536 bytes"_s));
}

void TestClientInspector::theEndStaysToBeRead()
{
    openInspector();
    QVERIFY(connectToPeer());
    m_peer->disconnectFromHost();
    const auto *line = find<QListWidget>(u"timeLine"_s);
    QTRY_VERIFY(line->count() > 0 && line->item(line->count() - 1)->text().endsWith(u"closed: the peer closed"_s));
    QTRY_VERIFY(!find<QGroupBox>(u"inspectorBuffers"_s)->isVisible());
}

void TestClientInspector::aRefusedConnectHasNoEmptyParts()
{
    m_server->close();
    openInspector();
    find<QPushButton>(u"connect"_s)->click();
    QTRY_VERIFY(find<QLabel>(u"inspectorState"_s)->isVisible());
    QTRY_VERIFY(find<QLabel>(u"inspectorState"_s)->text().startsWith(u"closed"_s));
    for (const QString &section : {u"inspectorEndpoints"_s, u"inspectorProtocol"_s, u"inspectorBuffers"_s})
        QVERIFY2(!find<QGroupBox>(section)->isVisible() || !textOf(section).isEmpty(), qPrintable(section));
}

void TestClientInspector::readingIsStoppedAndGoesOn()
{
    auto *stop = find<QAction>(u"stopReading"_s);
    auto *readOn = find<QAction>(u"readOn"_s);
    QVERIFY(!stop->isEnabled() && !readOn->isEnabled());
    QVERIFY(connectToPeer());
    QTRY_VERIFY(stop->isEnabled());
    stop->trigger();
    QTRY_VERIFY(find<QLabel>(u"state"_s)->text().startsWith(u"connected, reading stopped"_s));
    openInspector();
    m_peer->write("waits\n");
    QTRY_VERIFY(textOf(u"inspectorBuffers"_s).contains(u"6 of 65,536 bytes"_s));
    QVERIFY(!stop->isEnabled());
    readOn->trigger();
    QTRY_VERIFY(textOf(u"inspectorBuffers"_s).contains(u"0 of 65,536 bytes"_s));
    QTRY_VERIFY(stop->isEnabled());
    QVERIFY(!readOn->isEnabled());
}

void TestClientInspector::aResetEndsTheConnection()
{
    QVERIFY(connectToPeer());
    find<QAction>(u"reset"_s)->trigger();
    QTRY_VERIFY(!m_window->isConnected());
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!find<QAction>(u"reset"_s)->isEnabled());
}

QTEST_MAIN(TestClientInspector)
#include "tst_clientinspector.moc"
