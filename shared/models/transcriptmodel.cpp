#include "transcriptmodel.h"

#include <algorithm>

static constexpr int RememberedRecords = 2048;
static constexpr quint32 ReadBytes = 8192; // of a message, for its row: more than ShownLength characters need
static constexpr quint64 SummaryPlace = ~quint64(0); // where no message begins

TranscriptModel::TranscriptModel(TranscriptRows *rows, QObject *parent)
    : QAbstractListModel(parent)
    , m_read(RememberedRecords)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &TranscriptModel::settleUnfinished);
    connect(&m_check, &TextCheck::foundBroken, this, &TranscriptModel::markBroken);
    setRows(rows);
}

void TranscriptModel::setRows(TranscriptRows *rows)
{
    if (m_rows)
        m_rows->disconnect(this);
    m_rows = rows;
    m_clearedTo = 0;
    if (rows) {
        connect(rows, &TranscriptRows::grown, this, &TranscriptModel::grow);
        connect(rows, &TranscriptRows::replaced, this, &TranscriptModel::replace);
    }
    replace();
}

/// What the rows are made of is another now, or what of them is to be seen.
void TranscriptModel::replace()
{
    beginResetModel();
    m_read.clear();
    m_reader.reset();
    m_view = m_rows ? m_rows->view() : RowsView();
    m_first = m_end = 0;
    m_notice = {};
    m_unfinished = {};
    m_listed.clear();
    m_patience.stop();
    m_check.setStore(m_view.store);
    if (m_rows) {
        m_reader = std::make_unique<MessageReader>(m_view.store);
        m_notice = currentNotice();
        m_end = m_view.end();
        m_first = qMin(m_end, m_view.numberFrom(qMax(m_notice.goneRecords, m_clearedTo)));
    }
    m_noticeShown = m_rows && isNoticeWanted();
    if (m_rows) {
        takeUnfinished();
        m_unfinished.settleAll();
        m_listed = wantedUnfinished();
    }
    endResetModel();
}

/// Only where it fits the rows that are shown: else the rows are about to be caught up with.
void TranscriptModel::takeUnfinished()
{
    UnfinishedMessages now = m_view.unfinished();
    if (now.end != m_end)
        return;
    m_unfinishedEnd = now.end;
    now.messages.removeIf([this](const UnfinishedMessage &message) { return message.row.record < m_clearedTo; });
    m_unfinished.update(now.messages);
}

void TranscriptModel::settleUnfinished()
{
    m_unfinished.settle();
    listUnfinished();
}

void TranscriptModel::markBroken(quint64 number)
{
    if (number < m_first || number >= m_end)
        return;
    const QModelIndex broken = index(int(rowOf(number)));
    Q_EMIT dataChanged(broken, broken);
}

QList<TranscriptModel::Unfinished> TranscriptModel::wantedUnfinished() const
{
    QList<Unfinished> wanted;
    if (m_unfinished.isSummedUp())
        wanted.append(Unfinished{{{}, SummaryPlace}, true, {}});
    const QList<UnfinishedMessage> messages = m_unfinished.listed();
    for (const UnfinishedMessage &message : messages)
        wanted.append(Unfinished{message, false, {}});
    return wanted;
}

static bool isSame(const UnfinishedMessage &one, const UnfinishedMessage &other)
{
    return one.identity() == other.identity();
}

/// Makes the last rows those of what is unfinished now. Both are in the same order.
void TranscriptModel::listUnfinished()
{
    const QList<Unfinished> wanted = wantedUnfinished();
    const auto isWanted = [&wanted](const Unfinished &listed) {
        return std::any_of(wanted.cbegin(), wanted.cend(),
                           [&](const Unfinished &other) { return isSame(other.message, listed.message); });
    };
    for (qsizetype i = m_listed.size() - 1; i >= 0; --i) {
        if (isWanted(m_listed[i]))
            continue;
        const int row = int(noticeRows() + shownCount() + i);
        beginRemoveRows({}, row, row);
        m_listed.removeAt(i);
        endRemoveRows();
    }
    for (qsizetype i = 0; i < wanted.size(); ++i)
        putUnfinished(i, wanted[i]);
    if (!m_unfinished.isSettled() && !m_patience.isActive())
        m_patience.start();
}

void TranscriptModel::putUnfinished(qsizetype place, const Unfinished &unfinished)
{
    const int row = int(noticeRows() + shownCount() + place);
    if (place == m_listed.size() || !isSame(m_listed[place].message, unfinished.message)) {
        beginInsertRows({}, row, row);
        m_listed.insert(place, unfinished);
        endInsertRows();
    } else if (unfinished.isSummary || m_listed[place].message.row.length != unfinished.message.row.length) {
        const auto record = grown(m_listed[place].record, unfinished.message.row);
        m_listed[place] = unfinished;
        m_listed[place].record = record;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

/// The front of a message that grew is what it was: where all that a row shows was read, it is not read again, as it may
/// lie in very many reads. Null: there is more to show.
QSharedPointer<const Record> TranscriptModel::grown(const QSharedPointer<const Record> &before, const MessageRow &row) const
{
    if (!before || before->message.wire.size() < qsizetype(ReadBytes))
        return {};
    const auto record = QSharedPointer<Record>::create(*before);
    record->time = m_reader->time(row) / 1'000'000;
    return record;
}

QList<UnfinishedMessage> TranscriptModel::listedUnfinished() const
{
    QList<UnfinishedMessage> messages;
    for (const Unfinished &listed : m_listed) {
        if (!listed.isSummary)
            messages.append(listed.message);
    }
    return messages;
}

qsizetype TranscriptModel::rowOfUnfinished(const UnfinishedMessage::Identity &message) const
{
    const auto isIt = [&message](const Unfinished &listed) { return listed.message.identity() == message; };
    const auto found = std::find_if(m_listed.cbegin(), m_listed.cend(), isIt);
    return found == m_listed.cend() ? -1 : noticeRows() + shownCount() + (found - m_listed.cbegin());
}

TranscriptNotice TranscriptModel::currentNotice() const
{
    const MessageIndex &index = *m_view.index;
    return {m_view.store->goneRecords(), m_view.store->goneBytes(), index.unlisted(), index.mostRows()};
}

/// Not while all that it could tell of was taken out of sight.
bool TranscriptModel::isNoticeWanted() const
{
    const MessageIndex &index = *m_view.index;
    return m_notice.goneRecords > m_clearedTo
        || (m_notice.unlisted > 0 && (m_clearedTo == 0 || index.rowFrom(m_clearedTo) == index.rows().first()));
}

void TranscriptModel::grow()
{
    if (currentNotice() != m_notice || m_view.first() > m_first)
        dropGone();
    const quint64 end = m_view.end();
    if (end > m_end) {
        const int row = int(noticeRows() + shownCount());
        beginInsertRows({}, row, int(row + qsizetype(end - m_end) - 1));
        m_end = end;
        endInsertRows();
    }
    const quint64 from = m_unfinishedEnd;
    takeUnfinished();
    handOver(from);
    listUnfinished();
}

/// What is whole now has a row from this number on: who held on to the unfinished one, as a selection does, gets that.
void TranscriptModel::handOver(quint64 from)
{
    if (m_listed.isEmpty() || !m_view.query.text.isEmpty())
        return;
    const QList<UnfinishedMessage> &waiting = m_unfinished.all();
    const QModelIndexList held = persistentIndexList();
    for (qsizetype i = 0; i < m_listed.size(); ++i) {
        const UnfinishedMessage &message = m_listed[i].message;
        const QModelIndex old = index(int(noticeRows() + shownCount() + i));
        const auto isIt = [&message](const UnfinishedMessage &other) { return isSame(other, message); };
        if (m_listed[i].isSummary || !held.contains(old) || std::any_of(waiting.cbegin(), waiting.cend(), isIt))
            continue;
        quint64 number = qMax(from, m_first);
        while (number < m_end && !m_view.at(number).isOfSameStream(message.row))
            ++number;
        if (number == m_end)
            continue;
        const QModelIndex whole = index(int(rowOf(number)));
        changePersistentIndex(old, whole);
        Q_EMIT dataChanged(whole, whole);
    }
}

/// Before the new rows are taken in: there are never more than the index has.
void TranscriptModel::dropGone()
{
    m_notice = currentNotice();
    if (isNoticeWanted())
        showNotice();
    const quint64 first = m_view.numberFrom(m_notice.goneRecords);
    if (first > m_first && m_end > m_first) {
        const qsizetype count = qsizetype(qMin(first, m_end) - m_first);
        beginRemoveRows({}, int(noticeRows()), int(noticeRows() + count - 1));
        m_first += quint64(count);
        endRemoveRows();
    }
    m_first = qMax(m_first, first);
    m_end = qMax(m_end, m_first); // those between came and went unseen
    m_rows->dropBefore(m_notice.goneRecords);
    if (m_noticeShown)
        Q_EMIT dataChanged(index(0), index(0));
}

void TranscriptModel::showNotice()
{
    if (m_noticeShown)
        return;
    beginInsertRows({}, 0, 0);
    m_noticeShown = true;
    endInsertRows();
}

void TranscriptModel::clear()
{
    if (!m_rows)
        return;
    m_clearedTo = m_view.index->framedTo();
    replace();
}

void TranscriptModel::showCleared()
{
    m_clearedTo = 0;
    replace();
}

void TranscriptModel::setSocketNumbersShown(bool shown)
{
    if (m_socketNumbersShown == shown)
        return;
    m_socketNumbersShown = shown;
    retranslate();
}

void TranscriptModel::setTimeStamp(TimeStamp kind)
{
    m_timeStamp = kind;
    retranslate();
}

void TranscriptModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(noticeRows() + shownCount() + m_listed.size());
}

quint64 TranscriptModel::unfilteredCount() const
{
    return m_rows ? m_view.index->rows().end() - m_view.index->rowFrom(qMax(m_notice.goneRecords, m_clearedTo)) : 0;
}

const TranscriptModel::Unfinished *TranscriptModel::unfinishedAt(qsizetype row) const
{
    return isUnfinished(row) ? &m_listed.at(row - noticeRows() - shownCount()) : nullptr;
}

std::optional<MessageRow> TranscriptModel::rowAt(qsizetype row) const
{
    if (row < 0 || row >= rowCount() || isNotice(row))
        return {};
    if (const Unfinished *unfinished = unfinishedAt(row))
        return unfinished->isSummary ? std::nullopt : std::optional(unfinished->message.row);
    return m_view.at(numberOf(row));
}

std::optional<Record> TranscriptModel::recordAt(qsizetype row) const
{
    const auto place = rowAt(row);
    return place ? std::optional(m_reader->record(*place)) : std::nullopt;
}

Encoding TranscriptModel::encodingOf(SocketId socket) const
{
    return m_view.index->interpretations().of(socket).encoding;
}

/// Of a row that has one; of a long message only what the row shows.
const Record &TranscriptModel::read(qsizetype row) const
{
    if (const Unfinished *unfinished = unfinishedAt(row)) {
        if (!unfinished->record)
            unfinished->record = QSharedPointer<Record>::create(m_reader->record(unfinished->message.row, ReadBytes));
        return *unfinished->record;
    }
    const quint64 number = numberOf(row);
    if (const Record *known = m_read.object(number))
        return *known;
    m_read.insert(number, new Record(m_reader->record(m_view.at(number), ReadBytes)));
    return *m_read.object(number);
}
