// SIO_TCP_INFO is in the headers from Windows 10 1703 on, and an older system refuses it.
#undef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#undef NTDDI_VERSION
#define NTDDI_VERSION 0x0A000003

#include "nativefacts.h"

#include "socketfacts.h"

#include <winsock2.h>
#include <ws2tcpip.h>
#include <mstcpip.h>

namespace NativeFacts {

static std::optional<quint64> optionOf(SOCKET socket, int option)
{
    int value = 0;
    int size = sizeof value;
    const bool told = ::getsockopt(socket, SOL_SOCKET, option, reinterpret_cast<char *>(&value), &size) == 0;
    return told ? std::optional<quint64>(value) : std::nullopt;
}

static std::optional<quint64> unreadOf(SOCKET socket)
{
    u_long bytes = 0;
    return ::ioctlsocket(socket, FIONREAD, &bytes) == 0 ? std::optional<quint64>(bytes) : std::nullopt;
}

#ifdef SIO_TCP_INFO
static std::optional<TcpState> stateOf(TCPSTATE state)
{
    switch (state) {
    case TCPSTATE_CLOSED: return TcpState::Closed;
    case TCPSTATE_LISTEN: return TcpState::Listen;
    case TCPSTATE_SYN_SENT: return TcpState::SynSent;
    case TCPSTATE_SYN_RCVD: return TcpState::SynReceived;
    case TCPSTATE_ESTABLISHED: return TcpState::Established;
    case TCPSTATE_FIN_WAIT_1: return TcpState::FinWait1;
    case TCPSTATE_FIN_WAIT_2: return TcpState::FinWait2;
    case TCPSTATE_CLOSE_WAIT: return TcpState::CloseWait;
    case TCPSTATE_CLOSING: return TcpState::Closing;
    case TCPSTATE_LAST_ACK: return TcpState::LastAck;
    case TCPSTATE_TIME_WAIT: return TcpState::TimeWait;
    default: return {};
    }
}

/// Its congestion window and its count of retransmits are in bytes there, so they are left out.
static void tellConnection(SOCKET socket, TcpFacts &tcp)
{
    DWORD version = 0;
    TCP_INFO_v0 info{};
    DWORD size = 0;
    if (::WSAIoctl(socket, SIO_TCP_INFO, &version, sizeof version, &info, sizeof info, &size, nullptr, nullptr) != 0
        || size < sizeof info)
        return;
    tcp.state = stateOf(info.State);
    tcp.segmentSize = info.Mss;
    if (info.RttUs > 0)
        tcp.rtt = std::chrono::microseconds(info.RttUs);
    tcp.bytesReceived = info.BytesIn;
}
#else
static void tellConnection(SOCKET, TcpFacts &)
{
}
#endif

void ask(qintptr descriptor, SocketFacts &facts)
{
    const auto socket = SOCKET(descriptor);
    if (socket == INVALID_SOCKET)
        return;
    facts.buffers.receiveBuffer = optionOf(socket, SO_RCVBUF);
    facts.buffers.sendBuffer = optionOf(socket, SO_SNDBUF);
    if (facts.status.state == SocketState::Listening)
        return;
    facts.buffers.receiveQueue = unreadOf(socket);
    tellConnection(socket, facts.tcp);
}

}
