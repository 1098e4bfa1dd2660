#pragma once

#include "backgroundjob.h"
#include "rowquery.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class TranscriptModel;

/// Looks for something in a transcript from a row on and around the end, and counts all rows that hold it, in a thread of
/// a pool. What arrives or goes meanwhile is allowed for. GUI thread.
class TranscriptSearch final : public QObject
{
    Q_OBJECT
public:
    explicit TranscriptSearch(QObject *parent = nullptr);

    void setModel(TranscriptModel *model);
    /// Ends in `found` or `notFound`. A search under way is given up.
    void find(const SearchText &text, qsizetype fromRow, bool backwards);
    void stop();
    /// Which of all that hold it this row is, from 1; 0 where it holds none or the count has not come that far.
    qsizetype positionOf(qsizetype row) const;
    bool isSearching() const { return m_task == Task::Search; }

Q_SIGNALS:
    void found(qsizetype row);
    void notFound();
    void counted(qsizetype rows);
    void progressed(int percent); ///< of the count

private:
    static constexpr std::size_t MaxPlaces = 100'000; // that are remembered

    enum class Task : quint8 { None, Search, Count };
    struct Found; // shared with the work

    void start();
    void startSearch();
    void startCount();
    void onFinished();
    void onGrown();
    void onReplaced();

    QPointer<TranscriptModel> m_model;
    SearchText m_text;
    quint64 m_from = 0;
    bool m_backwards = false;
    bool m_wanted = false;  // a search was asked for
    quint64 m_countTo = 0;  // the count got so far
    qsizetype m_count = 0;
    std::vector<quint64> m_places; // the numbers of the first rows that were counted, in order
    bool m_countFresh = false; // it has to start over
    Task m_task = Task::None;
    bool m_stale = false;      // what the work in hand finds is of no use any more
    std::shared_ptr<Found> m_found;
    BackgroundJob m_job;
};
