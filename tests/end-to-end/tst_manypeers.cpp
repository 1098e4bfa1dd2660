#include "program.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// Several peers at one server.
class TestManyPeers final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void relayReachesEveryOtherClient();
    void aRelayedLineKeepsItsTerminator();
    void aPeerThatNeverReadsIsTooSlowAndDisturbsNobody();
    void anEchoPeerThatNeverReadsIsReadMoreSlowlyNotClosed();
    void severalPeersCanBecomeTooSlowAtOnce();
    void aClientThatComesBackAtOnceIsNotTurnedAway();
    void stoppingWhile200ClientsSendIsClean();
};

void TestManyPeers::relayReachesEveryOtherClient()
{
    HeadlessServerProgram server({u"--mode"_s, u"relay"_s});
    std::vector<std::unique_ptr<Program>> peers;
    for (int i = 1; i <= 3; ++i) {
        peers.push_back(Program::system(u"ncat"_s, {u"127.0.0.1"_s, server.portText()}));
        if (!peers.back())
            QSKIP("ncat is not installed");
        QVERIFY(!server->next(u"accepted"_s).isEmpty());
    }
    peers[0]->write("from one\n");
    QVERIFY(peers[1]->waitForOutput("from one\n"));
    QVERIFY(peers[2]->waitForOutput("from one\n"));
    peers[2]->write("from three\n");
    QVERIFY(peers[0]->waitForOutput("from three\n"));
    QVERIFY(peers[1]->waitForOutput("from three\n"));
    QCOMPARE(peers[0]->output(), QByteArray("from three\n"));
    QCOMPARE(peers[2]->output(), QByteArray("from one\n"));
}

void TestManyPeers::aRelayedLineKeepsItsTerminator()
{
    HeadlessServerProgram server({u"--mode"_s, u"relay"_s});
    const auto from = server.connectClient();
    const auto to = server.connectClient();
    server->next(u"accepted"_s, [](const QJsonObject &event) { return event.value("socket"_L1) == 2; });
    from->write("a\r\nb\n");
    QByteArray got;
    QVERIFY(readAll(*to, 5, got));
    QCOMPARE(got, QByteArray("a\r\nb\n"));
}

void TestManyPeers::aPeerThatNeverReadsIsTooSlowAndDisturbsNobody()
{
    HeadlessServerProgram server({u"--mode"_s, u"relay"_s, u"--queue-limit"_s, u"1000000"_s});
    const auto stalled = server.connectClient();
    stalled->setReadBufferSize(1);
    server->next(u"accepted"_s);
    const auto reader = server.connectClient();
    const auto sender = server.connectClient();
    server->next(u"accepted"_s, [](const QJsonObject &event) { return event.value("socket"_L1) == 3; });
    const QByteArray line = QByteArray(999, 'x') + '\n';
    QByteArray got;
    qsizetype sent = 0;
    QJsonObject closed;
    // Until the system's own buffers for the stalled peer are full, and then our queue for it; never faster than the
    // reader, who must not fall behind.
    while (closed.isEmpty() && sent < 100'000'000) {
        for (int i = 0; i < 500; ++i)
            sent += sender->write(line);
        QVERIFY(readAll(*reader, sent, got));
        for (const QJsonObject &event : server->eventsNamed(u"closed"_s))
            closed = event;
    }
    QCOMPARE(closed.value("socket"_L1), 1);
    QCOMPARE(closed.value("reason"_L1), u"too-slow"_s);
    QCOMPARE(got.size(), sent);
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 1);
}

void TestManyPeers::anEchoPeerThatNeverReadsIsReadMoreSlowlyNotClosed()
{
    HeadlessServerProgram server({u"--mode"_s, u"echo"_s, u"--queue-limit"_s, u"1000000"_s});
    const auto stalled = server.connectClient();
    stalled->setReadBufferSize(1);
    const QByteArray sent = (QByteArray(9'999, 'x') + '\n').repeated(4'000);
    stalled->write(sent);
    // The stall shows at our end: what is written stays here.
    qint64 left = 0;
    QTRY_VERIFY_WITH_TIMEOUT((left = stalled->bytesToWrite(), server->output(), left < sent.size()), Program::Patience);
    const auto other = server.connectClient();
    other->write("quick?\n");
    QByteArray got;
    QVERIFY(readAll(*other, 7, got));
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 0);
    stalled->setReadBufferSize(0);
    QByteArray echoed;
    QVERIFY(QTest::qWaitFor([&] {
        server->output();
        echoed.append(stalled->readAll());
        return echoed.size() == sent.size();
    }, 3 * Program::Patience));
}

void TestManyPeers::severalPeersCanBecomeTooSlowAtOnce()
{
    HeadlessServerProgram server({u"--mode"_s, u"relay"_s, u"--queue-limit"_s, u"100000"_s});
    // Each has sent half a line, which is relayed when it is closed: to others that are just being closed.
    std::vector<std::unique_ptr<QTcpSocket>> stalled;
    for (int i = 0; i < 5; ++i) {
        stalled.push_back(server.connectClient());
        stalled.back()->setReadBufferSize(1);
        stalled.back()->write(QByteArray(9'000, 'h'));
    }
    const auto sender = server.connectClient();
    QTRY_COMPARE(server->eventsNamed(u"accepted"_s).size(), 6);
    const QByteArray line = QByteArray(49'999, 'x') + '\n';
    qsizetype closed = 0;
    while (closed < 5 && sender->state() == QAbstractSocket::ConnectedState) {
        sender->write(line.repeated(20));
        QTRY_COMPARE_WITH_TIMEOUT(sender->bytesToWrite(), 0, Program::Patience);
        closed = server->eventsNamed(u"closed"_s).size();
    }
    server->command({{u"stop"_s, true}});
    QCOMPARE(server->waitForEnd(), 0);
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 6);
}

void TestManyPeers::aClientThatComesBackAtOnceIsNotTurnedAway()
{
    HeadlessServerProgram server({u"--max-clients"_s, u"1"_s});
    for (int i = 0; i < 50; ++i) {
        QTcpSocket client;
        client.connectToHost(u"127.0.0.1"_s, server.port());
        QVERIFY(client.waitForConnected());
        client.disconnectFromHost();
    }
    QTRY_COMPARE(server->eventsNamed(u"closed"_s).size(), 50);
    const QList<QJsonObject> closed = server->eventsNamed(u"closed"_s);
    for (const QJsonObject &event : closed)
        QCOMPARE(event.value("reason"_L1), u"peer-closed"_s);
}

void TestManyPeers::stoppingWhile200ClientsSendIsClean()
{
    HeadlessServerProgram server({u"--mode"_s, u"relay"_s});
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(server.connectClient());
        QVERIFY(clients.back());
    }
    QTRY_COMPARE_WITH_TIMEOUT(server->eventsNamed(u"accepted"_s).size(), 200, Program::Patience);
    for (const auto &client : clients)
        client->write("all at once\n");
    QVERIFY(!server->next(u"received"_s).isEmpty());
    for (const auto &client : clients) {
        connect(client.get(), &QTcpSocket::readyRead, client.get(), [socket = client.get()] {
            socket->readAll();
            socket->write("and again\n");
        });
    }
    server->command({{u"stop"_s, true}});
    QCOMPARE(server->waitForEnd(), 0);
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 200);
    QCOMPARE(server->events().constLast().value("event"_L1), u"stopped"_s);
}

QTEST_GUILESS_MAIN(TestManyPeers)
#include "tst_manypeers.moc"
