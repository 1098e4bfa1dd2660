#pragma once

#include "rowquery.h"

#include <QObject>

class FilterBar;
class SocketLine;
class TranscriptModel;

/// Narrows a transcript to what its filter bar says, and to some sockets or one alone. When the user gives up going
/// through the rows, the bars say again what is shown. GUI thread.
class Narrowing final : public QObject
{
    Q_OBJECT
public:
    /// None of them is owned, and all outlive it.
    Narrowing(TranscriptModel *model, FilterBar *filter, SocketLine *line, QObject *parent);

    void setSockets(const QSet<SocketId> &sockets); ///< on top of the filter; none: all
    void showOnly(std::optional<SocketId> socket);  ///< none: all of the above
    void showAll();
    void openFilter();
    void closeFilter();

Q_SIGNALS:
    void narrowed(const QSet<SocketId> &sockets);
    void allSocketsRequested(); ///< where `setSockets` narrowed the rows
    void filterClosed();

private:
    RowQuery asked() const;
    void ask();
    void takeBack();
    void takeBackSockets(const QSet<SocketId> &shown);

    TranscriptModel *m_model;
    FilterBar *m_filter;
    SocketLine *m_line;
    QSet<SocketId> m_sockets;
};
