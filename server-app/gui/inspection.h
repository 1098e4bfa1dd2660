#pragma once

#include "socketfacts.h"

#include <QObject>

class InspectorDock;
class ServerSession;

/// Keeps the inspector on the selected socket. What can be asked only of an open one is asked while somebody looks.
class Inspection final : public QObject
{
    Q_OBJECT
public:
    Inspection(ServerSession *session, InspectorDock *dock, QObject *parent);

    /// Off, the inspector is another's: nothing is shown there, nothing is asked.
    void setCurrent(bool current);
    /// Shows the first of these; none: says how to choose one.
    void setSelected(const QList<SocketId> &ids);
    void retranslate();

private:
    bool isWatching() const;
    void clear();
    void watch();
    void showStatus();
    void take(const SocketFacts &facts);

    ServerSession *m_session;
    InspectorDock *m_dock;
    std::optional<SocketId> m_socket;
    bool m_isCurrent = false;
    bool m_hasFacts = false; // of this socket
};
