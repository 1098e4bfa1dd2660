#pragma once

#include "recordtext.h"
#include "server.h"
#include "servingmode.h"

#include <QTest>

/// A server on a free port, served as the test's row of `addServingModes` says, and what it tells.
class RunningServer final : public QObject
{
public:
    explicit RunningServer(ServerOptions options = {}, const std::shared_ptr<TrafficStore> &store = {})
    {
        if (store)
            server.setStore(store);
        options = servedByRow(options);
        options.listen.port = 0;
        connect(&server, &Server::listening, this, [this](const Endpoint &where) { endpoint = where; });
        connect(&server, &Server::batch, this, [this](const Batch &batch) {
            records += batch.records;
            for (const SocketStatus &status : batch.sockets)
                sockets[status.id] = status;
        });
        connect(&server, &Server::facts, this, [this](const SocketFacts &told) { facts.append(told); });
        server.start(options);
    }

    bool isListening()
    {
        return QTest::qWaitFor([this] { return endpoint.isKnown() && sockets.contains(ListenerId); });
    }
    SocketStatus socket(SocketId id) const { return sockets.value(id); }
    bool has(SocketId id) const { return sockets.contains(id); }
    QList<StateStep::Kind> stepsOf(SocketId id) const
    {
        QList<StateStep::Kind> kinds;
        const StateHistory history = socket(id).history;
        for (const StateStep &step : history.steps())
            kinds.append(step.kind);
        return kinds;
    }
    SocketFacts lastFacts() const { return facts.value(facts.size() - 1); }
    /// What the transcript says last of a socket.
    QString lastText(SocketId id) const
    {
        QString text;
        for (const Record &record : records) {
            if (record.socket == id)
                text = recordText(record);
        }
        return text;
    }
    QByteArray receivedFrom(SocketId id) const
    {
        QByteArray bytes;
        for (const Record &record : records) {
            if (record.kind == Record::Kind::Received && record.socket == id)
                bytes += record.message.wire;
        }
        return bytes;
    }

    Server server;
    Endpoint endpoint;
    QList<Record> records;
    QMap<SocketId, SocketStatus> sockets;
    QList<SocketFacts> facts;
};
