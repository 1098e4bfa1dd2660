#include "benchmark.h"
#include "epolldispatcher.h"
#include "measure.h"
#include "nativesocket.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <array>
#include <chrono>
#include <memory>
#include <vector>

#include <arpa/inet.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Connections = 1'000;
constexpr int FewActive = 100;
constexpr int Rounds = 5; // of each dispatcher, alternating
constexpr auto Period = 1s; // of one measurement
constexpr std::size_t MessageSize = 64;
constexpr int Patience = 10'000; // ms without any answer

/// A thread with our dispatcher, or with Qt's UNIX one, in which a QTcpServer sends everybody back what they send.
class EchoThread final
{
public:
    explicit EchoThread(bool ours)
    {
        qputenv("QT_NO_GLIB", "1");
        if (ours)
            m_thread.setEventDispatcher(new EpollDispatcher);
        m_server->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
        QMetaObject::invokeMethod(m_server, [this] { listen(); }, Qt::BlockingQueuedConnection);
    }

    ~EchoThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(EchoThread)

    quint16 port() const { return m_port; }

private:
    void listen()
    {
        m_server->setProxy(QNetworkProxy::NoProxy);
        m_server->setListenBacklogSize(Connections);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [server = m_server] {
            while (QTcpSocket *client = server->nextPendingConnection()) {
                QObject::connect(client, &QTcpSocket::readyRead, client,
                                 [client] { client->write(client->readAll()); });
            }
        });
        if (m_server->listen(QHostAddress::LocalHost))
            m_port = m_server->serverPort();
    }

    QThread m_thread;
    QTcpServer *m_server = new QTcpServer; // lives in m_thread
    quint16 m_port = 0;
};

/// The other ends, with no Qt: each active one sends a message, and the next when all of it has come back.
class Load final
{
public:
    explicit Load(quint16 port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        for (int i = 0; i < Connections; ++i) {
            const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            m_whole = m_whole && ::connect(made, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u32 = quint32(m_sockets.size());
            m_whole = m_whole && ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, made, &event) == 0;
            m_sockets.push_back({made, 0});
        }
    }

    ~Load()
    {
        for (const Socket &socket : m_sockets)
            ::close(socket.descriptor);
        ::close(m_epoll);
    }
    Q_DISABLE_COPY_MOVE(Load)

    /// Round trips in a second; 0: it could not be measured.
    double run(int active)
    {
        for (int i = 0; m_whole && i < active; ++i)
            send(m_sockets[std::size_t(i) * std::size_t(Connections / active)]);
        QElapsedTimer clock;
        clock.start();
        qint64 trips = 0;
        int underWay = active;
        while (m_whole && underWay > 0) {
            const bool goOn = !clock.hasExpired(std::chrono::milliseconds(Period).count());
            const int ended = receive(goOn);
            trips += goOn ? ended : 0;
            underWay -= goOn ? 0 : ended;
        }
        return m_whole ? double(trips) / std::chrono::duration<double>(Period).count() : 0;
    }

private:
    struct Socket
    {
        int descriptor;
        std::size_t got;
    };

    void send(Socket &socket)
    {
        static constexpr std::array<char, MessageSize> Message{};
        socket.got = 0;
        m_whole = m_whole && ::send(socket.descriptor, Message.data(), MessageSize, MSG_NOSIGNAL) == MessageSize;
    }

    /// Takes what has come. Returns how many messages are whole, and sends the next for each of them or not.
    int receive(bool goOn)
    {
        std::array<epoll_event, 512> events;
        std::array<char, MessageSize> bytes;
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), Patience);
        m_whole = m_whole && count > 0;
        int ended = 0;
        for (int i = 0; i < count; ++i) {
            Socket &socket = m_sockets[events[std::size_t(i)].data.u32];
            const ssize_t got = ::recv(socket.descriptor, bytes.data(), bytes.size() - socket.got, 0);
            m_whole = m_whole && got > 0;
            socket.got += std::size_t(std::max<ssize_t>(0, got));
            if (socket.got < MessageSize)
                continue;
            ++ended;
            if (goOn)
                send(socket);
        }
        return ended;
    }

    const int m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Socket> m_sockets;
    bool m_whole = true; // nothing has failed so far
};

double roundTrips(bool ours, int active)
{
    const EchoThread echo(ours);
    Load load(echo.port());
    return load.run(active);
}

}

BenchmarkResult measureDispatchers()
{
    NativeSocket::raiseDescriptorLimit();
    BenchmarkResult result;
    for (const int active : {FewActive, Connections}) {
        QList<double> ours;
        QList<double> qts;
        for (int round = 0; round < Rounds; ++round) {
            ours.append(roundTrips(true, active));
            qts.append(roundTrips(false, active));
        }
        if (ours.contains(0.0) || qts.contains(0.0))
            return {result.rows, u"an echo did not come back"_s};
        result.rows.append({u"echoes, %1 connections, %2 active"_s.arg(Connections).arg(active), median(ours), u"1/s"_s,
                            u"Qt's dispatcher"_s, median(qts), 1});
    }
    return result;
}
