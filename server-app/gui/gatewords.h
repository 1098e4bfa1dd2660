#pragma once

#include "socketfacts.h"

#include <QObject>

class ReachLine;
class ServerSession;
class SocketCommands;

/// Says beside the listening address what one would wonder about there: that accepting is paused, or that not everyone is
/// let in, and how many wait. While that is so it asks the system who waits.
class GateWords final : public QObject
{
    Q_OBJECT
public:
    GateWords(ServerSession *session, const SocketCommands *commands, ReachLine *line, QObject *parent);

    void retranslate() { tell(); }

private:
    bool isPaused() const;
    void tell();
    void take(const SocketFacts &facts);
    QString words() const;

    ServerSession *m_session;
    const SocketCommands *m_commands;
    ReachLine *m_line;
    std::optional<quint64> m_waiting; // as far as the system tells
    bool m_asking = false;
};
