#include "servingwatch.h"

#include "nativeprocess.h"
#include "serverloop.h"
#include "serverloops.h"

using namespace std::chrono_literals;

ServingWatch::ServingWatch(ServerLoops *loops, QObject *parent)
    : QObject(parent)
    , m_loops(loops)
    , m_timer(this)
{
    m_timer.setInterval(BeatInterval);
    connect(&m_timer, &QTimer::timeout, this, &ServingWatch::beat);
    connect(loops, &ServerLoops::made, this, &ServingWatch::listenTo);
    for (ServerLoop *loop : loops->all())
        listenTo(loop);
}

void ServingWatch::listenTo(ServerLoop *loop)
{
    connect(loop, &ServerLoop::beaten, this, [this, loop](qint64 delay) {
        m_unanswered.remove(loop);
        count(std::chrono::nanoseconds(delay));
    }, Qt::QueuedConnection);
}

void ServingWatch::start(bool threadPerClient)
{
    m_threadPerClient = threadPerClient;
    m_unanswered.clear();
    m_timer.start();
    beat();
}

void ServingWatch::stop()
{
    m_timer.stop();
}

/// One at a time in each loop: a busy one is not given more to do.
void ServingWatch::beat()
{
    const std::chrono::nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
    for (ServerLoop *loop : m_loops->all()) {
        if (m_unanswered.contains(loop))
            continue;
        m_unanswered.insert(loop, now);
        ServerLoops::post(loop, [sent = now.count()](ServerLoop *beaten) { beaten->beat(sent); });
    }
    if (++m_beats >= BeatsPerTelling)
        tell();
}

void ServingWatch::count(std::chrono::nanoseconds delay)
{
    ++m_counted;
    m_sum += delay;
    m_worst = qMax(m_worst, delay);
}

void ServingWatch::tell()
{
    const std::chrono::nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
    for (const std::chrono::nanoseconds sent : std::as_const(m_unanswered))
        m_worst = qMax(m_worst, now - sent); // it has not come to it yet
    ServingFacts facts;
    facts.threads = int(m_loops->all().size());
    facts.threadPerClient = m_threadPerClient;
    for (const ServerLoop *loop : m_loops->all())
        facts.sockets += loop->load();
    facts.meanDelay = std::chrono::duration_cast<std::chrono::microseconds>(m_sum / qMax(1, m_counted));
    facts.worstDelay = std::chrono::duration_cast<std::chrono::microseconds>(m_worst);
    facts.residentBytes = NativeProcess::residentBytes();
    m_beats = 0;
    m_counted = 0;
    m_sum = 0ns;
    m_worst = 0ns;
    Q_EMIT told(facts);
}
