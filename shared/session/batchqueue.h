#pragma once

#include "batchlane.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <vector>

/// Gathers what happens in I/O threads and hands it over in batches: at most one is on its way, and the next goes when
/// that one was acknowledged, so a receiver that is busy is never buried. Each thread fills a lane of its own; a batch has
/// the records of all lanes in the order in which they were made. When more than a bound waits in all of them, `pressure`
/// asks those who fill them to stop reading. Lives in one of the I/O threads.
class BatchQueue final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 MaxWaitingBytes = 32 * 1024 * 1024;
    static constexpr qsizetype MaxWaitingRecords = 100'000;
    static constexpr qsizetype MaxRecordsPerBatch = 10'000;     ///< of several lanes: at most twice as many
    static constexpr qint64 MaxBytesPerBatch = 4 * 1024 * 1024; ///< the same; or one record of each, however long
    static constexpr std::chrono::milliseconds Interval{16};        ///< display rate
    static constexpr std::chrono::milliseconds StatusInterval{100}; ///< counters, unless a state changed

    explicit BatchQueue(QObject *parent = nullptr);

    /// The lane of this thread.
    BatchLane *lane() { return &m_lane; }
    /// For a lane of another thread that is to be added.
    const std::shared_ptr<BatchBacklog> &backlog() const { return m_backlog; }
    void add(BatchLane *lane);
    /// What it has not handed in yet is gone.
    void remove(const BatchLane *lane);
    /// For all lanes, before anything is appended. Null: none.
    void setStore(const std::shared_ptr<TrafficStore> &store);
    /// The receiver is done with the batch that it got last.
    void acknowledge();

    bool isPressing() const { return m_backlog->pressing; }

Q_SIGNALS:
    void ready(const Batch &batch);
    void pressureChanged(bool on);

private:
    struct Source
    {
        BatchLane *lane;
        BatchPart held = {}; // what was handed in and is not in a batch yet
        bool asked = false;
    };
    enum class Wanted : quint8 { Nothing, Later, Soon };

    void want(bool soon);
    void schedule();
    void collect();
    void take(const BatchLane *lane, BatchPart &part);
    void deliver();
    void takeRecords(quint64 cut, Batch &batch);
    void takeStatuses(quint64 cut, Batch &batch);
    void relieve(const Batch &batch);
    std::chrono::milliseconds sinceStatuses() const;

    const std::shared_ptr<BatchBacklog> m_backlog;
    BatchLane m_lane;
    std::shared_ptr<TrafficStore> m_store;
    std::vector<Source> m_sources;
    QTimer m_timer;
    QElapsedTimer m_sinceStatuses;
    quint64 m_cut = 0;     // of the parts that are being collected
    qsizetype m_missing = 0; // so many lanes have not handed in theirs
    Wanted m_wanted = Wanted::Nothing;
    bool m_timerIsSoon = false; // it waits for Interval, not for StatusInterval
    bool m_onItsWay = false;
};
