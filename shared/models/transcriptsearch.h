#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QAbstractItemModel;
class TranscriptModel;

/// Looks for text in a transcript a slice of time after the other, so that the window stays alive, from a row on and
/// around the end; and counts all rows that hold it. What arrives or goes meanwhile is allowed for. GUI thread.
class TranscriptSearch final : public QObject
{
    Q_OBJECT
public:
    explicit TranscriptSearch(QObject *parent = nullptr);

    void setModel(TranscriptModel *model);
    /// Ends in `found` or `notFound`. A search under way is given up.
    void find(const QString &text, qsizetype fromRow, bool backwards);
    void stop();
    bool isSearching() const { return m_searching; }

Q_SIGNALS:
    void found(qsizetype row);
    void notFound();
    void counted(qsizetype rows);

private:
    void work();
    void search();
    void count();
    void startCount();
    void onInserted(qsizetype first, qsizetype rows);
    void onRemoved(qsizetype first, qsizetype rows);
    void onReset();

    QPointer<TranscriptModel> m_model;
    QTimer m_timer;
    QString m_text;
    qsizetype m_row = 0; // where the search goes on
    bool m_backwards = false;
    bool m_wrapped = false;
    bool m_searching = false;
    qsizetype m_countRow = 0; // where the count goes on
    qsizetype m_count = 0;
};
