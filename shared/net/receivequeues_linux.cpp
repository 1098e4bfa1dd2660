#include "receivequeues.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

// sock_diag(7): a request for one connection by its ends, answered with its queues and the memory that they take.

namespace {

constexpr timeval Patience{0, 200'000}; // for an answer, which the kernel gives within the call

struct Request
{
    nlmsghdr header{};
    inet_diag_req_v2 body{};
};

struct Answer
{
    nlmsghdr header;
    inet_diag_msg body;
};

class DiagSocket
{
public:
    DiagSocket()
        : m_descriptor(::socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG))
    {
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &Patience, sizeof Patience);
    }
    ~DiagSocket()
    {
        if (isOpen())
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(DiagSocket)

    bool isOpen() const { return m_descriptor >= 0; }

    std::optional<ReceiveQueue> ask(const SocketEnds &ends);

private:
    std::optional<ReceiveQueue> read();

    const int m_descriptor;
    quint32 m_sequence = 0;
};

void putAddress(__be32 (&place)[4], const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        place[0] = qToBigEndian(address.toIPv4Address());
        return;
    }
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(place, bytes.c, sizeof place);
}

Request requestFor(const SocketEnds &ends, quint32 sequence)
{
    Request request;
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.header.nlmsg_seq = sequence;
    const bool isIpv4 = ends.local.address.protocol() == QAbstractSocket::IPv4Protocol;
    request.body.sdiag_family = isIpv4 ? AF_INET : AF_INET6;
    request.body.sdiag_protocol = IPPROTO_TCP;
    request.body.idiag_ext = 1 << (INET_DIAG_SKMEMINFO - 1);
    request.body.idiag_states = ~0U;
    request.body.id.idiag_sport = qToBigEndian(ends.local.port);
    request.body.id.idiag_dport = qToBigEndian(ends.peer.port);
    putAddress(request.body.id.idiag_src, ends.local.address);
    putAddress(request.body.id.idiag_dst, ends.peer.address);
    std::fill(std::begin(request.body.id.idiag_cookie), std::end(request.body.id.idiag_cookie), INET_DIAG_NOCOOKIE);
    return request;
}

using MemoryFacts = std::array<quint32, SK_MEMINFO_RCVBUF + 1>;

/// Among the attributes behind an answer; all 0 where it is not.
MemoryFacts memoryIn(const QByteArrayView attributes)
{
    MemoryFacts facts{};
    qsizetype at = 0;
    rtattr attribute{};
    while (attributes.size() - at >= qsizetype(sizeof attribute)) {
        std::memcpy(&attribute, attributes.data() + at, sizeof attribute);
        const qsizetype inside = at + qsizetype(sizeof attribute);
        const bool isWhole = attribute.rta_len >= sizeof attribute + sizeof facts
            && attributes.size() - inside >= qsizetype(sizeof facts);
        if (attribute.rta_type == INET_DIAG_SKMEMINFO && isWhole) {
            std::memcpy(facts.data(), attributes.data() + inside, sizeof facts);
            return facts;
        }
        at += std::max<qsizetype>(RTA_ALIGN(attribute.rta_len), sizeof attribute);
    }
    return facts;
}

std::optional<ReceiveQueue> DiagSocket::ask(const SocketEnds &ends)
{
    const Request request = requestFor(ends, ++m_sequence);
    if (::send(m_descriptor, &request, sizeof request, 0) != ssize_t(sizeof request))
        return {};
    return read();
}

/// The kernel answers each request in turn; an error stands for a connection that is not there.
std::optional<ReceiveQueue> DiagSocket::read()
{
    std::array<char, 4096> bytes;
    const ssize_t size = ::recv(m_descriptor, bytes.data(), bytes.size(), 0);
    Answer answer{};
    if (size < ssize_t(sizeof answer))
        return {};
    std::memcpy(&answer, bytes.data(), sizeof answer);
    if (answer.header.nlmsg_type != SOCK_DIAG_BY_FAMILY || answer.header.nlmsg_seq != m_sequence)
        return {};
    const MemoryFacts memory = memoryIn({bytes.data() + sizeof answer, size - ssize_t(sizeof answer)});
    return ReceiveQueue{answer.body.idiag_rqueue, memory[SK_MEMINFO_RMEM_ALLOC], memory[SK_MEMINFO_RCVBUF]};
}

}

bool ReceiveQueues::areTold()
{
    static const bool told = DiagSocket().isOpen();
    return told;
}

QList<std::optional<ReceiveQueue>> ReceiveQueues::of(const QList<SocketEnds> &connections)
{
    QList<std::optional<ReceiveQueue>> queues(connections.size());
    DiagSocket socket;
    for (qsizetype i = 0; socket.isOpen() && i < connections.size(); ++i)
        queues[i] = socket.ask(connections.at(i));
    return queues;
}
