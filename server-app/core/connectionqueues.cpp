#include "connectionqueues.h"

#include "receivequeues.h"

bool ConnectionQueues::areTold()
{
    return ReceiveQueues::areTold();
}

QList<std::optional<ReceiveQueue>> ConnectionQueues::received(const QList<SocketEnds> &connections)
{
    return ReceiveQueues::of(connections);
}
