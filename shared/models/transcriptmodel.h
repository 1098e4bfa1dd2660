#pragma once

#include "recordlog.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>

#include <chrono>
#include <deque>

/// What was sent and received and what became of the sockets: a row per record. Holds values only; text is made for
/// the rows that are asked for. When it is full the oldest rows go, and the first row says how many. GUI thread.
class TranscriptModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxRows = 1'000'000;
    static constexpr qint64 MaxBytes = 256 * 1024 * 1024; ///< of messages, terminators included
    static constexpr qsizetype ShownLength = 400;         ///< characters of a message that a row shows

    enum class Direction : quint8 { None, In, Out };

    enum Role {
        TimeRole = Qt::UserRole + 1, ///< qint64, ms since 1970-01-01T00:00Z; invalid on the row that tells what is gone
        SocketRole,                  ///< SocketId
        KindRole,                    ///< Record::Kind as int; -1 on the row that tells what is gone
        DirectionRole,               ///< Direction as int
        TextRole,                    ///< the message's visible text, shortened, or the sentence of what happened
        MarksRole,                   ///< "goes on", "not UTF-8", "12,345 bytes": what the text alone does not tell
    };

    /// What one step of a search found.
    struct FindStep
    {
        qsizetype row = -1;  ///< the match
        qsizetype next = -1; ///< where to go on when the time is up; -1 with no match: the end was reached
    };

    explicit TranscriptModel(QObject *parent = nullptr);
    /// The same with other bounds.
    TranscriptModel(qsizetype maxRows, qint64 maxBytes, QObject *parent = nullptr);

    void append(const QList<Record> &records);
    void clear();

    /// Narrows the rows to these sockets; empty: all.
    void setSockets(const QSet<SocketId> &sockets);
    QSet<SocketId> sockets() const { return m_sockets; }
    /// Whether rows say which socket they are of: `#3`.
    void setSocketNumbersShown(bool shown);
    bool socketNumbersShown() const { return m_socketNumbersShown; }
    /// The language changed: every row reads differently now.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    qsizetype recordCount() const { return m_log.size(); } ///< of all sockets
    qsizetype shownCount() const;                          ///< without the row that tells what is gone
    quint64 droppedRows() const { return m_log.droppedRows(); }
    quint64 droppedBytes() const { return m_log.droppedBytes(); }
    /// The record of a row; null for the row that tells what is gone. Valid until the model changes.
    const Record *recordAt(qsizetype row) const;

    /// The whole text, not shortened: control characters but tabs and line breaks stay pictures.
    QString wholeText(qsizetype row) const;
    /// The same of a range of rows, one below the other; with date, time, socket and direction in front.
    QString copyText(qsizetype first, qsizetype last, bool withTimes) const;
    static Direction direction(const Record &record);
    /// "RX ←", "TX →", "·".
    static QString directionText(Direction direction);

    /// The next row, from this one on, whose text holds `text`; -1: none. Upper and lower case are the same.
    qsizetype findNext(const QString &text, qsizetype fromRow, bool backwards = false) const;
    /// The same for at most this long.
    FindStep findStep(const QString &text, qsizetype fromRow, bool backwards, std::chrono::milliseconds patience) const;

private:
    bool isFiltered() const { return !m_sockets.isEmpty(); }
    bool isNotice(qsizetype row) const { return row < noticeRows(); }
    qsizetype noticeRows() const { return m_notice ? 1 : 0; }
    quint64 numberAt(qsizetype row) const;

    std::deque<quint64> matching(quint64 firstNumber) const;
    void insert(const QList<Record> &records);
    void dropOldest();
    void showNotice();
    qsizetype rowsOfOldest(qsizetype records) const;

    QVariant noticeData(int role) const;
    QString noticeText() const;
    QVariant recordData(qsizetype row, int role) const;
    QString marks(qsizetype row) const;
    bool isMarkedUtf8(qsizetype row) const;
    QString line(qsizetype row) const;
    QString numberText(SocketId socket) const;
    QString stamp(const Record &record) const;
    bool matches(qsizetype row, const QString &text) const;

    RecordLog m_log;
    std::deque<quint64> m_shown; // while narrowed: the numbers of the records that are rows
    QSet<SocketId> m_sockets;
    mutable QCache<quint64, bool> m_utf8; // by number: whether a message is; it takes long to check a long one
    bool m_notice = false; // whether the first row tells what is gone, and what it tells:
    quint64 m_toldRows = 0;
    quint64 m_toldBytes = 0;
    bool m_socketNumbersShown = true;
};
