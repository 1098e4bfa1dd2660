#include "sessionsockets.h"

#include "storereader.h"
#include "workcount.h"

#include <QMap>

QList<SessionSocket> socketsOf(const std::shared_ptr<const TrafficStore> &store, const std::function<bool()> &goOn)
{
    const StoreReader reader(store);
    const StoreReader looker(store);
    QMap<SocketId, Endpoint> peers;
    WorkCount work;
    reader.forEach(store->firstNumber(), store->endNumber(), [&](const StoredRecord &record, QByteArrayView) {
        if (work.add(0) && !goOn())
            return false;
        if (record.kind == StoredRecord::Kind::Gap)
            return true;
        const auto event = record.kind == StoredRecord::Kind::Event ? looker.event(record) : std::nullopt;
        if (event && event->more().peer.isKnown())
            peers.insert(record.socket, event->more().peer);
        else if (!peers.contains(record.socket))
            peers.insert(record.socket, {});
        return true;
    });
    QList<SessionSocket> sockets;
    for (auto peer = peers.cbegin(); peer != peers.cend(); ++peer)
        sockets.append({peer.key(), peer.value()});
    return sockets;
}
