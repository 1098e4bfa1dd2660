#pragma once

#include "message.h"

#include <QList>
#include <QMutex>

#include <deque>
#include <memory>

class ServerLoop;

/// Messages of other loops' clients, on their way to all clients of one loop. Bounded: who posts more than the owner takes
/// is told so, and to go on later. Any thread.
class RelayInbox final
{
public:
    static constexpr qint64 Limit = 256 * 1024; ///< bytes that wait; past it who posts is to stop reading
    static constexpr qint64 Slice = 64 * 1024;  ///< bytes that are taken at once, or one block

    struct Posted
    {
        bool wasEmpty; ///< the owner is to be told that there is something
        bool mustWait; ///< from now on who posted is to wait, until it is among the relieved; told once
    };
    struct Taken
    {
        QList<std::shared_ptr<const MessageBlock>> blocks;
        QList<ServerLoop *> relieved; ///< who waited for room, and now need not
        bool more;                    ///< there is more to take
    };

    Posted post(const std::shared_ptr<const MessageBlock> &block, ServerLoop *poster);
    Taken take();
    /// Nobody comes for what is here. Returns who waited for room.
    QList<ServerLoop *> clear();

private:
    QMutex m_mutex;
    std::deque<std::shared_ptr<const MessageBlock>> m_blocks;
    QList<ServerLoop *> m_waiting;
    qint64 m_bytes = 0;
};
