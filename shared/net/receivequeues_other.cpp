#include "receivequeues.h"

bool ReceiveQueues::areTold()
{
    return false;
}

QList<std::optional<ReceiveQueue>> ReceiveQueues::of(const QList<SocketEnds> &connections)
{
    return QList<std::optional<ReceiveQueue>>(connections.size());
}
