#pragma once

#include "callsmodel.h"
#include "transcriptmodel.h"

#include <QTemporaryDir>
#include <QTest>

/// The calls of a store to which a test appends what it likes.
class CallsFixture
{
    QTemporaryDir m_folder; // goes last

public:
    explicit CallsFixture(qint64 diskLimit = TrafficStore::DefaultDiskLimit)
    {
        QString error;
        store = TrafficStore::create(m_folder.path(), diskLimit, &error);
        rows = std::make_unique<CallRows>(store);
        model = std::make_unique<CallsModel>(rows.get());
    }

    void event(Record::Kind kind, SocketId socket, const Record::Details &details = {})
    {
        store->appendEvent(Record::of(kind, socket, details), ++m_time);
    }
    void read(SocketId socket, const QByteArray &bytes) { store->appendRead(socket, bytes, ++m_time); }
    void write(SocketId socket, const QByteArray &bytes) { store->appendWrite(socket, bytes, ++m_time); }

    void listening(const QString &backlog = QStringLiteral("1024"))
    {
        event(Record::Kind::Listening, ListenerId, {.local = server, .text = backlog});
    }
    void accepted(SocketId socket) { event(Record::Kind::Accepted, socket, {.local = server, .peer = client}); }
    void connecting(SocketId socket, const QString &target)
    {
        event(Record::Kind::Connecting, socket, {.text = target});
    }
    void connected(SocketId socket) { event(Record::Kind::Connected, socket, {.local = client, .peer = server}); }
    /// The end of a connection that there was.
    void closed(SocketId socket, CloseReason reason, quint64 bytesIn = 0, quint64 bytesOut = 0)
    {
        event(Record::Kind::Closed, socket,
              {.local = server, .peer = client, .reason = reason, .bytesIn = bytesIn, .bytesOut = bytesOut});
    }
    void notConnected(SocketId socket, CloseReason reason, ConnectProblem problem = ConnectProblem::None,
                      const QString &text = {})
    {
        event(Record::Kind::Closed, socket, {.reason = reason, .problem = problem, .text = text});
    }

    bool settle()
    {
        store->flush();
        rows->poll();
        return QTest::qWaitFor([this] { return !rows->isBusy(); }, 30'000);
    }

    bool setSockets(const QSet<SocketId> &sockets)
    {
        rows->setSockets(sockets);
        return QTest::qWaitFor([this] { return !rows->isBusy(); }, 30'000);
    }

    /// The call and what it gave.
    QString text(int row) const { return model->line(row).section(u' ', 1); }
    QStringList texts()
    {
        settle();
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts.append(text(row));
        return texts;
    }

    const Endpoint server{QHostAddress(QStringLiteral("127.0.0.1")), 8080};
    const Endpoint client{QHostAddress(QStringLiteral("127.0.0.1")), 53122};
    std::shared_ptr<TrafficStore> store;
    std::unique_ptr<CallRows> rows;
    std::unique_ptr<CallsModel> model;

private:
    qint64 m_time = 1'700'000'000'000'000'000;
};
