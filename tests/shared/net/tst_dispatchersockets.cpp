#include "loopthread.h"
#include "wire.h"

#include <QNetworkProxy>
#include <QTcpServer>

#include <vector>

using namespace Qt::StringLiterals;

/// Qt's own sockets over our dispatcher and over Qt's.
class TestDispatcherSockets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NativeSocket::raiseDescriptorLimit(); }
    void megabytesComeBackWhole_data() { bothDispatchers(); }
    void megabytesComeBackWhole();
    void manySocketsTalkAtOnce_data() { bothDispatchers(); }
    void manySocketsTalkAtOnce();
    void connectionsComeAndGo_data() { bothDispatchers(); }
    void connectionsComeAndGo();
};

namespace {

/// Sends everybody back what they send.
class EchoServer final : public QTcpServer
{
public:
    EchoServer()
    {
        setListenBacklogSize(1024);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        listen(QHostAddress::LocalHost);
    }
};

std::unique_ptr<QTcpSocket> clientOf(const EchoServer &server)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(server.serverAddress(), server.serverPort());
    return socket;
}

}

void TestDispatcherSockets::megabytesComeBackWhole()
{
    QFETCH(bool, ours);
    const QByteArray sent = numberedBytes(16 * 1024 * 1024);
    const QByteArray back = inThread(ours, [&sent] {
        const EchoServer server;
        const auto client = clientOf(server);
        client->setReadBufferSize(64 * 1024);
        QByteArray read;
        connect(client.get(), &QTcpSocket::connected, client.get(), [&] { client->write(sent); });
        connect(client.get(), &QTcpSocket::readyRead, client.get(), [&] { read += client->readAll(); });
        turnUntil([&] { return read.size() >= sent.size(); });
        return read;
    });
    QVERIFY(back == sent);
}

void TestDispatcherSockets::manySocketsTalkAtOnce()
{
    QFETCH(bool, ours);
    constexpr int Sockets = 300;
    constexpr int Rounds = 20;
    const int finished = inThread(ours, [] {
        const EchoServer server;
        int count = 0;
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < Sockets; ++i) {
            QTcpSocket *client = clients.emplace_back(clientOf(server)).get();
            connect(client, &QTcpSocket::connected, client, [client] { client->write("0\n"); });
            connect(client, &QTcpSocket::readyRead, client, [client, &count] {
                while (client->canReadLine()) {
                    const int round = client->readLine().trimmed().toInt() + 1;
                    if (round == Rounds)
                        ++count;
                    else
                        client->write(QByteArray::number(round) + '\n');
                }
            });
        }
        turnUntil([&count] { return count == Sockets; });
        return count;
    });
    QCOMPARE(finished, Sockets);
}

void TestDispatcherSockets::connectionsComeAndGo()
{
    QFETCH(bool, ours);
    constexpr int Connections = 300; // one after another, so that numbers of descriptors are used again
    const int served = inThread(ours, [] {
        const EchoServer server;
        int count = 0;
        for (int i = 0; i < Connections; ++i) {
            const auto client = clientOf(server);
            bool came = false;
            connect(client.get(), &QTcpSocket::connected, client.get(), [&] { client->write("hello"); });
            connect(client.get(), &QTcpSocket::readyRead, client.get(), [&] { came = true; });
            count += turnUntil([&came] { return came; }) ? 1 : 0;
            if (i % 2 == 0)
                client->abort();
        }
        return count;
    });
    QCOMPARE(served, Connections);
}

QTEST_GUILESS_MAIN(TestDispatcherSockets)
#include "tst_dispatchersockets.moc"
