#include "heartbeat.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

static constexpr auto Period = 4ms;

Heartbeat::Heartbeat(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(Period);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    m_timer.start();
    m_clock.start();
}

Latencies Heartbeat::take()
{
    beat();
    return std::exchange(m_latencies, {});
}

void Heartbeat::beat()
{
    constexpr qint64 NsPerUs = 1000;
    const qint64 period = std::chrono::microseconds(Period).count();
    qint64 late = m_clock.nsecsElapsed() / NsPerUs - period;
    m_clock.start();
    do {
        m_latencies.add(qMax<qint64>(0, late));
        late -= period;
    } while (late > 0);
}
