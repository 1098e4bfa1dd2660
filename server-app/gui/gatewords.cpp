#include "gatewords.h"

#include "reachline.h"
#include "serversession.h"
#include "socketcommands.h"

#include <utility>

GateWords::GateWords(ServerSession *session, const SocketCommands *commands, ReachLine *line, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_commands(commands)
    , m_line(line)
{
    connect(session, &ServerSession::updated, this, &GateWords::tell);
    connect(session, &ServerSession::phaseChanged, this, [this] {
        if (std::exchange(m_asking, false)) // a listening socket that is gone is not asked any more
            m_session->watchListener(this, false);
        tell();
    });
    connect(session, &ServerSession::told, this, &GateWords::take);
    connect(commands, &SocketCommands::admissionChanged, this, &GateWords::tell);
}

bool GateWords::isPaused() const
{
    const int row = m_session->sockets()->rowOf(ListenerId);
    return row >= 0 && m_session->sockets()->at(row).acceptingPaused;
}

void GateWords::take(const SocketFacts &facts)
{
    if (facts.status.id != ListenerId || !m_asking)
        return;
    m_waiting = facts.backlog.waiting;
    m_line->setGate(words());
}

void GateWords::tell()
{
    const bool listens = m_session->phase() == ServerPhase::Listening;
    const bool someWait = listens && (isPaused() || m_commands->admission().oneAtATime);
    if (std::exchange(m_asking, someWait) != someWait)
        m_session->watchListener(this, someWait);
    if (!someWait)
        m_waiting.reset();
    m_line->setGate(listens ? words() : QString());
}

QString GateWords::words() const
{
    const int waiting = int(qMin<quint64>(m_waiting.value_or(0), INT_MAX));
    if (isPaused())
        return waiting > 0 ? tr("Accepting is paused: %Ln client(s) wait(s).", nullptr, waiting)
                           : tr("Accepting is paused: who connects waits.");
    if (m_commands->admission().oneAtATime)
        return waiting > 0 ? tr("One at a time: %Ln client(s) wait(s).", nullptr, waiting)
                           : tr("One at a time: who comes next waits.");
    QStringList limits;
    if (m_commands->admission().maxClients > 0)
        limits += tr("At most %Ln client(s) at once: who comes then is turned away.", nullptr, m_commands->admission().maxClients);
    if (m_commands->admission().maxPerAddress > 0)
        limits += tr("At most %Ln client(s) from each address: more are turned away.", nullptr, m_commands->admission().maxPerAddress);
    return limits.join(u' ');
}
