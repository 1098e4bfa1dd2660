#include "pace.h"

#include <algorithm>

using namespace std::chrono_literals;

static double seconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

void Pace::restart(std::chrono::nanoseconds now)
{
    m_last = now;
    m_fraction = 0;
}

quint64 Pace::grant(std::chrono::nanoseconds now)
{
    const auto slice = std::clamp(now - m_last, 0ns, MaxSlice);
    m_last = now;
    const double bytes = double(m_rate) * seconds(slice) + m_fraction;
    const auto whole = quint64(bytes);
    m_fraction = bytes - double(whole);
    return whole;
}

quint64 Pace::burst() const
{
    return qMax<quint64>(1, quint64(double(m_rate) * seconds(MaxSlice)));
}

void SpeedMeter::add(quint64 count, std::chrono::nanoseconds now)
{
    constexpr auto Step = 50ms;
    // The newest sample moves on until it stands a step away from the one before it.
    if (m_samples.size() > 1 && now - m_samples[m_samples.size() - 2].at < Step)
        m_samples.back() = {now, count};
    else
        m_samples.push_back({now, count});
    while (m_samples.size() > 2 && now - m_samples[1].at > Window)
        m_samples.pop_front();
}

quint64 SpeedMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const auto time = m_samples.back().at - m_samples.front().at;
    const quint64 grown = m_samples.back().count - m_samples.front().count;
    return time < Least ? 0 : quint64(double(grown) / seconds(time));
}
