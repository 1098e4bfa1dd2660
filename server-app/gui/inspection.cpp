#include "inspection.h"

#include "inspectordock.h"
#include "serversession.h"

Inspection::Inspection(ServerSession *session, InspectorDock *dock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_dock(dock)
{
    connect(dock, &InspectorDock::watchingChanged, this, &Inspection::watch);
    connect(session, &ServerSession::told, this, &Inspection::take);
    connect(session, &ServerSession::updated, this, &Inspection::showStatus);
    connect(session, &ServerSession::phaseChanged, this, &Inspection::watch);
}

void Inspection::setCurrent(bool current)
{
    m_isCurrent = current;
    if (current)
        clear();
    watch();
}

bool Inspection::isWatching() const
{
    return m_isCurrent && m_dock->isWatching();
}

void Inspection::setSelected(const QList<SocketId> &ids)
{
    const auto chosen = ids.isEmpty() ? std::nullopt : std::optional(ids.constFirst());
    if (chosen == m_socket)
        return;
    m_socket = chosen;
    watch();
}

void Inspection::watch()
{
    m_hasFacts = false;
    m_session->watch(isWatching() ? m_socket : std::nullopt);
    showStatus();
    if (!m_socket)
        retranslate();
}

/// What is known without asking: all that there is of a closed socket.
void Inspection::showStatus()
{
    const int row = m_socket && isWatching() ? m_session->sockets()->rowOf(*m_socket) : -1;
    if (row < 0)
        return;
    const SocketStatus &status = m_session->sockets()->at(row);
    if (!m_hasFacts || !status.isOpen())
        m_dock->setFacts({.status = status});
}

void Inspection::take(const SocketFacts &facts)
{
    if (facts.status.id != m_socket || !isWatching())
        return;
    m_hasFacts = true;
    m_dock->setFacts(facts);
}

void Inspection::retranslate()
{
    if (m_isCurrent && !m_socket)
        clear();
}

void Inspection::clear()
{
    m_dock->clear(tr("Select a socket in the table to see what it wraps: its two ends, its protocol, its "
                                  "buffers, its state and its operations."));
}
