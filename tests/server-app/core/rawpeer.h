#pragma once

#include "endpoint.h"

#include <QByteArray>
#include <QTest>

#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

/// A client made of bare system calls: what it sees is what a C program sees.
class RawPeer
{
public:
    /// What a `recv` gave.
    struct Seen
    {
        QByteArray bytes;
        int error = 0; ///< errno

        bool isEnd() const { return bytes.isEmpty() && error == 0; }
    };

    explicit RawPeer(const Endpoint &server)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port);
        address.sin_addr.s_addr = htonl(server.address.toIPv4Address());
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawPeer() { close(); }
    Q_DISABLE_COPY_MOVE(RawPeer)

    bool isConnected() const { return m_connected; }
    bool send(QByteArrayView bytes) { return ::send(m_socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size(); }
    void shutdownWrite() { ::shutdown(m_socket, SHUT_WR); }
    void close() { ::close(std::exchange(m_socket, -1)); }

    void reset()
    {
        const linger now{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        close();
    }

    /// Whether something comes, bytes or an end, while the program's events go on.
    bool hasSomething(int timeout = 5000)
    {
        return QTest::qWaitFor([this] { return poll(); }, timeout);
    }

    /// The next thing that comes.
    Seen recv()
    {
        if (!hasSomething())
            return {{}, ETIMEDOUT};
        QByteArray buffer(65536, Qt::Uninitialized);
        const ssize_t got = ::recv(m_socket, buffer.data(), size_t(buffer.size()), 0);
        return {buffer.left(qMax<ssize_t>(0, got)), got < 0 ? errno : 0};
    }

private:
    bool poll() const
    {
        pollfd looked{m_socket, POLLIN, 0};
        return ::poll(&looked, 1, 0) > 0;
    }

    int m_socket;
    bool m_connected = false;
};
