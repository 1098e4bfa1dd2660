#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>

/// How many bytes may go out as time passes, for a set rate. Any clock; loses no fraction of a byte. A value.
class Pace
{
public:
    /// Time for which nobody asked counts up to here, so that a late timer is made up for and a long break is not.
    static constexpr std::chrono::nanoseconds MaxSlice = std::chrono::milliseconds(500);

    explicit Pace(quint64 bytesPerSecond = 0) : m_rate(bytesPerSecond) {}

    void setRate(quint64 bytesPerSecond) { m_rate = bytesPerSecond; }
    quint64 rate() const { return m_rate; } ///< 0: no limit
    /// Time counts from here on.
    void restart(std::chrono::nanoseconds now);
    /// What may go out for the time since the call before. 0 while there is no limit.
    quint64 grant(std::chrono::nanoseconds now);
    /// The most that can be granted at once.
    quint64 burst() const;

private:
    quint64 m_rate;
    double m_fraction = 0; // of a byte, below 1
    std::chrono::nanoseconds m_last{0};
};

/// How fast a counter grew lately.
class SpeedMeter
{
public:
    static constexpr std::chrono::nanoseconds Window = std::chrono::seconds(3);
    static constexpr std::chrono::nanoseconds Least = std::chrono::milliseconds(200); ///< before that nothing is known

    void restart() { m_samples.clear(); }
    /// The counter is this high now. Calls that follow each other closely are one.
    void add(quint64 count, std::chrono::nanoseconds now);
    quint64 perSecond() const; ///< 0 while it is not known

private:
    struct Sample
    {
        std::chrono::nanoseconds at;
        quint64 count;
    };
    std::deque<Sample> m_samples; // oldest first
};
