#include "receivequeues.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// What the system tells of connections whose sockets the asker does not have.
class TestReceiveQueues final : public QObject
{
    Q_OBJECT

private:
    static SocketEnds endsOf(const QTcpSocket &socket)
    {
        return {Endpoint::of(socket.localAddress(), socket.localPort()),
                Endpoint::of(socket.peerAddress(), socket.peerPort())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!ReceiveQueues::areTold())
            QSKIP("this system does not tell");
    }

    void whatIsNotReadIsTold_data()
    {
        QTest::addColumn<QHostAddress>("listen");
        QTest::addColumn<QHostAddress>("connect");
        const QHostAddress ipv4(QHostAddress::LocalHost);
        const QHostAddress ipv6(QHostAddress::LocalHostIPv6);
        QTest::newRow("IPv4") << ipv4 << ipv4;
        QTest::newRow("IPv6") << ipv6 << ipv6;
        QTest::newRow("IPv4 at a socket of both") << QHostAddress(QHostAddress::Any) << ipv4;
    }

    void whatIsNotReadIsTold()
    {
        QFETCH(QHostAddress, listen);
        QFETCH(QHostAddress, connect);
        QTcpServer server;
        server.setProxy(QNetworkProxy::NoProxy);
        if (!server.listen(listen))
            QSKIP("no such address here");
        QTcpSocket client;
        client.setProxy(QNetworkProxy::NoProxy);
        client.connectToHost(connect, server.serverPort());
        QVERIFY(server.waitForNewConnection(5000));
        const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
        QVERIFY(client.waitForConnected());
        accepted->blockSignals(true); // and no event loop runs: nothing is read
        const auto empty = ReceiveQueues::of({endsOf(*accepted)}).constFirst();
        QVERIFY(empty && empty->bytes == 0);
        client.write(QByteArray(5000, 'x'));
        QVERIFY(client.waitForBytesWritten());
        ReceiveQueue queue;
        for (int tries = 0; tries < 1000 && queue.bytes < 5000; ++tries)
            queue = ReceiveQueues::of({endsOf(*accepted)}).constFirst().value_or(ReceiveQueue());
        QCOMPARE(queue.bytes, quint64(5000));
        QVERIFY(queue.taken >= queue.bytes);
        QVERIFY(queue.room > queue.taken);
    }

    void ofOneThatIsNotThereNothingIsTold()
    {
        const SocketEnds nobody{{QHostAddress(u"127.0.0.1"_s), 1}, {QHostAddress(u"127.0.0.2"_s), 2}};
        QCOMPARE(ReceiveQueues::of({nobody, nobody}), (QList<std::optional<ReceiveQueue>>(2)));
    }
};

QTEST_GUILESS_MAIN(TestReceiveQueues)
#include "tst_receivequeues.moc"
