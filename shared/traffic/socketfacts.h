#pragma once

#include "socketstatus.h"

#include <QLatin1StringView>

#include <chrono>
#include <optional>

/// The states of RFC 9293, section 3.3.2.
enum class TcpState : quint8 {
    Established,
    SynSent,
    SynReceived,
    FinWait1,
    FinWait2,
    TimeWait,
    Closed,
    CloseWait,
    LastAck,
    Listen,
    Closing,
};

/// As RFC 9293 writes it, `FIN-WAIT-1`. Never translated.
QLatin1StringView tcpStateName(TcpState state);

/// How full a socket's buffers are, in bytes: ours and the system's. What can't be told is left out.
struct BufferFacts
{
    std::optional<quint64> unreadHere;    ///< read from the system, waiting in QTcpSocket
    std::optional<quint64> unreadLimit;   ///< how much is read before it is taken
    std::optional<quint64> receiveQueue;  ///< arrived, not read from the system yet: `Recv-Q` of ss
    std::optional<quint64> receiveBuffer; ///< SO_RCVBUF
    std::optional<quint64> queuedHere;    ///< written by us, not taken by the system yet
    std::optional<quint64> queueLimit;    ///< of queuedHere; past it the connection closes as TooSlow
    std::optional<quint64> sendQueue;     ///< taken by the system, not acknowledged by the peer yet: `Send-Q` of ss
    std::optional<quint64> sendBuffer;    ///< SO_SNDBUF

    friend bool operator==(const BufferFacts &, const BufferFacts &) = default;
};

/// What the system's TCP tells of a connection (TCP_INFO). What it can't tell is left out.
struct TcpFacts
{
    std::optional<TcpState> state;
    std::optional<std::chrono::microseconds> rtt;
    std::optional<std::chrono::microseconds> rttVariance;
    std::optional<quint64> retransmits;        ///< segments, since the connection began
    std::optional<quint64> congestionWindow;   ///< segments
    std::optional<quint64> slowStartThreshold; ///< segments; left out while there is none
    std::optional<quint64> segmentSize;        ///< MSS for sending, bytes
    std::optional<quint64> deliveryRate;       ///< bytes a second
    std::optional<quint64> pacingRate;         ///< bytes a second
    std::optional<quint64> bytesAcked;
    std::optional<quint64> bytesReceived;

    friend bool operator==(const TcpFacts &, const TcpFacts &) = default;
};

/// Of a listening socket.
struct BacklogFacts
{
    std::optional<quint64> size;    ///< how many finished handshakes may wait for `accept`
    std::optional<quint64> waiting; ///< connected by the system, not accepted yet

    friend bool operator==(const BacklogFacts &, const BacklogFacts &) = default;
};

/// All that can be told of one socket at one moment. A value.
struct SocketFacts
{
    SocketStatus status = {};
    qint64 time = 0;     ///< when it was asked: milliseconds since 1970-01-01T00:00Z
    QString thread = {}; ///< which thread serves it
    std::optional<quint64> threadId = {}; ///< by which the system names that thread
    BufferFacts buffers = {};
    TcpFacts tcp = {};
    BacklogFacts backlog = {};
};

Q_DECLARE_METATYPE(SocketFacts)
