#pragma once

#include "backgroundjob.h"
#include "rowmarks.h"
#include "rowquery.h"

#include <QObject>
#include <QPointer>

#include <memory>

class TranscriptModel;

/// Looks for something in a transcript from a row on and around the end, and counts all rows that hold it, those of
/// unfinished messages among them, in a thread of a pool. What arrives or goes meanwhile is allowed for. GUI thread.
class TranscriptSearch final : public QObject
{
    Q_OBJECT
public:
    explicit TranscriptSearch(QObject *parent = nullptr);

    void setModel(TranscriptModel *model);
    /// Ends in `found` or `notFound`. A search under way is given up.
    void find(const SearchText &text, qsizetype fromRow, bool backwards);
    void stop();
    /// Which of all that hold it this row is, from 1; 0 where it holds none, or while one counts.
    qsizetype positionOf(qsizetype row) const;
    bool isSearching() const { return m_task == Task::Search; }

Q_SIGNALS:
    void found(qsizetype row);
    /// `untold`: rows on which the expression takes too long, so that it may be in them.
    void notFound(qsizetype untold);
    void counted(qsizetype rows, qsizetype untold); ///< anew when rows come or go
    void progressed(int percent); ///< of the count

private:
    enum class Task : quint8 { None, Search, Count };
    struct Found; // shared with the work
    struct Counts;

    void start();
    void startSearch();
    void startCount();
    void onFinished();
    void onGrown();
    void onRemoved(bool below);
    void tellFound();
    void tellCount();
    void onReplaced();

    QPointer<TranscriptModel> m_model;
    SearchText m_text;
    quint64 m_from = 0;
    bool m_backwards = false;
    bool m_wanted = false;     // a search was asked for
    bool m_countFresh = false; // it has to start over
    bool m_unfinishedFresh = false; // unfinished messages came, grew or went since the count began
    Task m_task = Task::None;
    bool m_stale = false;      // what the work in hand finds is of no use any more
    std::shared_ptr<Found> m_found;
    std::shared_ptr<Counts> m_counts; // the work's, while one counts
    BackgroundJob m_job;
};
