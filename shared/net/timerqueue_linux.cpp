#include "timerqueue.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <bit>

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

struct TimerQueue::Timer
{
    int id;
    milliseconds interval;
    Qt::TimerType type;
    QObject *object; // null: removed
    std::multimap<TimePoint, std::shared_ptr<Timer>>::iterator place = {};
    bool underWay = false; // its event is being handled
};

namespace {

using TimePoint = std::chrono::steady_clock::time_point;

constexpr milliseconds CoarseFrom = 21ms;
constexpr milliseconds VeryCoarseFrom = 20s;
constexpr int PartsOfAnInterval = 20; // a coarse timer is put on a grid as wide as one part or less: ±2.5 %

Qt::TimerType typeFor(Qt::TimerType type, milliseconds interval)
{
    if (interval == 0ms || (type == Qt::CoarseTimer && interval < CoarseFrom))
        return Qt::PreciseTimer;
    return type == Qt::CoarseTimer && interval >= VeryCoarseFrom ? Qt::VeryCoarseTimer : type;
}

milliseconds intervalFor(Qt::TimerType type, milliseconds interval)
{
    return type == Qt::VeryCoarseTimer ? std::max<milliseconds>(1s, std::chrono::round<seconds>(interval)) : interval;
}

/// The grid has a power of 2 of milliseconds, so that timers of many intervals meet on it.
TimePoint onGrid(TimePoint time, milliseconds interval)
{
    const std::chrono::nanoseconds step = milliseconds(std::bit_floor(quint64(interval.count() / PartsOfAnInterval)));
    const auto sinceStart = time.time_since_epoch() + step / 2;
    return TimePoint(sinceStart - sinceStart % step);
}

TimePoint adjusted(TimePoint due, Qt::TimerType type, milliseconds interval)
{
    switch (type) {
    case Qt::PreciseTimer:
        break;
    case Qt::CoarseTimer:
        return onGrid(due, interval);
    case Qt::VeryCoarseTimer:
        return std::chrono::round<seconds>(due);
    }
    return due;
}

milliseconds from(TimePoint now, TimePoint due)
{
    return std::max(0ms, std::chrono::ceil<milliseconds>(due - now));
}

}

void TimerQueue::add(int id, milliseconds interval, Qt::TimerType type, QObject *object)
{
    const Qt::TimerType countsAs = typeFor(type, interval);
    const auto timer = std::make_shared<Timer>(Timer{id, intervalFor(countsAs, interval), countsAs, object});
    Q_ASSERT(!m_byId.contains(id));
    m_byId.emplace(id, timer);
    schedule(timer, std::chrono::steady_clock::now() + timer->interval);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return false;
    unschedule(*found->second);
    m_byId.erase(found);
    return true;
}

bool TimerQueue::removeAllOf(const QObject *object)
{
    return std::erase_if(m_byId, [this, object](const auto &item) {
        const bool itsOwn = item.second->object == object;
        if (itsOwn)
            unschedule(*item.second);
        return itsOwn;
    }) > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::allOf(const QObject *object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> found;
    for (const auto &[id, timer] : m_byId) {
        if (timer->object == object)
            found.append({id, int(timer->interval.count()), timer->type});
    }
    return found;
}

std::optional<milliseconds> TimerQueue::remaining(int id) const
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end())
        return {};
    return from(std::chrono::steady_clock::now(), found->second->place->first);
}

std::optional<milliseconds> TimerQueue::untilNext() const
{
    const auto next = std::ranges::find_if(m_byTime, [](const auto &item) { return !item.second->underWay; });
    if (next == m_byTime.end())
        return {};
    return from(std::chrono::steady_clock::now(), next->first);
}

int TimerQueue::activate()
{
    if (m_byTime.empty())
        return 0;
    int activated = 0;
    const TimePoint now = std::chrono::steady_clock::now();
    for (const std::shared_ptr<Timer> &timer : dueAt(now)) {
        // The event of an earlier one may have removed it, or run a loop in which it had its turn.
        if (!timer->object || timer->place->first > now)
            continue;
        const TimePoint next = timer->place->first + timer->interval;
        m_byTime.erase(timer->place);
        schedule(timer, next < now ? now + timer->interval : next);
        activated += timer->interval > 0ms ? 1 : 0;
        if (std::exchange(timer->underWay, true))
            continue;
        QTimerEvent event(timer->id);
        QCoreApplication::sendEvent(timer->object, &event);
        timer->underWay = false;
    }
    return activated;
}

void TimerQueue::schedule(const std::shared_ptr<Timer> &timer, TimePoint due)
{
    timer->place = m_byTime.emplace(adjusted(due, timer->type, timer->interval), timer);
}

/// For one that `m_byId` still holds.
void TimerQueue::unschedule(Timer &timer)
{
    timer.object = nullptr;
    m_byTime.erase(timer.place);
}

TimerQueue::Timers TimerQueue::dueAt(TimePoint now) const
{
    Timers due;
    for (auto item = m_byTime.begin(); item != m_byTime.end() && item->first <= now; ++item)
        due.push_back(item->second);
    return due;
}
