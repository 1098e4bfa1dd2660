#include "clientthread.h"
#include "clientwindow.h"
#include "clientwindows.h"
#include "program.h"
#include "serverwindow.h"
#include "sessionplace.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

/// Types a line into a window and presses its button, as a person would.
static void say(QWidget &window, const QString &text)
{
    auto *field = window.findChild<QPlainTextEdit *>(u"message"_s);
    field->setFocus();
    field->clear();
    QTest::keyClicks(field, text);
    QTest::mouseClick(window.findChild<QPushButton *>(u"send"_s), Qt::LeftButton);
}

static bool hasReceived(const TranscriptModel &transcript, const QByteArray &text)
{
    for (int row = 0; row < transcript.rowCount(); ++row) {
        const auto record = transcript.recordAt(row);
        if (record && record->kind == Record::Kind::Received && record->message.content() == text)
            return true;
    }
    return false;
}

/// The whole pair at once: a server window, two client windows, three programs that know nothing of it.
class TestWindows final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void textGoesFromTheServerToAll();
    void textGoesFromTheServerToTheSelectedOnes();
    void whatAPeerSendsIsRelayedToEveryOther();
    void whatAClientWindowSendsIsRelayedToEveryOther();
    void stoppingTheServerIsSeenByAll();

private:
    bool everyPeerGot(const QByteArray &line, const Program *except = nullptr);
    void select(const QList<int> &rows);

    std::unique_ptr<ClientThread> m_thread;
    std::unique_ptr<ServerWindow> m_server;
    std::unique_ptr<ClientWindows> m_clients;
    std::vector<std::unique_ptr<Program>> m_peers;
};

void TestWindows::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePort tests"_s);
    QCoreApplication::setApplicationName(u"tst_windows"_s);
    QSettings().clear();
}

void TestWindows::init()
{
    ServerWindowSetup setup;
    setup.options.listen.port = 0;
    setup.startListening = true;
    setup.mode = ServerMode::Relay;
    QString problem;
    setup.store = newSession(&problem);
    QVERIFY2(setup.store, qPrintable(problem));
    m_server = std::make_unique<ServerWindow>(setup);
    m_server->show();
    QTRY_VERIFY(m_server->listeningEndpoint().isKnown());
    const quint16 port = m_server->listeningEndpoint().port;

    for (int i = 0; i < 3; ++i) {
        m_peers.push_back(Program::system(u"ncat"_s, {u"127.0.0.1"_s, QString::number(port)}));
        if (!m_peers.back())
            QSKIP("ncat is not installed");
    }
    m_thread = std::make_unique<ClientThread>();
    ClientOptions options;
    options.host = u"127.0.0.1"_s;
    options.port = port;
    m_clients = std::make_unique<ClientWindows>(*m_thread, options);
    m_clients->openMany(2, true);
    auto *table = m_server->findChild<QTableView *>(u"sockets"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1 + 3 + 2); // the listening socket, then one for each client
    for (ClientWindow *client : m_clients->windows())
        QTRY_VERIFY(client->isConnected());
}

void TestWindows::cleanup()
{
    m_peers.clear();
    m_clients.reset();
    m_thread.reset();
    m_server.reset();
}

bool TestWindows::everyPeerGot(const QByteArray &line, const Program *except)
{
    bool all = true;
    for (const auto &peer : m_peers)
        all &= peer.get() == except || peer->waitForOutput(line + '\n');
    return all;
}

void TestWindows::select(const QList<int> &rows)
{
    auto *table = m_server->findChild<QTableView *>(u"sockets"_s);
    table->clearSelection();
    for (const int row : rows)
        table->selectionModel()->select(table->model()->index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TestWindows::textGoesFromTheServerToAll()
{
    say(*m_server, u"to all"_s);
    QVERIFY(everyPeerGot("to all"));
    for (ClientWindow *client : m_clients->windows())
        QTRY_VERIFY(hasReceived(client->transcript(), "to all"));
}

void TestWindows::textGoesFromTheServerToTheSelectedOnes()
{
    select({1, 2}); // the two that were accepted first
    auto *to = m_server->findChild<QComboBox *>(u"sendTo"_s);
    to->setCurrentIndex(1);
    say(*m_server, u"to two"_s);
    select({1});
    say(*m_server, u"to one"_s);
    select({});
    to->setCurrentIndex(0);
    say(*m_server, u"the end"_s);
    QVERIFY(everyPeerGot("the end"));
    for (ClientWindow *client : m_clients->windows())
        QTRY_VERIFY(hasReceived(client->transcript(), "the end"));
    qsizetype two = 0;
    qsizetype one = 0;
    for (const auto &peer : m_peers) {
        two += peer->output().count("to two\n");
        one += peer->output().count("to one\n");
    }
    for (ClientWindow *client : m_clients->windows()) {
        two += hasReceived(client->transcript(), "to two") ? 1 : 0;
        one += hasReceived(client->transcript(), "to one") ? 1 : 0;
    }
    QCOMPARE(two, 2);
    QCOMPARE(one, 1);
}

void TestWindows::whatAPeerSendsIsRelayedToEveryOther()
{
    m_peers[1]->write("from a peer\n");
    QVERIFY(everyPeerGot("from a peer", m_peers[1].get()));
    for (ClientWindow *client : m_clients->windows())
        QTRY_VERIFY(hasReceived(client->transcript(), "from a peer"));
    QTRY_VERIFY(hasReceived(m_server->transcript(), "from a peer"));
    QCOMPARE(m_peers[1]->output(), QByteArray());
}

void TestWindows::whatAClientWindowSendsIsRelayedToEveryOther()
{
    ClientWindow *from = m_clients->windows().constFirst();
    ClientWindow *to = m_clients->windows().constLast();
    say(*from, u"from a window"_s);
    QVERIFY(everyPeerGot("from a window"));
    QTRY_VERIFY(hasReceived(to->transcript(), "from a window"));
    QVERIFY(!hasReceived(from->transcript(), "from a window"));
}

void TestWindows::stoppingTheServerIsSeenByAll()
{
    QTest::mouseClick(m_server->findChild<QPushButton *>(u"listen"_s), Qt::LeftButton);
    for (const auto &peer : m_peers) {
        peer->endInput(); // ncat waits for the end of both directions
        QCOMPARE(peer->waitForEnd(), 0);
    }
    for (ClientWindow *client : m_clients->windows())
        QTRY_VERIFY(!client->isConnected());
}

QTEST_MAIN(TestWindows)
#include "tst_windows.moc"
