#include "tour.h"

void Tour::begin(const TourFacts &facts)
{
    m_running = true;
    m_facts = facts;
    m_progress.clear();
    enter(0);
}

void Tour::leave()
{
    if (!m_running)
        return;
    m_running = false;
    Q_EMIT ended();
}

void Tour::next()
{
    if (!m_running)
        return;
    if (isLast())
        leave();
    else
        enter(m_index + 1);
}

void Tour::back()
{
    if (m_running && m_index > 0)
        enter(m_index - 1);
}

/// Whether a client is there is as good as that one comes: it has its row.
static bool isAsGood(const TourFacts &facts, TourEvent event)
{
    return facts.holds(event == TourEvent::Accepted ? TourEvent::Connected : event);
}

void Tour::enter(qsizetype index)
{
    m_index = index;
    Progress &progress = m_progress[index];
    if (!progress.happened)
        progress = {.start = m_facts, .wasSo = isAsGood(m_facts, step().event)};
    Q_EMIT stepped();
}

void Tour::take(const TourFacts &facts)
{
    if (!m_running)
        return;
    m_facts = facts;
    watch(&m_progress[m_index]);
    Q_EMIT changed();
}

void Tour::watch(Progress *progress) const
{
    progress->wasSo = progress->wasSo && isAsGood(m_facts, step().event);
    if (progress->happened)
        return;
    if (!m_facts.listening) // what a stop does is not what a step asks for
        progress->start = m_facts;
    const bool isOld = progress->wasSo && m_facts.holds(step().event);
    if (!isOld && m_facts.hasHappened(step().event, progress->start))
        progress->happened = m_facts;
}

/// Whether what the step says then is true as things are.
static bool isStillTrue(const TourFacts &facts, TourEvent event)
{
    switch (event) {
    case TourEvent::Accepted:
    case TourEvent::Received:
    case TourEvent::Sent: return true;
    case TourEvent::OneLeft: return facts.listening;
    case TourEvent::Nothing:
    case TourEvent::Listening:
    case TourEvent::Connected:
    case TourEvent::TwoAtOnce: break;
    }
    return facts.holds(event);
}

bool Tour::isDone() const
{
    return m_progress.value(m_index).happened && isStillTrue(m_facts, step().event);
}

Tour::Standing Tour::standing() const
{
    if (step().event == TourEvent::Nothing)
        return Standing::Reading;
    if (isDone())
        return Standing::Done;
    if (m_progress.value(m_index).wasSo && isAsGood(m_facts, step().event))
        return Standing::AlreadySo;
    return missing() ? Standing::Missing : Standing::Waiting;
}

TourFacts Tour::told() const
{
    const Progress progress = m_progress.value(m_index);
    if (!isDone() || m_facts.holds(step().event))
        return m_facts;
    TourFacts told = *progress.happened;
    told.bytesIn -= progress.start.bytesIn;
    return told;
}
