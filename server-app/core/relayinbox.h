#pragma once

#include "message.h"
#include "socketid.h"

#include <QList>
#include <QMutex>

#include <deque>
#include <limits>
#include <memory>

class ServerLoop;

/// Messages on their way to all clients of one loop but the one that sent them. Bounded: who posts more than the owner
/// takes is told so, and to go on later. Any thread.
class RelayInbox final
{
public:
    static constexpr qint64 Limit = 256 * 1024; ///< bytes that wait; past it who posts is to stop reading
    static constexpr qint64 Slice = 64 * 1024;  ///< bytes that are taken at once, or one block

    struct Letter
    {
        std::shared_ptr<const MessageBlock> block;
        SocketId from;
    };
    struct Posted
    {
        bool wasEmpty; ///< the owner is to be told that there is something
        bool mustWait; ///< from now on who posted is to wait, until it is among the relieved; told once
    };
    struct Taken
    {
        QList<Letter> letters;
        QList<ServerLoop *> relieved; ///< who waited for room, and now need not
        bool more;                    ///< there is more to take
    };

    Posted post(const Letter &letter, ServerLoop *poster);
    /// At most so many, and a slice.
    Taken take(qsizetype most = std::numeric_limits<qsizetype>::max());
    bool isEmpty() const;
    /// Nobody comes for what is here. Returns who waited for room.
    QList<ServerLoop *> clear();

private:
    mutable QMutex m_mutex;
    std::deque<Letter> m_letters;
    QList<ServerLoop *> m_waiting;
    qint64 m_bytes = 0;
};
