#pragma once

#include "batch.h"
#include "trafficstore.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>

/// Something that has a status to tell: a channel, a listener.
class StatusSource
{
public:
    virtual ~StatusSource() = default;
    virtual SocketStatus status() const = 0;
};

/// Gathers what happens in an I/O thread and hands it over in batches: at most one is on its way, and the next goes when
/// that one was acknowledged, so a receiver that is busy is never buried. When more than a bound waits here, `pressure`
/// asks those who fill the queue to stop reading. With a store, what is read and written goes there, and messages do not
/// wait here. Lives in the I/O thread.
class BatchQueue final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MaxWaitingBytes = 32 * 1024 * 1024;
    static constexpr qsizetype MaxWaitingRecords = 100'000;
    static constexpr qsizetype MaxRecordsPerBatch = 10'000;
    static constexpr qint64 MaxBytesPerBatch = 4 * 1024 * 1024; ///< or one record, however long
    static constexpr std::chrono::milliseconds Interval{16};        ///< display rate
    static constexpr std::chrono::milliseconds StatusInterval{100}; ///< counters, unless a state changed

    explicit BatchQueue(QObject *parent = nullptr);

    /// Before anything is appended. Null: none.
    void setStore(std::shared_ptr<TrafficStore> store) { m_store = std::move(store); }

    /// What one read gave, and what the system took of what was to be sent: for the store.
    void addRead(SocketId socket, QByteArrayView bytes);
    void addWrite(SocketId socket, QByteArrayView bytes);
    bool hasStore() const { return m_store != nullptr; }
    void append(const Record &record);
    void append(const SendOutcome &outcome);
    /// The status of this source changed. `urgent`: its state did, not only a counter.
    void touch(const StatusSource *source, bool urgent);
    /// The source is about to go: its last status is taken now.
    void finish(const StatusSource *source);
    /// The receiver is done with the batch that it got last.
    void acknowledge();

    bool isPressing() const { return m_pressing; }

Q_SIGNALS:
    void ready(const Batch &batch);
    void pressureChanged(bool on);

private:
    struct LastStatus
    {
        quint64 after; // so many records come first
        SocketStatus status;
    };

    void schedule();
    void deliver();
    void updatePressure();
    QList<Record> takeRecords();
    void takeStatuses(Batch &batch);
    std::chrono::milliseconds sinceStatuses() const;

    std::shared_ptr<TrafficStore> m_store;
    bool m_recorded = false; // there is more in the store than was told
    quint64 m_messages = 0;  // received or sent since the batch before
    QList<Record> m_records;
    QList<SendOutcome> m_outcomes;
    QList<LastStatus> m_last;
    QSet<const StatusSource *> m_dirty;
    QTimer m_timer;
    QElapsedTimer m_sinceStatuses;
    quint64 m_appended = 0;  // records, in all
    quint64 m_delivered = 0; // records, in all
    qint64 m_bytes = 0;
    bool m_timerIsSoon = false; // it waits for Interval, not for StatusInterval
    bool m_urgent = false;
    bool m_onItsWay = false;
    bool m_pressing = false;
};
