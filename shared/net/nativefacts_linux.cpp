#include "nativefacts.h"

#include "socketfacts.h"

#include <cstddef>

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace NativeFacts {

/// What TCP_INFO gave. An older kernel tells less than these headers know, and says how much.
struct TcpInfo
{
    tcp_info values{};
    socklen_t size = sizeof(tcp_info);

    template <typename Member>
    std::optional<quint64> get(Member tcp_info::*member) const
    {
        const auto *address = reinterpret_cast<const char *>(&(values.*member));
        const ptrdiff_t end = address - reinterpret_cast<const char *>(&values) + ptrdiff_t(sizeof(Member));
        return end <= ptrdiff_t(size) ? std::optional<quint64>(values.*member) : std::nullopt;
    }
};

static std::optional<quint64> queueOf(int descriptor, unsigned long request)
{
    int bytes = 0;
    return ::ioctl(descriptor, request, &bytes) == 0 ? std::optional<quint64>(bytes) : std::nullopt;
}

static std::optional<quint64> optionOf(int descriptor, int option)
{
    int value = 0;
    socklen_t size = sizeof value;
    const bool told = ::getsockopt(descriptor, SOL_SOCKET, option, &value, &size) == 0;
    return told ? std::optional<quint64>(value) : std::nullopt;
}

/// The kernel's numbers for the states (include/net/tcp_states.h), from 1.
static std::optional<TcpState> stateOf(quint8 number)
{
    static constexpr TcpState States[]{TcpState::Established, TcpState::SynSent, TcpState::SynReceived, TcpState::FinWait1,
                                       TcpState::FinWait2, TcpState::TimeWait, TcpState::Closed, TcpState::CloseWait,
                                       TcpState::LastAck, TcpState::Listen, TcpState::Closing};
    return number >= 1 && number <= std::size(States) ? std::optional(States[number - 1]) : std::nullopt;
}

/// Zero stands for "not measured yet".
static std::optional<std::chrono::microseconds> measured(const std::optional<quint64> &microseconds)
{
    return microseconds.value_or(0) > 0 ? std::optional(std::chrono::microseconds(*microseconds)) : std::nullopt;
}

static std::optional<quint64> unlessZero(const std::optional<quint64> &value)
{
    return value.value_or(0) > 0 ? value : std::nullopt;
}

static void tellConnection(const TcpInfo &info, TcpFacts &tcp)
{
    constexpr quint64 NoThreshold = 0x7fffffff; // TCP_INFINITE_SSTHRESH
    tcp.rtt = measured(info.get(&tcp_info::tcpi_rtt));
    tcp.rttVariance = measured(info.get(&tcp_info::tcpi_rttvar));
    tcp.retransmits = info.get(&tcp_info::tcpi_total_retrans);
    tcp.congestionWindow = info.get(&tcp_info::tcpi_snd_cwnd);
    const auto threshold = info.get(&tcp_info::tcpi_snd_ssthresh);
    tcp.slowStartThreshold = threshold.value_or(NoThreshold) < NoThreshold ? threshold : std::nullopt;
    tcp.segmentSize = info.get(&tcp_info::tcpi_snd_mss);
    tcp.deliveryRate = unlessZero(info.get(&tcp_info::tcpi_delivery_rate));
    const auto pacing = info.get(&tcp_info::tcpi_pacing_rate);
    tcp.pacingRate = pacing != ~quint64(0) ? unlessZero(pacing) : std::nullopt; // all ones: no limit
    tcp.bytesAcked = info.get(&tcp_info::tcpi_bytes_acked);
    tcp.bytesReceived = info.get(&tcp_info::tcpi_bytes_received);
}

void ask(qintptr descriptor, SocketFacts &facts)
{
    const int socket = int(descriptor);
    TcpInfo info;
    if (socket < 0 || ::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info.values, &info.size) != 0)
        return;
    facts.buffers.receiveBuffer = optionOf(socket, SO_RCVBUF);
    facts.buffers.sendBuffer = optionOf(socket, SO_SNDBUF);
    facts.tcp.state = stateOf(info.values.tcpi_state);
    if (facts.tcp.state == TcpState::Listen) {
        // For a listening socket the kernel puts its two counts where those of segments are (net/ipv4/tcp.c).
        facts.backlog.waiting = info.get(&tcp_info::tcpi_unacked);
        facts.backlog.size = info.get(&tcp_info::tcpi_sacked);
        return;
    }
    facts.buffers.receiveQueue = queueOf(socket, SIOCINQ);
    facts.buffers.sendQueue = queueOf(socket, SIOCOUTQ);
    tellConnection(info, facts.tcp);
}

}
