#include "load.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

using namespace std::chrono_literals;

namespace {

enum class Manner { Faithful, Losing, Doubling, Closing, Relaying };

constexpr qsizetype Size = 64;

/// A server in a thread of its own that sends back what it gets, more or less.
class Peer final
{
public:
    explicit Peer(Manner manner)
        : m_manner(manner)
    {
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(m_server, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }
    ~Peer()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Peer)

    quint16 port() const { return m_port; }

private:
    void listen()
    {
        m_server->setProxy(QNetworkProxy::NoProxy);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] {
            while (QTcpSocket *client = m_server->nextPendingConnection())
                QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] { answer(client); });
        });
        if (m_server->listen(QHostAddress::LocalHost))
            m_port = m_server->serverPort();
    }

    void answer(QTcpSocket *client)
    {
        while (client->bytesAvailable() >= Size) {
            const QByteArray message = client->read(Size);
            const bool spoils = ++m_messages % 50 == 0; // later than all have been greeted
            if (m_manner == Manner::Relaying)
                relay(message, client);
            else if (!spoils || m_manner != Manner::Losing)
                client->write(message);
            if (spoils && m_manner == Manner::Doubling)
                client->write(message);
            if (spoils && m_manner == Manner::Closing)
                return client->abort();
        }
    }

    void relay(const QByteArray &message, const QTcpSocket *sender)
    {
        for (QTcpSocket *other : m_server->findChildren<QTcpSocket *>()) {
            if (other != sender)
                other->write(message);
        }
    }

    const Manner m_manner;
    QThread m_thread;
    QTcpServer *m_server = new QTcpServer; // lives in m_thread
    quint16 m_port = 0;
    int m_messages = 0;
};

LoadPlan planFor(quint16 port)
{
    return {.port = port, .connections = 10, .active = 10, .inFlight = 2, .messageSize = int(Size), .period = 200ms,
            .megabytes = 1, .patience = 1s};
}

}

/// What the load reports of servers that do well, and of those that do not.
class TestLoad final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFaithfulEchoIsSound();
    void whatIsLostIsCounted();
    void whatComesTwiceIsNoticed();
    void whoIsDroppedIsCounted();
    void nobodyThereIsRefused();
    void whatIsRelayedIsCounted();
    void aFloodNeedsToBeTaken();
};

void TestLoad::aFaithfulEchoIsSound()
{
    const Peer peer(Manner::Faithful);

    const LoadReport report = Load(planFor(peer.port())).echo();

    QVERIFY(report.rate > 0);
    QVERIFY(report.accepted > 0);
    QVERIFY(report.latencies.count() > 0);
    QCOMPARE(report.lost + report.disordered, 0u);
    QCOMPARE(report.refused, 0);
}

void TestLoad::whatIsLostIsCounted()
{
    const Peer peer(Manner::Losing);

    const LoadReport report = Load(planFor(peer.port())).echo();

    QVERIFY(report.lost > 0);
}

void TestLoad::whatComesTwiceIsNoticed()
{
    const Peer peer(Manner::Doubling);

    const LoadReport report = Load(planFor(peer.port())).echo();

    QVERIFY(report.disordered > 0);
}

void TestLoad::whoIsDroppedIsCounted()
{
    const Peer peer(Manner::Closing);

    const LoadReport report = Load(planFor(peer.port())).echo();

    QVERIFY(report.refused > 0);
}

void TestLoad::nobodyThereIsRefused()
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();

    QCOMPARE(Load(planFor(port)).flood().refused, 1);
}

void TestLoad::whatIsRelayedIsCounted()
{
    const Peer peer(Manner::Relaying);

    const LoadReport report = Load(planFor(peer.port())).relay();

    QVERIFY(report.rate > 0);
    QCOMPARE(report.lost + report.disordered, 0u);
    QCOMPARE(report.refused, 0);
}

void TestLoad::aFloodNeedsToBeTaken()
{
    LoadPlan plan = planFor(0);
    QTcpServer idle; // nobody accepts, so nobody ends the connection
    idle.setProxy(QNetworkProxy::NoProxy);
    QVERIFY(idle.listen(QHostAddress::LocalHost));
    plan.port = idle.serverPort();
    plan.period = 0ms;

    QCOMPARE(Load(plan).flood().refused, 1);
}

QTEST_GUILESS_MAIN(TestLoad)
#include "tst_load.moc"
