#pragma once

#include "runningserver.h"

#include <QRandomGenerator>
#include <QTcpSocket>

#include <memory>
#include <vector>

/// What tests with several clients of one server share.

using Clients = std::vector<std::unique_ptr<QTcpSocket>>;

inline ServerOptions withMode(ServerMode mode)
{
    ServerOptions options;
    options.mode = mode;
    return options;
}

/// Clients one after the other, so that their numbers are those of their order.
inline bool connectTo(RunningServer &running, Clients &clients, int count)
{
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(running.endpoint.address, running.endpoint.port);
        if (!clients.back()->waitForConnected())
            return false;
        if (!QTest::qWaitFor([&] { return running.has(SocketId(clients.size())); }))
            return false;
    }
    return true;
}

/// Lines of random lengths, each with the number of its client and its own.
inline QByteArray numberedLines(int client, int count)
{
    QRandomGenerator random(quint32(client + 1));
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        bytes += QByteArray::number(client) + ' ' + QByteArray::number(i) + ' ';
        bytes += QByteArray(qsizetype(random.bounded(400)), 'x') + '\n';
    }
    return bytes;
}
