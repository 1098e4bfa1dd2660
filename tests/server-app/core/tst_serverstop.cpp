#include "manyclients.h"

#include <QSignalSpy>

/// How a server that is busy ends, however many threads serve its sockets.
class TestServerStop final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServingModes(); }
    void stoppingWhileBusyEndsWithEverySocketClosed_data();
    void stoppingWhileBusyEndsWithEverySocketClosed();
    void destroyingABusyServerIsClean();
};

void TestServerStop::stoppingWhileBusyEndsWithEverySocketClosed_data()
{
    QTest::addColumn<bool>("now");
    QTest::newRow("in order") << false;
    QTest::newRow("at once") << true;
}

void TestServerStop::stoppingWhileBusyEndsWithEverySocketClosed()
{
    QFETCH(bool, now);
    constexpr int Count = 8;
    RunningServer running(withMode(ServerMode::Relay));
    QVERIFY(running.isListening());
    Clients clients;
    QVERIFY(connectTo(running, clients, Count));
    const QByteArray lines = numberedLines(0, 1000);
    for (const auto &client : clients) {
        connect(client.get(), &QTcpSocket::readyRead, client.get(), [raw = client.get()] { raw->readAll(); });
        connect(client.get(), &QTcpSocket::bytesWritten, client.get(), [raw = client.get(), lines] { raw->write(lines); });
        client->write(lines);
    }
    QTRY_VERIFY(running.socket(Count).bytesOut > 100'000);
    QSignalSpy stopped(&running.server, &Server::stopped);
    now ? running.server.stopNow() : running.server.stop();
    QVERIFY(stopped.wait(20'000));
    for (SocketId id = 1; id <= Count; ++id)
        QCOMPARE(running.socket(id).state, SocketState::Closed);
    QCOMPARE(running.socket(ListenerId).state, SocketState::Closed);
    QCOMPARE(running.records.constLast().kind, Record::Kind::Stopped);
    const auto isClosed = [](const Record &record) { return record.kind == Record::Kind::Closed; };
    QCOMPARE(std::count_if(running.records.cbegin(), running.records.cend(), isClosed), Count);
}

void TestServerStop::destroyingABusyServerIsClean()
{
    Clients clients;
    {
        RunningServer running(withMode(ServerMode::Relay));
        QVERIFY(running.isListening());
        QVERIFY(connectTo(running, clients, 8));
        for (const auto &client : clients)
            client->write(numberedLines(0, 20'000));
        QTRY_VERIFY(running.socket(8).bytesOut > 10'000);
    }
    for (const auto &client : clients)
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestServerStop)
#include "tst_serverstop.moc"
