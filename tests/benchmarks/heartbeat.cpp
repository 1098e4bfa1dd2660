#include "heartbeat.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto Period = 4ms;
static constexpr qint64 PeriodUs = std::chrono::microseconds(Period).count();
static constexpr qint64 NsPerUs = 1000;

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
    , m_schedule(u"/proc/thread-self/schedstat"_s)
{
#ifdef Q_OS_LINUX // Wine shows that of a process of its own
    m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#endif
    waitedSinceBefore();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(Period);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_timer.start();
    m_clock.start();
}

Heartbeat::Counts Heartbeat::take()
{
    beat();
    return std::exchange(m_counts, {});
}

/// Microseconds. The second number of the file is the sum of all, in nanoseconds.
qint64 Heartbeat::waitedSinceBefore()
{
    if (!m_schedule.isOpen() || !m_schedule.seek(0))
        return 0;
    const qint64 waited = m_schedule.readLine().split(' ').value(1).toLongLong();
    return (waited - std::exchange(m_waited, waited)) / NsPerUs;
}

static void addPause(Latencies &latencies, qint64 late)
{
    do {
        latencies.add(qMax<qint64>(0, late));
        late -= PeriodUs;
    } while (late > 0);
}

void Heartbeat::beat()
{
    const qint64 late = m_clock.nsecsElapsed() / NsPerUs - PeriodUs;
    m_clock.start();
    addPause(m_counts.all, late);
    addPause(m_counts.own, late - waitedSinceBefore());
}
