#include "gate.h"

#include "nativesocket.h"

#include <utility>

Gate::Gate(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Gate::look);
}

Gate::~Gate()
{
    sendHome();
}

void Gate::setRules(const Admission &rules)
{
    m_rules = rules;
    look();
}

void Gate::come(qintptr descriptor)
{
    const Waiting coming{descriptor, NativeSocket::peerAddress(descriptor)};
    if (!m_mustLook && isDecided(coming)) {
        decide(coming);
        return;
    }
    m_waiting.push_back(coming);
    waitForNext();
}

void Gate::leave(const QHostAddress &from)
{
    --m_inside;
    if (--m_insideFrom[from] == 0)
        m_insideFrom.remove(from);
    m_mustLook = !m_waiting.empty();
    if (m_mustLook)
        m_timer.start(0);
}

Admittance Gate::admittanceOf(const QHostAddress &from) const
{
    if (m_rules.maxClients > 0 && m_inside >= m_rules.maxClients)
        return Admittance::Full;
    if (m_rules.maxPerAddress > 0 && m_insideFrom.value(from) >= m_rules.maxPerAddress)
        return Admittance::AddressFull;
    return Admittance::In;
}

bool Gate::isDecided(const Waiting &waiting) const
{
    return !isHolding() && (waiting.until.hasExpired() || admittanceOf(waiting.from) == Admittance::In);
}

void Gate::decide(const Waiting &waiting)
{
    const Admittance admittance = admittanceOf(waiting.from);
    if (admittance == Admittance::In) {
        ++m_inside;
        ++m_insideFrom[waiting.from];
    }
    Q_EMIT decided(waiting.descriptor, waiting.from, admittance);
}

/// In the order of their coming: those for whom there is room by now, and those who have waited long enough.
void Gate::look()
{
    m_mustLook = false;
    std::deque<Waiting> before = std::exchange(m_waiting, {});
    for (const Waiting &waiting : before) {
        if (isDecided(waiting))
            decide(waiting);
        else
            m_waiting.push_back(waiting);
    }
    m_timer.stop();
    waitForNext();
}

/// The first of them has waited longest.
void Gate::waitForNext()
{
    if (!m_waiting.empty() && !isHolding() && !m_timer.isActive())
        m_timer.start(int(m_waiting.front().until.remainingTime()) + 1);
}

void Gate::sendHome()
{
    m_timer.stop();
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        NativeSocket::close(waiting.descriptor);
}
