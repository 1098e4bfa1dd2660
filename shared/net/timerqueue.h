#pragma once

#include <QAbstractEventDispatcher>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

/// The timers of one thread, ordered by when they are due; of those due at once, the one added first comes first.
/// For an event dispatcher, whose thread it lives in. Times are those of the steady clock.
///
/// A precise timer is due to the millisecond and never early. A coarse one may be 2.5 % early or late, so that many
/// fire in one turn; up to 20 ms it counts as precise. A very coarse one, and a coarse one from 20 s on, fires at full
/// seconds.
class TimerQueue final
{
public:
    TimerQueue() = default;
    ~TimerQueue() = default;
    Q_DISABLE_COPY_MOVE(TimerQueue)

    void add(int id, std::chrono::milliseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int id);                        ///< false: there is none
    bool removeAllOf(const QObject *object);    ///< false: it has none

    /// With the interval and the type that they count as.
    QList<QAbstractEventDispatcher::TimerInfo> allOf(const QObject *object) const;

    std::optional<std::chrono::milliseconds> remaining(int id) const; ///< 0 when it is due; nothing: there is none
    std::optional<std::chrono::milliseconds> untilNext() const;       ///< rounded up; nothing: nothing to wait for

    /// Sends its event to each timer that is due now, once. One whose event is still being handled, in an outer loop,
    /// is left out until its next time. Returns how many were due, not counting intervals of 0, as Qt does.
    int activate();

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    struct Timer;
    using Timers = std::vector<std::shared_ptr<Timer>>;

    void schedule(const std::shared_ptr<Timer> &timer, TimePoint due);
    void unschedule(Timer &timer);
    Timers dueAt(TimePoint now) const;

    std::unordered_map<int, std::shared_ptr<Timer>> m_byId;
    std::multimap<TimePoint, std::shared_ptr<Timer>> m_byTime;
};
