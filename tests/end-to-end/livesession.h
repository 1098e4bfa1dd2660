#pragma once

#include "client.h"
#include "clientthread.h"
#include "conversation.h"
#include "server.h"
#include "storereader.h"

#include <QTemporaryDir>
#include <QTest>

/// What a store has of one socket.
struct Kept
{
    QByteArray in;
    QByteArray out;
    bool connected = false;
    CloseReason reason = CloseReason::None;

    friend bool operator==(const Kept &, const Kept &) = default;
};

/// A session on disk, as a window has one.
class Session
{
    QTemporaryDir m_folder; // goes last

public:
    Session()
    {
        QString error;
        store = TrafficStore::create(m_folder.path(), TrafficStore::DefaultDiskLimit, &error);
    }

    Kept kept(SocketId socket) const
    {
        store->flush();
        Kept kept;
        const StoreReader reader(store);
        for (RecordNumber number = 0; number < store->endNumber(); ++number) {
            const auto record = reader.at(number);
            if (record->socket != socket)
                continue;
            if (record->hasBytes())
                (record->kind == StoredRecord::Kind::Read ? kept.in : kept.out) += reader.payload(*record);
            else if (const auto event = reader.event(*record))
                take(*event, kept);
        }
        return kept;
    }
    bool hasClosed(SocketId socket) const { return kept(socket).reason != CloseReason::None; }

    Conversation conversation(SocketId socket) const
    {
        store->flush();
        QString problem;
        const auto read = readConversation(store, socket, {}, &problem);
        if (!read)
            qFatal("%s", qPrintable(problem));
        return *read;
    }

    std::shared_ptr<TrafficStore> store;

private:
    static void take(const Record &event, Kept &kept)
    {
        kept.connected |= event.kind == Record::Kind::Accepted || event.kind == Record::Kind::Connected;
        if (event.kind == Record::Kind::Closed)
            kept.reason = event.more().reason;
    }
};

/// Our server, live, with a session.
struct LiveServer
{
    explicit LiveServer(ServerMode mode)
    {
        server.setStore(session.store);
        QObject::connect(&server, &Server::listening, &server, [this](const Endpoint &where) { endpoint = where; });
        ServerOptions options;
        options.listen.port = 0;
        options.mode = mode;
        options.framing = Framing{Framing::Kind::Raw};
        server.start(options);
    }

    bool isUp() { return QTest::qWaitFor([this] { return endpoint.isKnown(); }, 20'000); }

    Session session;
    Server server;
    Endpoint endpoint;
};

/// Our client, live, with a session.
struct LiveClient
{
    LiveClient()
        : client(thread)
    {
        client.setStore(session.store);
    }

    bool connectTo(quint16 port)
    {
        ClientOptions options;
        options.host = QStringLiteral("127.0.0.1");
        options.port = port;
        client.connectTo(options);
        return QTest::qWaitFor([this] { return session.kept(1).connected; }, 20'000);
    }
    bool has(qsizetype bytes) const
    {
        return QTest::qWaitFor([this, bytes] { return session.kept(1).in.size() >= bytes; }, 20'000);
    }
    bool ends() const
    {
        return QTest::qWaitFor([this] { return session.hasClosed(1); }, 20'000);
    }

    Session session;
    ClientThread thread;
    Client client;
};
