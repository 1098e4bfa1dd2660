#pragma once

#include "record.h"

#include <QFlags>

/// What happens besides messages, in the groups by which one chooses what to see.
enum class EventGroup : quint8 {
    Opened = 1,     ///< listening, connecting, accepted, connected
    HalfClosed = 2, ///< a FIN, the peer's or ours
    Closed = 4,     ///< a socket, or the listening one
    Unsent = 8,     ///< what was still queued at the end
    Error = 16,
    Gap = 32, ///< records that could not be kept
};
Q_DECLARE_FLAGS(EventGroups, EventGroup)
Q_DECLARE_OPERATORS_FOR_FLAGS(EventGroups)

inline constexpr EventGroups AllEvents = EventGroup::Opened | EventGroup::HalfClosed | EventGroup::Closed
    | EventGroup::Unsent | EventGroup::Error | EventGroup::Gap;

EventGroup groupOf(Record::Kind kind);
