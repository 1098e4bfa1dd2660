#pragma once

#include "closereason.h"
#include "socketid.h"

#include <QList>
#include <QMetaType>
#include <QString>

/// A file on its way to one or more sockets, as it is at one moment. A value.
struct FileProgress
{
    enum class State : quint8 {
        Sending,
        Paused,    ///< nothing more is read from the file; what is queued still goes out
        Done,      ///< every target has got all of it, or has ended
        Cancelled, ///< by us; what is queued still goes out
        Failed,    ///< the file could not be read, or no target has got all of it
    };

    /// A target that ended before it had all of the file.
    struct Lost
    {
        SocketId socket = ListenerId;
        quint64 sent = 0;                       ///< bytes of the file that the system took for it
        CloseReason reason = CloseReason::None; ///< None: it is open, but can't be sent to any more
    };
    static constexpr qsizetype MaxListed = 3; ///< of those, for people to read

    quint64 ticket = 0;
    QString name;         ///< of the file, without its folder
    quint64 size = 0;     ///< bytes, as it was at the start; 0: it can't be opened
    quint64 rate = 0;     ///< bytes a second for each target; 0: as fast as the peer reads
    State state = State::Sending;
    /// Bytes that the system took for the target that has the least, of those that have not ended early.
    quint64 slowest = 0;
    quint64 sent = 0;     ///< bytes that the system took, of all targets together
    quint64 queued = 0;   ///< bytes of the file that wait for the system, of all targets together
    quint64 speed = 0;    ///< bytes a second to the slowest target lately; 0 while it is not known
    qsizetype targets = 0;
    qsizetype done = 0;   ///< targets that have got all of it
    qsizetype failed = 0; ///< targets that ended early
    QList<Lost> lost;     ///< the first of them
    QString problem;      ///< why it failed: a whole sentence; empty where only the targets ended

    bool isActive() const { return state == State::Sending || state == State::Paused; }
};

Q_DECLARE_METATYPE(FileProgress)
