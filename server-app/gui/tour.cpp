#include "tour.h"

void Tour::begin(const TourFacts &facts)
{
    m_running = true;
    m_facts = facts;
    m_done.clear();
    m_alreadySo.clear();
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

void Tour::enter(qsizetype index)
{
    m_index = index;
    if (!m_done.contains(index) && m_facts.holds(step().event))
        m_alreadySo.insert(index);
    Q_EMIT stepped();
}

void Tour::take(const TourFacts &facts)
{
    if (!m_running)
        return;
    m_facts = facts;
    if (!m_alreadySo.contains(m_index) && m_facts.holds(step().event))
        m_done.insert(m_index);
    Q_EMIT changed();
}

Tour::Standing Tour::standing() const
{
    if (step().event == TourEvent::Nothing)
        return Standing::Reading;
    if (m_done.contains(m_index))
        return Standing::Done;
    if (m_alreadySo.contains(m_index))
        return Standing::AlreadySo;
    return missing() ? Standing::Missing : Standing::Waiting;
}
