#pragma once

#include "textcheck.h"
#include "transcriptnotice.h"
#include "transcriptrows.h"
#include "unfinishedrows.h"

#include <QAbstractListModel>
#include <QCache>
#include <QPointer>
#include <QTimer>

/// What was sent and received and what became of the sockets, as rows to show: a window on the rows of a transcript.
/// Holds no bytes; records are read and text is made for the rows that are asked for. Where the oldest are gone because
/// the disk limit was reached, or gave way because there are too many rows, the first row says how many. Below all rows
/// stand the messages whose end has not come for a while, as far as they have come: such a row goes when its message is
/// whole and has a row of its own, or with too many of them there is a last row that sums them up. GUI thread.
class TranscriptModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr qsizetype ShownLength = 400; ///< characters of a message that a row shows
    static constexpr std::chrono::milliseconds Patience{150}; ///< once or twice, until what has no end is listed

    enum class Direction : quint8 { None, In, Out };
    enum class TimeStamp : quint8 {
        Absolute, ///< the time of day
        Relative, ///< since the first row
        Delta,    ///< since the row before
    };

    enum Role {
        TimeRole = Qt::UserRole + 1, ///< qint64, ms since 1970-01-01T00:00Z; invalid on a row that only tells of
                                     ///< others, or is no longer kept
        TimeTextRole,                ///< as the time stamps are chosen
        SocketRole,                  ///< SocketId
        KindRole,                    ///< Record::Kind as int; -1 on a row that only tells of others
        DirectionRole,               ///< Direction as int
        TextRole,                    ///< the message's visible text, shortened, or the sentence of what happened
        MarksRole,                   ///< "goes on", "unfinished", "12,345 bytes": what the text alone does not tell
    };

    /// The rows are not owned; they must outlive the model or be replaced first.
    explicit TranscriptModel(TranscriptRows *rows = nullptr, QObject *parent = nullptr);

    void setRows(TranscriptRows *rows);
    TranscriptRows *rows() const { return m_rows; }

    /// Takes what is there now out of sight. Nothing is forgotten: `showCleared` brings it back.
    void clear();
    void showCleared();
    bool hasCleared() const { return m_clearedTo > 0; }

    /// Whether rows say which socket they are of: `#3`.
    void setSocketNumbersShown(bool shown);
    bool socketNumbersShown() const { return m_socketNumbersShown; }
    void setTimeStamp(TimeStamp kind);
    TimeStamp timeStamp() const { return m_timeStamp; }
    /// The language changed: every row reads differently now.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// Without the row that tells what is gone and those of unfinished messages.
    qsizetype shownCount() const { return qsizetype(m_end - m_first); }
    /// How many there would be without a filter.
    quint64 unfilteredCount() const;
    bool isUnfinished(qsizetype row) const { return row >= noticeRows() + shownCount(); }
    /// Those that have a row each: the last rows, in this order. None where one row sums them up.
    QList<UnfinishedMessage> listedUnfinished() const;
    /// The row of an unfinished message; -1: it has none, or is whole by now.
    qsizetype rowOfUnfinished(const UnfinishedMessage::Identity &message) const;
    /// Of what is to be seen: all, also those that have no row yet.
    UnfinishedMessages unfinished() const { return {m_unfinishedEnd, m_unfinished.all()}; }
    quint64 goneRecords() const { return m_notice.goneRecords; }
    /// The record of a row; empty for a row that only tells of others.
    std::optional<Record> recordAt(qsizetype row) const;
    /// Where a row is in the store; empty for a row that only tells of others.
    std::optional<MessageRow> rowAt(qsizetype row) const;
    /// The number that a row has among all that match, and the other way round: it stays when older ones go. Unfinished
    /// messages have none yet.
    quint64 numberOf(qsizetype row) const { return m_first + quint64(row - noticeRows()); }
    qsizetype rowOf(quint64 number) const { return qsizetype(number - m_first) + noticeRows(); }
    quint64 firstNumber() const { return m_first; }
    quint64 endNumber() const { return m_end; }
    Encoding encodingOf(SocketId socket) const;
    const RowsView &view() const { return m_view; } ///< a copy can be read by any thread

    /// The whole text, not shortened: control characters but tabs and line breaks stay pictures.
    QString wholeText(qsizetype row) const;
    /// The same of a range of rows, one below the other; with date, time, socket and direction in front.
    QString copyText(qsizetype first, qsizetype last, bool withTimes) const;
    static Direction direction(const Record &record);
    /// "RX ←", "TX →", "·".
    static QString directionText(Direction direction);

private:
    /// A message whose end has not come, as it is listed; or what sums them up.
    struct Unfinished
    {
        UnfinishedMessage message;
        bool isSummary = false;
        mutable QSharedPointer<const Record> record; // once it was read
    };

    bool isNotice(qsizetype row) const { return row < noticeRows(); }
    const Unfinished *unfinishedAt(qsizetype row) const;
    qsizetype noticeRows() const { return m_noticeShown ? 1 : 0; }

    void grow();
    void dropGone();
    void replace();
    void showNotice();
    TranscriptNotice currentNotice() const;
    bool isNoticeWanted() const;
    void takeUnfinished();
    void handOver(quint64 from);
    void settleUnfinished();
    void markBroken(quint64 number);
    void listUnfinished();
    void putUnfinished(qsizetype place, const Unfinished &unfinished);
    QSharedPointer<const Record> grown(const QSharedPointer<const Record> &before, const MessageRow &row) const;
    QList<Unfinished> wantedUnfinished() const;
    const Record &read(qsizetype row) const;

    static QVariant noticeData(const QString &sentence, int role);
    QString sentenceAt(qsizetype row) const;
    QVariant recordData(qsizetype row, int role) const;
    QString timeText(qsizetype row) const;
    QString marks(qsizetype row) const;
    bool isValid(const Record &record, qsizetype row) const;
    QString line(qsizetype row) const;
    QString numberText(SocketId socket) const;
    QString stamp(const Record &record) const;

    QPointer<TranscriptRows> m_rows;
    RowsView m_view;     // what the rows below are of
    quint64 m_first = 0; // the numbers of the rows that are shown
    quint64 m_end = 0;
    quint64 m_clearedTo = 0;                           // the record before which all is out of sight
    mutable std::unique_ptr<MessageReader> m_reader;
    mutable QCache<quint64, Record> m_read;            // by number
    mutable TextCheck m_check;                         // of long messages
    TranscriptNotice m_notice;                         // of what is gone as far as was looked
    bool m_noticeShown = false;                        // in the first row
    UnfinishedRows m_unfinished;
    quint64 m_unfinishedEnd = 0; // the number of the row that came next then
    QList<Unfinished> m_listed;  // the rows of them
    QTimer m_patience;
    bool m_socketNumbersShown = true;
    TimeStamp m_timeStamp = TimeStamp::Absolute;
};
