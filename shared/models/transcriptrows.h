#pragma once

#include "backgroundjob.h"
#include "messageindex.h"
#include "rowquery.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

/// The rows of an index that match a query, by their numbers in the index.
class RowFilter
{
public:
    RowFilter(std::shared_ptr<const TrafficStore> store, const Interpretations &interpretations, const RowQuery &query,
              const QString &folder);

    /// Looks at the rows that are new, and lets go of the numbers of those that gave way. `goOn` is asked now and then
    /// with the row in hand; false ends it there.
    bool catchUp(const MessageIndex &index, const std::function<bool(quint64)> &goOn);
    const SpilledList<quint64> &numbers() const { return m_numbers; }
    /// On how many rows the expression took too long: they are not among the numbers.
    quint64 untold() const { return m_untold.load(std::memory_order_relaxed); }
    /// Those that match so far. Of very many the text is not looked at.
    UnfinishedMessages unfinished() const;
    void dropBefore(quint64 row);

private:
    void noteUnfinished(UnfinishedMessages unfinished);

    RowMatcher m_matcher;
    SpilledList<quint64> m_numbers;
    quint64 m_next = 0;
    std::atomic<quint64> m_untold{0};
    mutable QMutex m_mutex;
    UnfinishedMessages m_unfinished;
};

/// A framing over a store and, where not all is to be seen, a filter over its rows. Shared between threads: one of them
/// makes it grow, any reads.
struct RowsView
{
    std::shared_ptr<const TrafficStore> store;
    std::shared_ptr<MessageIndex> index;
    std::shared_ptr<RowFilter> filter; ///< null: all rows
    RowQuery query;

    quint64 first() const { return filter ? filter->numbers().first() : index->rows().first(); }
    quint64 end() const { return filter ? filter->numbers().end() : index->rows().end(); }
    UnfinishedMessages unfinished() const { return filter ? filter->unfinished() : index->unfinished(); }
    /// The number of the first of the rows that came of this record and later ones.
    quint64 numberFrom(RecordNumber record) const;
    /// Where it is in the store; an empty one where the row was let go of meanwhile.
    MessageRow at(quint64 number) const;
};

/// The rows of a transcript, made from a store by threads of a pool: what is new, and all of it again when the framing,
/// the encoding or the query changes; until that is done, the rows are those from before. Lives in the GUI thread.
class TranscriptRows final : public QObject
{
    Q_OBJECT
public:
    /// How often rows come while traffic flows on: more often than can be read only costs time. The first come at once.
    static constexpr std::chrono::milliseconds Interval{33};
    /// The same when more than FewRows came the last time: nobody reads them as they fly past.
    static constexpr std::chrono::milliseconds LongInterval{100};
    static constexpr quint64 FewRows = 30;

    explicit TranscriptRows(std::shared_ptr<TrafficStore> store, QObject *parent = nullptr,
                            quint64 mostRows = MessageIndex::MostRows);
    ~TranscriptRows() override;

    /// Something may have come into the store.
    void poll();
    void setInterpretations(const Interpretations &interpretations);
    void setQuery(const RowQuery &query);
    /// Gives up making all rows again; what was asked for is taken back.
    void cancel();

    const Interpretations &interpretations() const { return m_interpretations; }
    const RowQuery &query() const { return m_query; }
    const std::shared_ptr<TrafficStore> &store() const { return m_store; }
    /// A copy can be read by any thread.
    const RowsView &view() const { return m_view; }
    /// Lets go of the rows of the records before this one, which the store has recycled.
    void dropBefore(RecordNumber record);
    bool isRemaking() const { return m_remake.isRunning(); }
    bool isBusy() const { return isRemaking() || m_grow.isRunning() || m_polled; }

Q_SIGNALS:
    void grown();                 ///< there may be rows at the end that were not there before
    void replaced();              ///< these are other rows
    void remakeStarted();
    void remakeProgressed(int percent);
    void remakeFinished(bool cancelled);

private:
    void remake();
    void onRemade();
    void growSoon();
    void grow();
    void onGrowing();
    void onGrown();
    RowsView made() const;

    const std::shared_ptr<TrafficStore> m_store;
    const QString m_folder;
    const quint64 m_mostRows;
    Interpretations m_interpretations;
    RowQuery m_query;
    RowsView m_view;
    RowsView m_next; // while it is being made
    QTimer m_idle;   // idle framing: a message ends by time alone
    QTimer m_pace;   // until the next growth may begin
    QElapsedTimer m_told; // of growth
    std::chrono::milliseconds m_interval = Interval;
    quint64 m_lastEnd = 0; // of the rows when a growth was done
    bool m_polled = false;
    bool m_again = false; // something else was asked for while remaking
    std::shared_ptr<std::optional<qint64>> m_deadline;
    BackgroundJob m_grow;   // these two last: they end before what they work on
    BackgroundJob m_remake;
};
