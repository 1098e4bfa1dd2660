#pragma once

#include <QObject>
#include <QPointer>

class FindBar;
class TranscriptList;
class TranscriptModel;
class TranscriptSearch;

/// Finds in the rows of a transcript what is typed in a find bar, goes there, and says in the bar how many there are.
/// GUI thread.
class TranscriptFinder final : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned; both must outlive it.
    TranscriptFinder(FindBar *bar, TranscriptList *list, QObject *parent);

    void setModel(TranscriptModel *model);
    void open();
    /// Another row is the current one; -1: none.
    void showPosition(qsizetype row);

private:
    void watchBar();
    void watchSearch();
    void find(bool backwards, int step);
    void showCount(qsizetype rows, qsizetype untold);
    void showRow(qsizetype row);
    void close();

    FindBar *m_bar;
    TranscriptList *m_list;
    TranscriptSearch *m_search;
    QPointer<TranscriptModel> m_model;
};
