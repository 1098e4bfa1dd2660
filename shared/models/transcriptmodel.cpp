#include "transcriptmodel.h"

#include "messagetext.h"
#include "recordtext.h"
#include "text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

static constexpr int RememberedRecords = 2048;
static constexpr qsizetype CostUnit = 4096; // bytes of a remembered message that count as one record
static constexpr int RememberedChecks = 512;
static constexpr qsizetype QuicklyChecked = 4096; // bytes

/// `+12.345`: seconds with milliseconds.
static QString secondsText(qint64 milliseconds)
{
    const qint64 size = qAbs(milliseconds);
    return u"%1%2.%3"_s.arg(QChar(milliseconds < 0 ? u'-' : u'+')).arg(size / 1000).arg(size % 1000, 3, 10, QChar(u'0'));
}

TranscriptModel::TranscriptModel(TranscriptRows *rows, QObject *parent)
    : QAbstractListModel(parent)
    , m_read(RememberedRecords)
    , m_valid(RememberedChecks)
{
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
    m_valid.clear();
    m_reader.reset();
    m_view = m_rows ? m_rows->view() : RowsView();
    m_first = m_end = 0;
    m_notice = {};
    if (m_rows) {
        m_reader = std::make_unique<MessageReader>(m_view.store);
        m_notice = currentNotice();
        m_end = m_view.end();
        m_first = qMin(m_end, m_view.numberFrom(qMax(m_notice.goneRecords, m_clearedTo)));
    }
    m_noticeShown = m_rows && isNoticeWanted();
    endResetModel();
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
    if (end <= m_end)
        return;
    beginInsertRows({}, rowCount(), int(rowCount() + qsizetype(end - m_end) - 1));
    m_end = end;
    endInsertRows();
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
    return parent.isValid() ? 0 : int(noticeRows() + shownCount());
}

std::optional<MessageRow> TranscriptModel::rowAt(qsizetype row) const
{
    if (row < noticeRows() || row >= rowCount())
        return {};
    return m_view.at(numberOf(row));
}

std::optional<Record> TranscriptModel::recordAt(qsizetype row) const
{
    if (row < noticeRows() || row >= rowCount())
        return {};
    return read(row);
}

Encoding TranscriptModel::encodingOf(SocketId socket) const
{
    return m_view.index->interpretations().of(socket).encoding;
}

const Record &TranscriptModel::read(qsizetype row) const
{
    const quint64 number = numberOf(row);
    if (const Record *known = m_read.object(number))
        return *known;
    auto *record = new Record(m_reader->record(m_view.at(number)));
    const qsizetype cost = qMin<qsizetype>(1 + record->message.wire.size() / CostUnit, RememberedRecords);
    m_read.insert(number, record, cost);
    return *m_read.object(number);
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return isNotice(index.row()) ? noticeData(role) : recordData(index.row(), role);
}

QVariant TranscriptModel::noticeData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TextRole: return m_notice.text();
    case KindRole: return -1;
    case DirectionRole: return int(Direction::None);
    default: return {};
    }
}

QVariant TranscriptModel::recordData(qsizetype row, int role) const
{
    const Record &record = read(row);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return line(row);
    case TimeRole: return record.time;
    case TimeTextRole: return timeText(row);
    case SocketRole: return record.socket;
    case KindRole: return int(record.kind);
    case DirectionRole: return int(direction(record));
    case TextRole: return record.hasMessage() ? shortText(record.message, ShownLength, encodingOf(record.socket)) : recordText(record);
    case MarksRole: return marks(record, numberOf(row));
    default: return {};
    }
}

TranscriptModel::Direction TranscriptModel::direction(const Record &record)
{
    switch (record.kind) {
    case Record::Kind::Received: return Direction::In;
    case Record::Kind::Sent: return Direction::Out;
    default: return Direction::None;
    }
}

QString TranscriptModel::directionText(Direction direction)
{
    switch (direction) {
    case Direction::In: return tr("RX ←");
    case Direction::Out: return tr("TX →");
    case Direction::None: break;
    }
    return u"·"_s;
}

QString TranscriptModel::timeText(qsizetype row) const
{
    const qint64 time = read(row).time;
    if (m_timeStamp == TimeStamp::Absolute)
        return QDateTime::fromMSecsSinceEpoch(time).toString(u"HH:mm:ss.zzz"_s);
    const qsizetype other = m_timeStamp == TimeStamp::Relative ? noticeRows() : qMax(noticeRows(), row - 1);
    return secondsText(time - read(other).time);
}

QString TranscriptModel::marks(const Record &record, quint64 number) const
{
    if (!record.hasMessage())
        return {};
    return messageMarks(record.message, ShownLength, isValid(record, number), encodingOf(record.socket));
}

bool TranscriptModel::isValid(const Record &record, quint64 number) const
{
    const auto check = [&] { return isValidIn(encodingOf(record.socket), record.message); };
    if (record.message.wire.size() <= QuicklyChecked)
        return check();
    if (const bool *known = m_valid.object(number))
        return *known;
    const bool valid = check();
    m_valid.insert(number, new bool(valid));
    return valid;
}

QString TranscriptModel::numberText(SocketId socket) const
{
    return m_socketNumbersShown && socket != ListenerId ? u"#%1"_s.arg(socket) : QString();
}

QString TranscriptModel::line(qsizetype row) const
{
    const Record record = read(row);
    QStringList parts{timeText(row), numberText(record.socket), directionText(direction(record)),
                      recordData(row, TextRole).toString(), marks(record, numberOf(row))};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString TranscriptModel::stamp(const Record &record) const
{
    const QString time = QDateTime::fromMSecsSinceEpoch(record.time).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    QStringList parts{time, numberText(record.socket), directionText(direction(record))};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString TranscriptModel::wholeText(qsizetype row) const
{
    const auto record = recordAt(row);
    if (!record)
        return m_notice.text();
    return record->hasMessage() ? copyableText(record->message, encodingOf(record->socket)) : recordText(*record);
}

QString TranscriptModel::copyText(qsizetype first, qsizetype last, bool withTimes) const
{
    QStringList lines;
    for (qsizetype row = first; row <= last; ++row) {
        const auto record = recordAt(row);
        lines.append(withTimes && record ? stamp(*record) + u' ' + wholeText(row) : wholeText(row));
    }
    return lines.join(u'\n');
}
