#pragma once

#include "latencies.h"
#include "peers.h"

#include <chrono>
#include <vector>

/// What is to be done to a server.
struct LoadPlan
{
    std::uint16_t port = 0;
    int connections = 1; ///< of them all are greeted, so that each has been accepted and served
    int active = 1;      ///< of those that echo
    int inFlight = 1;    ///< messages that may be under way, for each active one
    int messageSize = 64;
    std::chrono::milliseconds period{1000};
    int megabytes = 256; ///< of a flood, at most
    std::chrono::milliseconds patience{20'000}; ///< with what does not come
};

/// How it went.
struct LoadReport
{
    double accepted = 0;   ///< connections a second, each greeted
    double rate = 0;       ///< echoes or deliveries a second, or MB/s
    Latencies latencies{}; ///< of echoes
    int refused = 0;       ///< connections that did not come about, or that the server ended
    std::uint64_t lost = 0;
    std::uint64_t disordered = 0;
};

/// One load on one server.
class Load final
{
public:
    explicit Load(const LoadPlan &plan);

    LoadReport echo();
    LoadReport flood();
    LoadReport relay(); ///< from the first connection to all others

private:
    using Clock = std::chrono::steady_clock;

    void connectGreeted();
    int takeEchoes(std::chrono::milliseconds patience, bool goOn);
    void startActive();
    void connectReceivers();
    bool everyoneJoined() const;
    void drain(std::int64_t underWay);
    void conclude();

    const LoadPlan m_plan;
    Peers m_peers;
    LoadReport m_report;
    std::vector<Clock::time_point> m_sentAt; // of what each peer has in flight
    std::vector<std::uint32_t> m_arrived;    // echoes of each peer
    std::int64_t m_underWay = 0;
};
