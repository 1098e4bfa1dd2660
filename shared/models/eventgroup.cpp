#include "eventgroup.h"

EventGroup groupOf(Record::Kind kind)
{
    switch (kind) {
    case Record::Kind::Listening:
    case Record::Kind::Accepted:
    case Record::Kind::Connecting:
    case Record::Kind::Connected: return EventGroup::Opened;
    case Record::Kind::PeerFinished:
    case Record::Kind::WeFinished: return EventGroup::HalfClosed;
    case Record::Kind::Closed:
    case Record::Kind::Stopped: return EventGroup::Closed;
    case Record::Kind::Unsent: return EventGroup::Unsent;
    case Record::Kind::Received:
    case Record::Kind::Sent:
    case Record::Kind::Error: break;
    }
    return EventGroup::Error;
}
