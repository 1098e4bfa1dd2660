#pragma once

#include "picture.h"

/// Statuses of sockets, and the pictures of them.
namespace PictureFixture {

inline SocketStatus listener(bool listens = true)
{
    SocketStatus status;
    status.id = ListenerId;
    status.state = listens ? SocketState::Listening : SocketState::Closed;
    status.local = {QHostAddress(QHostAddress::LocalHost), 8080};
    return status;
}

inline SocketStatus socket(SocketId id, const QString &address = QStringLiteral("127.0.0.1"))
{
    SocketStatus status;
    status.id = id;
    status.local = {QHostAddress(QHostAddress::LocalHost), 8080};
    status.peer = {QHostAddress(address), quint16(50'000 + id)};
    return status;
}

inline SocketStatus closed(SocketId id, CloseReason reason, qint64 when)
{
    SocketStatus status = socket(id);
    status.state = SocketState::Closed;
    status.reason = reason;
    status.closedAt = when;
    return status;
}

inline QList<SocketStatus> sockets(int count)
{
    QList<SocketStatus> list{listener()};
    for (int id = 1; id <= count; ++id)
        list.append(socket(SocketId(id)));
    return list;
}

inline Picture pictureOf(const QList<SocketStatus> &sockets, const QHash<SocketId, SocketOwner> &owners = {})
{
    std::vector<const SocketStatus *> shown;
    for (const SocketStatus &status : sockets)
        shown.push_back(&status);
    return makePicture({QStringLiteral("oneport-server"), 100, 1000}, shown, owners);
}

}
