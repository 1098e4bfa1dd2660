#include "connection.h"
#include "listener.h"

#include <QSignalSpy>
#include <QTest>

#ifdef Q_OS_LINUX
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How a connection that we make begins, or does not.
class TestConnecting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aListeningPortIsConnectedTo_data();
    void aListeningPortIsConnectedTo();
    void nobodyListeningIsRefused();
    void aHostThatDoesNotExistIsSaidSo();
    void noAnswerInTimeIsATimeOut();
    void theConnectsDeadlineEndsWithTheConnect();
    void closingWhileConnectingEndsAtOnce();

private:
    CloseReason end() const { return m_closed->constFirst().constFirst().value<CloseReason>(); }

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<QSignalSpy> m_connected;
    std::unique_ptr<QSignalSpy> m_closed;
};

void TestConnecting::init()
{
    m_connection = std::make_unique<Connection>();
    m_connected = std::make_unique<QSignalSpy>(m_connection.get(), &Connection::connected);
    m_closed = std::make_unique<QSignalSpy>(m_connection.get(), &Connection::closed);
}

void TestConnecting::cleanup()
{
    m_closed.reset();
    m_connected.reset();
    m_connection.reset();
}

void TestConnecting::aListeningPortIsConnectedTo_data()
{
    QTest::addColumn<QString>("host");

    QTest::newRow("address") << u"127.0.0.1"_s;
    QTest::newRow("name") << u"localhost"_s;
}

void TestConnecting::aListeningPortIsConnectedTo()
{
    QFETCH(QString, host);
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));

    m_connection->connectTo(host, listener.serverPort());
    QVERIFY(m_connected->wait());

    QCOMPARE(m_connection->state(), SocketState::Connected);
    QCOMPARE(m_connection->peer(), listener.endpoint());
    QVERIFY(m_connection->local().port != 0);
    QVERIFY(m_connection->canSend());
}

void TestConnecting::nobodyListeningIsRefused()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const quint16 port = listener.serverPort();
    listener.close();

    m_connection->connectTo(u"127.0.0.1"_s, port);

    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(end(), CloseReason::Refused);
    QVERIFY(!m_closed->constFirst().at(1).toString().isEmpty());
}

void TestConnecting::aHostThatDoesNotExistIsSaidSo()
{
    m_connection->connectTo(u"no-such-host.invalid"_s, 80, 60s);

    QTRY_COMPARE_WITH_TIMEOUT(m_closed->size(), 1, 55'000);
    QCOMPARE(end(), CloseReason::Error);
    QCOMPARE(m_connection->problem(), ConnectProblem::HostNotFound);
}

void TestConnecting::noAnswerInTimeIsATimeOut()
{
#ifdef Q_OS_LINUX
    // Linux drops a SYN when the queue of those who wait for `accept` is full: two waiting, the third gets no answer.
    const int listening = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(::bind(listening, reinterpret_cast<const sockaddr *>(&address), size), 0);
    QCOMPARE(::listen(listening, 0), 0);
    QCOMPARE(::getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size), 0);
    QList<QTcpSocket *> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.append(new QTcpSocket(m_connection.get()));
        waiting.last()->connectToHost(QHostAddress::LocalHost, ntohs(address.sin_port));
    }
    QTRY_COMPARE(waiting.first()->state(), QAbstractSocket::ConnectedState);

    m_connection->connectTo(u"127.0.0.1"_s, ntohs(address.sin_port), 200ms);

    QTRY_COMPARE(m_closed->size(), 1);
    QCOMPARE(end(), CloseReason::TimedOut);
    ::close(listening);
#else
    QSKIP("there is no port here that surely does not answer");
#endif
}

void TestConnecting::theConnectsDeadlineEndsWithTheConnect()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    m_connection->connectTo(u"127.0.0.1"_s, listener.serverPort(), 200ms);
    QVERIFY(m_connected->wait());

    QVERIFY(!m_closed->wait(500));
}

void TestConnecting::closingWhileConnectingEndsAtOnce()
{
    m_connection->connectTo(u"no-such-host.invalid"_s, 80);

    m_connection->close(CloseReason::ClosedByUs);

    QCOMPARE(m_closed->size(), 1);
    QCOMPARE(end(), CloseReason::ClosedByUs);
}

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_connecting.moc"
