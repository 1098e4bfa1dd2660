#pragma once

#include "transcriptmodel.h"
#include "transcriptrows.h"

#include <QTemporaryDir>
#include <QTest>

/// A transcript with a store of its own, to which a test appends what it likes.
class TranscriptFixture
{
    QTemporaryDir m_folder; // goes last

public:
    explicit TranscriptFixture(qint64 diskLimit = TrafficStore::DefaultDiskLimit, quint64 mostRows = MessageIndex::MostRows)
    {
        QString error;
        store = TrafficStore::create(m_folder.path(), diskLimit, &error);
        rows = std::make_unique<TranscriptRows>(store, nullptr, mostRows);
        model.setRows(rows.get());
    }

    ~TranscriptFixture()
    {
        model.setRows(nullptr);
    }

    /// Messages become reads and writes of their bytes. Returns when the rows are there.
    bool append(const QList<Record> &records)
    {
        for (const Record &record : records)
            add(record);
        store->flush();
        rows->poll();
        return settle();
    }

    bool settle() { return QTest::qWaitFor([this] { return !rows->isBusy(); }, 30'000); }

    bool setFraming(const Framing &framing)
    {
        Interpretations interpretations;
        interpretations.usual.framing = framing;
        rows->setInterpretations(interpretations);
        return settle();
    }

    bool setQuery(const RowQuery &query)
    {
        rows->setQuery(query);
        return settle();
    }

    bool setSockets(const QSet<SocketId> &sockets)
    {
        RowQuery query;
        query.sockets = sockets;
        return setQuery(query);
    }

    QString text(int row) const { return model.index(row).data(TranscriptModel::TextRole).toString(); }
    QString marks(int row) const { return model.index(row).data(TranscriptModel::MarksRole).toString(); }

    static Record received(const QByteArray &wire, SocketId socket = 1)
    {
        Message message;
        message.wire = wire;
        return Record::of(Record::Kind::Received, socket, message);
    }

    static Record sent(const QByteArray &wire, SocketId socket = 1)
    {
        Message message;
        message.wire = wire;
        return Record::of(Record::Kind::Sent, socket, message);
    }

    static QList<Record> manyReceived(int count, const QByteArray &content, SocketId socket = 1, int from = 0)
    {
        QList<Record> records;
        for (int i = from; i < from + count; ++i)
            records.append(received(content + QByteArray::number(i) + '\n', socket));
        return records;
    }

    std::shared_ptr<TrafficStore> store;
    std::unique_ptr<TranscriptRows> rows;
    TranscriptModel model;

private:
    void add(const Record &record)
    {
        m_time += 1'000'000;
        if (record.kind == Record::Kind::Received)
            store->appendRead(record.socket, record.message.wire, m_time);
        else if (record.kind == Record::Kind::Sent)
            store->appendWrite(record.socket, record.message.wire, m_time);
        else
            store->appendEvent(record);
    }

    qint64 m_time = 1'700'000'000'000'000'000;
};
