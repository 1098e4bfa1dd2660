#include "record.h"

#include <QDateTime>

const Record::Details &Record::more() const
{
    static const Details none;
    return details ? *details : none;
}

Record Record::of(Kind kind, SocketId socket, const Message &message)
{
    Record record;
    record.time = QDateTime::currentMSecsSinceEpoch();
    record.socket = socket;
    record.kind = kind;
    record.message = message;
    return record;
}

Record Record::of(Kind kind, SocketId socket, const Details &details)
{
    Record record;
    record.time = QDateTime::currentMSecsSinceEpoch();
    record.socket = socket;
    record.kind = kind;
    record.details = QSharedPointer<const Details>::create(details);
    return record;
}
