#include "clientinspection.h"

#include "client.h"
#include "inspectordock.h"

ClientInspection::ClientInspection(Client *client, InspectorDock *dock)
    : QObject(dock)
    , m_dock(dock)
{
    m_status.state = SocketState::Closed;
    connect(dock, &InspectorDock::watchingChanged, client, [this, client] { // which goes before the dock
        client->watch(m_dock->isWatching());
        show();
    });
    connect(client, &Client::facts, this, &ClientInspection::take);
}

void ClientInspection::setStatus(const SocketStatus &status)
{
    m_status = status;
    show();
}

/// What is known without asking: all that there is of a closed socket.
void ClientInspection::show()
{
    if (m_status.id == ListenerId)
        m_dock->clear(tr("Connect to see what the socket wraps: its two ends, its protocol, its "
                                      "buffers, its state and its operations."));
    else if (!m_status.isOpen())
        m_dock->setFacts({.status = m_status});
}

void ClientInspection::take(const SocketFacts &facts)
{
    if (facts.status.id >= m_status.id && m_dock->isWatching())
        m_dock->setFacts(facts);
}
