#include "program.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// `oneport-client --headless`, with and without `--json`, against a plain QTcpServer.
class TestHeadlessClient final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void plainInputGoesToTheServerAndItsEndIsOurFin();
    void whatArrivesAfterTheEndOfInputIsPrinted();
    void aConnectionHasItsEvents();
    void closeAndStopEndItWithStatus0_data();
    void closeAndStopEndItWithStatus0();
    void aTargetThatIsNotOursIsAnError();
    void aRefusedPortEndsWith1AndOneLine();
    void aRefusedPortIsClosedAsRefused();
    void aNameThatDoesNotResolveEndsWith1AndSaysSo();
    void aResetEndsWith1();
    void aLongLineIsSentWhole();
    void allThatArrivedIsToldBeforeTheEnd();

private:
    QStringList target() const { return {u"127.0.0.1"_s, QString::number(m_server->serverPort())}; }
    std::unique_ptr<Program> startPlain() { return Program::ours(u"oneport-client"_s, QStringList{u"--headless"_s} + target()); }
    std::unique_ptr<QTcpSocket> accept();

    std::unique_ptr<QTcpServer> m_server;
};

void TestHeadlessClient::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

std::unique_ptr<QTcpSocket> TestHeadlessClient::accept()
{
    if (!QTest::qWaitFor([this] { return m_server->hasPendingConnections(); }, Program::Patience))
        return nullptr;
    std::unique_ptr<QTcpSocket> socket(m_server->nextPendingConnection());
    socket->setParent(nullptr);
    return socket;
}

void TestHeadlessClient::plainInputGoesToTheServerAndItsEndIsOurFin()
{
    const auto client = startPlain();
    const auto peer = accept();
    QVERIFY(peer);
    client->write("one\ntwo");
    client->endInput();
    QByteArray got;
    QVERIFY(readAll(*peer, 8, got));
    QCOMPARE(got, QByteArray("one\ntwo\n"));
    QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client->waitForEnd(), 0);
}

void TestHeadlessClient::whatArrivesAfterTheEndOfInputIsPrinted()
{
    // socat keeps its sending side open after our end, as a QTcpSocket can't.
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const QString port = QString::number(probe.serverPort());
    probe.close();
    const auto peer = Program::system(u"socat"_s, {u"-d"_s, u"-d"_s, u"-t60"_s, u"-"_s, u"TCP-LISTEN:%1,bind=127.0.0.1"_s.arg(port)});
    if (!peer)
        QSKIP("socat is not installed");
    QVERIFY(QTest::qWaitFor([&] { return peer->errors().contains("listening on"); }, Program::Patience));
    const auto client = Program::ours(u"oneport-client"_s, {u"--headless"_s, u"127.0.0.1"_s, port});
    client->write("question\n");
    client->endInput();
    QVERIFY(peer->waitForOutput("question\n"));
    peer->write("late answer\n");
    QVERIFY(client->waitForOutput("late answer\n"));
    peer->endInput();
    QCOMPARE(client->waitForEnd(), 0);
    QCOMPARE(client->output(), QByteArray("late answer\n"));
}

void TestHeadlessClient::aConnectionHasItsEvents()
{
    JsonProgram client(u"oneport-client"_s, target());
    const auto peer = accept();
    QVERIFY(peer);
    const QJsonObject connected = client.next(u"connected"_s);
    QCOMPARE(connected.value("socket"_L1), 1);
    QCOMPARE(connected.value("peer"_L1), u"127.0.0.1:%1"_s.arg(m_server->serverPort()));
    QCOMPARE(connected.value("local"_L1), u"127.0.0.1:%1"_s.arg(peer->peerPort()));
    client.command({{u"send"_s, u"hi"_s}});
    QCOMPARE(client.next(u"sent"_s).value("bytes"_L1), 2);
    peer->write("hello\n");
    QCOMPARE(client.next(u"received"_s).value("text"_L1), u"hello"_s);
    peer->disconnectFromHost();
    QCOMPARE(client.next(u"closed"_s).value("reason"_L1), u"peer-closed"_s);
    QVERIFY(!client.next(u"stopped"_s).isEmpty());
    QCOMPARE(client.waitForEnd(), 0);
    QVERIFY(client.isClean());
}

void TestHeadlessClient::closeAndStopEndItWithStatus0_data()
{
    QTest::addColumn<QJsonObject>("command");
    QTest::newRow("close") << QJsonObject{{u"close"_s, 1}};
    QTest::newRow("stop") << QJsonObject{{u"stop"_s, true}};
}

void TestHeadlessClient::closeAndStopEndItWithStatus0()
{
    QFETCH(QJsonObject, command);
    JsonProgram client(u"oneport-client"_s, target());
    const auto peer = accept();
    QVERIFY(!client.next(u"connected"_s).isEmpty());
    client.command({{u"send"_s, u"last words"_s}});
    client.command(command);
    QByteArray got;
    QVERIFY(readAll(*peer, 11, got));
    QCOMPARE(client.waitForEnd(), 0);
    QCOMPARE(client.next(u"closed"_s).value("reason"_L1), u"closed-by-us"_s);
}

void TestHeadlessClient::aTargetThatIsNotOursIsAnError()
{
    JsonProgram client(u"oneport-client"_s, target());
    const auto peer = accept();
    client.command({{u"send"_s, u"x"_s}, {u"to"_s, QJsonArray{2}}});
    QVERIFY(!client.next(u"error"_s).isEmpty());
    client.command({{u"send"_s, u"y"_s}, {u"to"_s, QJsonArray{1}}});
    QByteArray got;
    QVERIFY(readAll(*peer, 2, got));
    QCOMPARE(got, QByteArray("y\n"));
}

void TestHeadlessClient::aRefusedPortEndsWith1AndOneLine()
{
    const QStringList closedPort = target();
    m_server->close();
    const auto client = Program::ours(u"oneport-client"_s, QStringList{u"--headless"_s} + closedPort);
    QCOMPARE(client->waitForEnd(), 1);
    QCOMPARE(client->errors().count('\n'), 1);
    QVERIFY2(client->errors().contains("nobody listens there"), client->errors().constData());
}

void TestHeadlessClient::aRefusedPortIsClosedAsRefused()
{
    const QStringList closedPort = target();
    m_server->close();
    JsonProgram client(u"oneport-client"_s, closedPort);
    QCOMPARE(client.next(u"closed"_s).value("reason"_L1), u"refused"_s);
    QCOMPARE(client.waitForEnd(), 1);
}

void TestHeadlessClient::aNameThatDoesNotResolveEndsWith1AndSaysSo()
{
    const auto client = Program::ours(u"oneport-client"_s, {u"--headless"_s, u"no-such-host.invalid"_s, u"80"_s});
    QCOMPARE(client->waitForEnd(), 1);
    QVERIFY2(client->errors().contains("there is no such host"), client->errors().constData());
}

void TestHeadlessClient::aResetEndsWith1()
{
    JsonProgram client(u"oneport-client"_s, target());
    const auto peer = accept();
    QVERIFY(!client.next(u"connected"_s).isEmpty());
    // A socket that is closed with bytes unread answers with RST (RFC 1122, section 4.2.2.13).
    peer->setReadBufferSize(1);
    client.command({{u"send"_s, QString(100'000, u'x')}});
    QTRY_VERIFY(peer->bytesAvailable() > 0);
    peer->abort();
    QCOMPARE(client.next(u"closed"_s).value("reason"_L1), u"reset"_s);
    QCOMPARE(client.waitForEnd(), 1);
}

void TestHeadlessClient::aLongLineIsSentWhole()
{
    const auto client = startPlain();
    const auto peer = accept();
    QVERIFY(peer);
    const QByteArray line(5'000'000, 'x');
    client->write(line);
    client->endInput();
    QByteArray got;
    QVERIFY(readAll(*peer, line.size() + 1, got));
    QCOMPARE(got.size(), line.size() + 1);
    QCOMPARE(got.count('\n'), 1);
}

void TestHeadlessClient::allThatArrivedIsToldBeforeTheEnd()
{
    JsonProgram client(u"oneport-client"_s, target());
    const auto peer = accept();
    QVERIFY(peer);
    peer->write(QByteArray("x\n").repeated(50'000));
    peer->disconnectFromHost();
    QCOMPARE(client.waitForEnd(), 0);
    QCOMPARE(client.eventsNamed(u"received"_s).size(), 50'000);
    const QList<QJsonObject> events = client.events();
    QCOMPARE(events.at(events.size() - 2).value("event"_L1), u"closed"_s);
    QCOMPARE(events.constLast().value("event"_L1), u"stopped"_s);
}

QTEST_GUILESS_MAIN(TestHeadlessClient)
#include "tst_headlessclient.moc"
