#include "load.h"

#include <algorithm>

using namespace std::chrono_literals;

static constexpr int Greetings = 512; // under way at most: fewer than the backlog of any server here
static constexpr int GreetingsAtOnce = 32;

static double seconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

Load::Load(const LoadPlan &plan)
    : m_plan(plan)
    , m_peers(plan.port, std::size_t(plan.messageSize))
    , m_sentAt(std::size_t(plan.connections) * std::size_t(plan.inFlight))
    , m_arrived(std::size_t(plan.connections))
{
}

LoadReport Load::echo()
{
    connectGreeted();
    m_report.latencies = {};
    startActive();
    const Clock::time_point begin = Clock::now();
    std::int64_t echoes = 0;
    Clock::time_point answered = begin;
    while (Clock::now() - begin < m_plan.period && Clock::now() - answered < m_plan.patience) {
        if (const int taken = takeEchoes(100ms, true)) {
            echoes += taken;
            answered = Clock::now();
        }
    }
    m_report.rate = double(echoes) / seconds(Clock::now() - begin);
    const Clock::time_point end = Clock::now();
    while (m_underWay > 0 && m_peers.dropped() == 0 && Clock::now() - end < m_plan.patience)
        takeEchoes(100ms, false);
    conclude();
    return m_report;
}

/// Each one sends a message, and has it back before it counts as accepted.
void Load::connectGreeted()
{
    const Clock::time_point begin = Clock::now();
    for (int i = 0; i < m_plan.connections && m_report.refused == 0; ++i) {
        if (!m_peers.connect(std::uint32_t(m_peers.count()))) {
            ++m_report.refused;
            continue;
        }
        const int peer = m_peers.count() - 1;
        m_sentAt[std::size_t(peer) * std::size_t(m_plan.inFlight)] = Clock::now();
        m_peers.send(peer, 1);
        ++m_underWay;
        if (i % GreetingsAtOnce == 0)
            takeEchoes(0ms, false);
        while (m_underWay >= Greetings && m_peers.dropped() == 0 && Clock::now() - begin < m_plan.patience)
            takeEchoes(100ms, false);
    }
    while (m_underWay > 0 && m_peers.dropped() == 0 && Clock::now() - begin < m_plan.patience)
        takeEchoes(100ms, false);
    m_report.accepted = double(m_peers.count()) / seconds(Clock::now() - begin);
}

/// Returns how many echoes came, and sends a message for each of them, or not.
int Load::takeEchoes(std::chrono::milliseconds patience, bool goOn)
{
    int taken = 0;
    const auto &arrivals = m_peers.receive(patience);
    const Clock::time_point now = Clock::now();
    for (const Peers::Arrival &arrival : arrivals) {
        const auto first = std::size_t(arrival.peer) * std::size_t(m_plan.inFlight);
        std::uint32_t &arrived = m_arrived[std::size_t(arrival.peer)];
        for (int i = 0; i < arrival.messages; ++i) {
            Clock::time_point &sent = m_sentAt[first + arrived++ % unsigned(m_plan.inFlight)];
            m_report.latencies.add(std::chrono::duration_cast<std::chrono::microseconds>(now - sent).count());
            sent = now;
        }
        taken += arrival.messages;
        if (goOn)
            m_peers.send(arrival.peer, arrival.messages);
    }
    m_underWay -= goOn ? 0 : taken;
    return taken;
}

void Load::startActive()
{
    const int step = std::max(1, m_peers.count() / std::max(1, m_plan.active));
    for (int i = 0; i < m_plan.active && i * step < m_peers.count(); ++i) {
        const auto first = std::size_t(i * step) * std::size_t(m_plan.inFlight);
        std::fill_n(m_sentAt.begin() + std::ptrdiff_t(first), m_plan.inFlight, Clock::now());
        m_peers.send(i * step, m_plan.inFlight);
        m_underWay += m_plan.inFlight;
    }
}

LoadReport Load::flood()
{
    static constexpr std::int64_t Megabyte = 1'000'000;
    if (!m_peers.connect(0)) {
        ++m_report.refused;
        return m_report;
    }
    std::string bytes;
    for (std::uint32_t number = 0; bytes.size() < 65536; ++number)
        appendMessage(bytes, 0, number, std::size_t(m_plan.messageSize));
    const Clock::time_point begin = Clock::now();
    std::int64_t sent = 0;
    bool whole = true;
    while (whole && sent < m_plan.megabytes * Megabyte && Clock::now() - begin < m_plan.period) {
        whole = m_peers.sendRaw(0, bytes);
        sent += std::int64_t(bytes.size());
    }
    whole = whole && m_peers.finish(0, m_plan.patience);
    m_report.refused += whole ? 0 : 1;
    m_report.rate = double(sent) / double(Megabyte) / seconds(Clock::now() - begin);
    return m_report;
}

LoadReport Load::relay()
{
    connectReceivers();
    const std::int64_t receivers = m_peers.count() - 1;
    if (m_report.refused > 0 || receivers < 1)
        return m_report;
    const Clock::time_point begin = Clock::now();
    std::int64_t delivered = 0;
    std::int64_t sent = 0;
    while (m_peers.dropped() == 0 && Clock::now() - begin < m_plan.period) {
        while (sent * receivers - delivered <= (m_plan.inFlight - 1) * receivers) {
            m_peers.send(0, 1);
            ++sent;
        }
        for (const Peers::Arrival &arrival : m_peers.receive(100ms))
            delivered += arrival.messages;
    }
    m_report.rate = double(delivered) / seconds(Clock::now() - begin);
    drain(sent * receivers - delivered);
    conclude();
    return m_report;
}

/// When this returns, each of them gets what the first one sends, and nothing is under way.
void Load::connectReceivers()
{
    for (int i = 0; i <= m_plan.connections; ++i)
        m_report.refused += m_peers.connect(0) ? 0 : 1;
    const Clock::time_point begin = Clock::now();
    while (m_report.refused == 0 && !everyoneJoined() && Clock::now() - begin < m_plan.patience) {
        m_peers.send(0, 1);
        while (!m_peers.receive(50ms).empty()) { }
    }
    m_report.refused += everyoneJoined() ? 0 : 1;
}

bool Load::everyoneJoined() const
{
    for (int i = 1; i < m_peers.count(); ++i) {
        if (!m_peers.check(i).hasBegun() || m_peers.check(i).next() != m_peers.sent(0))
            return false;
    }
    return true;
}

void Load::drain(std::int64_t underWay)
{
    const Clock::time_point begin = Clock::now();
    while (underWay > 0 && m_peers.dropped() == 0 && Clock::now() - begin < m_plan.patience) {
        for (const Peers::Arrival &arrival : m_peers.receive(100ms))
            underWay -= arrival.messages;
    }
    m_underWay = underWay;
}

void Load::conclude()
{
    m_report.refused += m_peers.dropped();
    m_report.lost += std::uint64_t(std::max<std::int64_t>(0, m_underWay));
    for (int i = 0; i < m_peers.count(); ++i)
        m_report.disordered += m_peers.check(i).disordered();
}
