#pragma once

#include "streamcheck.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <sys/epoll.h>

/// The clients of the load: many connections to one server, in one thread over epoll.
class Peers final
{
public:
    /// What arrived at one of them in a turn.
    struct Arrival
    {
        int peer;
        int messages;
    };

    Peers(std::uint16_t port, std::size_t messageSize);
    ~Peers();
    Peers(const Peers &) = delete;
    Peers &operator=(const Peers &) = delete;

    /// Connects one more; `source`: whose messages it will get. False: refused.
    bool connect(std::uint32_t source);
    /// Sends its next messages at once. They must fit into the system's buffer.
    void send(int peer, int messages);
    /// Sends bytes as they are, waiting for room. False: the connection has ended.
    bool sendRaw(int peer, const std::string &bytes);
    /// Says that no more comes, and waits until the server ends the connection too. False: it does not in that time.
    bool finish(int peer, std::chrono::milliseconds patience);
    /// What has arrived, waiting up to `patience` for the first.
    const std::vector<Arrival> &receive(std::chrono::milliseconds patience);

    int count() const { return int(m_peers.size()); }
    int dropped() const { return m_dropped; } ///< connections that the server ended
    std::uint32_t sent(int peer) const { return m_peers[std::size_t(peer)].sent; }
    const StreamCheck &check(int peer) const { return m_peers[std::size_t(peer)].check; }

private:
    struct Peer
    {
        int descriptor;
        StreamCheck check;
        std::uint32_t sent = 0;
    };

    void take(int index);

    const std::uint16_t m_port;
    const std::size_t m_messageSize;
    const int m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Peer> m_peers;
    std::vector<Arrival> m_arrivals;
    std::vector<char> m_buffer = std::vector<char>(262144);
    std::string m_outgoing;
    int m_dropped = 0;
};
