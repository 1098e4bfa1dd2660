#pragma once

#include "socketfacts.h"

#include <QObject>

class Client;
class InspectorDock;

/// Shows in the dock what the socket of a client window wraps, while somebody looks. GUI thread.
class ClientInspection final : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned; the client goes before the dock.
    ClientInspection(Client *client, InspectorDock *dock);

    void setStatus(const SocketStatus &status);
    void retranslate() { show(); }

private:
    void show();
    void take(const SocketFacts &facts);

    InspectorDock *m_dock;
    SocketStatus m_status;
};
