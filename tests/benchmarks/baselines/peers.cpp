#include "peers.h"

#include "sockets.h"

#include <array>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

Peers::Peers(std::uint16_t port, std::size_t messageSize)
    : m_port(port)
    , m_messageSize(messageSize)
{
}

Peers::~Peers()
{
    for (const Peer &peer : m_peers)
        ::close(peer.descriptor);
    ::close(m_epoll);
}

bool Peers::connect(std::uint32_t source)
{
    const int made = connectToLoopback(m_port);
    if (made < 0)
        return false;
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u32 = std::uint32_t(m_peers.size());
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, made, &event) != 0)
        failWith("epoll_ctl");
    m_peers.push_back({made, StreamCheck(source, m_messageSize)});
    return true;
}

void Peers::send(int peer, int messages)
{
    Peer &sender = m_peers[std::size_t(peer)];
    m_outgoing.clear();
    for (int i = 0; i < messages; ++i)
        appendMessage(m_outgoing, std::uint32_t(peer), sender.sent++, m_messageSize);
    // What a server that is gone does not take counts as lost in the end.
    const ssize_t taken = ::send(sender.descriptor, m_outgoing.data(), m_outgoing.size(), MSG_NOSIGNAL);
    if (taken >= 0 && std::size_t(taken) != m_outgoing.size())
        failWith("send");
}

bool Peers::sendRaw(int peer, const std::string &bytes)
{
    const auto taken = ::send(m_peers[std::size_t(peer)].descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return taken >= 0 && std::size_t(taken) == bytes.size();
}

bool Peers::finish(int peer, std::chrono::milliseconds patience)
{
    const int descriptor = m_peers[std::size_t(peer)].descriptor;
    ::shutdown(descriptor, SHUT_WR);
    pollfd end{descriptor, POLLIN, 0};
    return ::poll(&end, 1, int(patience.count())) == 1 && ::recv(descriptor, m_buffer.data(), m_buffer.size(), 0) == 0;
}

const std::vector<Peers::Arrival> &Peers::receive(std::chrono::milliseconds patience)
{
    std::array<epoll_event, 512> events;
    m_arrivals.clear();
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), int(patience.count()));
    for (int i = 0; i < count; ++i)
        take(int(events[std::size_t(i)].data.u32));
    return m_arrivals;
}

void Peers::take(int index)
{
    Peer &peer = m_peers[std::size_t(index)];
    const ssize_t got = ::recv(peer.descriptor, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
    if (got <= 0) {
        ++m_dropped;
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, peer.descriptor, nullptr);
        return;
    }
    const int messages = peer.check.take({m_buffer.data(), std::size_t(got)});
    if (messages > 0)
        m_arrivals.push_back({index, messages});
}
