#pragma once

#include "batchqueue.h"
#include "channel.h"
#include "listener.h"
#include "nativesocket.h"

#include <QTcpSocket>
#include <QTest>

/// A channel as a server has it, its peer, and all that the batches told.
struct Line
{
    explicit Line(const ChannelOptions &options = {})
        : channel(1, options, queue.lane())
    {
        QObject::connect(&queue, &BatchQueue::ready, &queue, [this](const Batch &batch) {
            records += batch.records;
            statuses += batch.sockets;
            outcomes += batch.outcomes;
            if (acknowledges)
                queue.acknowledge();
        });
        QObject::connect(&queue, &BatchQueue::pressureChanged, &channel, &Channel::setPressure);
        QObject::connect(&listener, &Listener::accepted, &channel, [this](qintptr descriptor) { channel.adopt(descriptor); });
        QObject::connect(&channel, &Channel::received, &channel, [this](MessageRun messages) {
            if (echoes)
                channel.echo(messages);
        });
    }

    bool open()
    {
        if (!listener.listen(QHostAddress::LocalHost))
            return false;
        peer.connectToHost(listener.serverAddress(), listener.serverPort());
        return QTest::qWaitFor([this] { return saw(Record::Kind::Accepted) && peer.state() == QAbstractSocket::ConnectedState; });
    }

    QList<Record::Kind> kinds() const
    {
        QList<Record::Kind> all;
        for (const Record &record : records)
            all.append(record.kind);
        return all;
    }

    bool saw(Record::Kind kind) const { return kinds().contains(kind); }
    Record last(Record::Kind kind) const { return records.value(kinds().lastIndexOf(kind)); }

    /// The bytes of all records of this kind, in order.
    QByteArray wire(Record::Kind kind) const
    {
        QByteArray bytes;
        for (const Record &record : records) {
            if (record.kind == kind)
                bytes += record.message.wire;
        }
        return bytes;
    }

    void peerFinishes()
    {
        peer.flush();
        NativeSocket::shutdownWrite(peer.socketDescriptor());
    }

    BatchQueue queue;
    Channel channel;
    Listener listener;
    QTcpSocket peer;
    QList<Record> records;
    QList<SocketStatus> statuses;
    QList<SendOutcome> outcomes;
    bool acknowledges = true;
    bool echoes = false;
};

/// More than the buffers of TCP take on loopback.
inline constexpr qsizetype MoreThanTcpHolds = 20 * 1024 * 1024;
