#pragma once

#include "batch.h"
#include "storestage.h"

#include <QObject>

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

/// Something that has a status to tell: a channel, a listener.
class StatusSource
{
public:
    virtual ~StatusSource() = default;
    virtual SocketStatus status() const = 0;

private:
    friend class BatchLane;
    mutable qsizetype m_place = -1; // among those of its lane that have something to tell
};

/// What the lanes of one queue count together. Any thread.
struct BatchBacklog
{
    std::atomic<quint64> nextNumber = 0; ///< records are numbered across the lanes: what led to another has the lower number
    std::atomic<qint64> bytes = 0;       ///< of all records that wait
    std::atomic<qint64> records = 0;     ///< that wait
    std::atomic<bool> pressing = false;  ///< too much waits, until about half of it is gone
};

/// What one lane adds to a batch. A value.
struct BatchPart
{
    struct NumberedRecord
    {
        quint64 number;
        Record record;
    };
    struct LastStatus
    {
        quint64 after; ///< records below this number come first
        SocketStatus status;
    };

    std::deque<NumberedRecord> records;
    QList<LastStatus> last;
    QList<SocketStatus> sockets;
    QList<SendOutcome> outcomes;
    quint64 messages = 0;
    quint64 upTo = 0; ///< the lane has handed in all of its records below this number
    bool recorded = false;
};

/// One thread's way into a batch queue: nothing here waits for another thread, but the store, when there is one, takes one
/// at a time. With a store, what is read and written goes there, and messages do not wait here. Lives in an I/O thread;
/// made by that thread or by its queue.
class BatchLane final : public QObject
{
    Q_OBJECT
public:
    /// How much is to be handed in at once.
    struct Share
    {
        quint64 cut;        ///< records below this number
        qsizetype records;  ///< the most, and
        qint64 bytes;       ///< as many, or one record, however long
        bool statusesToo;   ///< else only when they are urgent
    };

    explicit BatchLane(std::shared_ptr<BatchBacklog> backlog, QObject *parent = nullptr);

    /// Before anything is appended. Null: none.
    void setStore(std::shared_ptr<TrafficStore> store);
    bool hasStore() const { return m_stage != nullptr; }

    /// What one read gave, and what the system took of what was to be sent: for the store.
    void addRead(SocketId socket, QByteArrayView bytes) { add(StoredRecord::Kind::Read, socket, bytes); }
    void addWrite(SocketId socket, QByteArrayView bytes) { add(StoredRecord::Kind::Write, socket, bytes); }
    /// All of that is in the store now. Comes by itself before the thread sleeps and before anything is handed in; to be called
    /// before another thread is told of what follows from it.
    void settle();
    /// So many messages were received or sent, and are in the store.
    void count(std::size_t messages) { m_messages += messages; }
    void append(const Record &record);
    void append(const SendOutcome &outcome);
    /// The status of this source changed. `urgent`: its state did, not only a counter.
    void touch(const StatusSource *source, bool urgent);
    /// The source is about to go: its last status is taken now.
    void finish(const StatusSource *source);
    /// Ends in `handedIn`.
    void handIn(const Share &share);
    /// The sources are gone, nobody wants to know more.
    void clear();

    bool isPressing() const { return m_backlog->pressing; } ///< any thread
    bool isFilled() const { return m_filled; }              ///< whether there is something to hand in; any thread

Q_SIGNALS:
    /// There is something to hand in, or something that can't wait as long as what there was. `soon`: it waits for
    /// BatchQueue::Interval, else for StatusInterval.
    void filled(bool soon);
    /// With this record too much waits in all lanes together.
    void overfull();
    void handedIn(const std::shared_ptr<BatchPart> &part);

private:
    enum class Told : quint8 { Nothing, Later, Soon };

    void add(StoredRecord::Kind kind, SocketId socket, QByteArrayView bytes);
    void fill(bool soon);
    void forget(const StatusSource *source);
    void takeRecords(const Share &share, BatchPart &part);
    void takeStatuses(BatchPart &part);

    const std::shared_ptr<BatchBacklog> m_backlog;
    std::unique_ptr<StoreStage> m_stage; // null: no store
    bool m_settlesBeforeSleep = false;
    std::deque<BatchPart::NumberedRecord> m_records;
    QList<SendOutcome> m_outcomes;
    QList<BatchPart::LastStatus> m_last;
    std::vector<const StatusSource *> m_dirty; // each knows its place
    quint64 m_messages = 0;  // received or sent since the part before
    bool m_recorded = false; // there is more in the store than was told
    bool m_urgent = false;
    Told m_told = Told::Nothing; // since the part before
    std::atomic<bool> m_filled = false;
};
