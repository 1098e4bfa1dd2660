#include "transcriptmodel.h"

#include "messagetext.h"
#include "recordtext.h"
#include "text.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QLocale>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

static constexpr int RememberedChecks = 512;
static constexpr qsizetype QuicklyChecked = 4096; // bytes

TranscriptModel::TranscriptModel(QObject *parent)
    : TranscriptModel(MaxRows, MaxBytes, parent)
{
}

TranscriptModel::TranscriptModel(qsizetype maxRows, qint64 maxBytes, QObject *parent)
    : QAbstractListModel(parent)
    , m_log(maxRows, maxBytes)
    , m_utf8(RememberedChecks)
{
}

void TranscriptModel::append(const QList<Record> &records)
{
    if (records.isEmpty())
        return;
    insert(records);
    dropOldest();
}

void TranscriptModel::insert(const QList<Record> &records)
{
    const quint64 firstNumber = m_log.endNumber();
    std::deque<quint64> shown;
    for (qsizetype i = 0; isFiltered() && i < records.size(); ++i) {
        if (m_sockets.contains(records[i].socket))
            shown.push_back(firstNumber + quint64(i));
    }
    const qsizetype count = isFiltered() ? qsizetype(shown.size()) : records.size();
    if (count > 0)
        beginInsertRows({}, rowCount(), int(rowCount() + count - 1));
    m_log.append(records);
    m_shown.insert(m_shown.end(), shown.begin(), shown.end());
    if (count > 0)
        endInsertRows();
}

void TranscriptModel::dropOldest()
{
    const qsizetype excess = m_log.excess();
    if (excess == 0)
        return;
    showNotice();
    const qsizetype rows = rowsOfOldest(excess);
    if (rows > 0)
        beginRemoveRows({}, int(noticeRows()), int(noticeRows() + rows - 1));
    m_log.drop(excess);
    if (isFiltered())
        m_shown.erase(m_shown.begin(), m_shown.begin() + rows);
    if (rows > 0)
        endRemoveRows();
    m_toldRows = m_log.droppedRows();
    m_toldBytes = m_log.droppedBytes();
    Q_EMIT dataChanged(index(0), index(0));
}

void TranscriptModel::showNotice()
{
    if (m_notice)
        return;
    beginInsertRows({}, 0, 0);
    m_notice = true;
    endInsertRows();
}

qsizetype TranscriptModel::rowsOfOldest(qsizetype records) const
{
    if (!isFiltered())
        return records;
    return std::lower_bound(m_shown.begin(), m_shown.end(), m_log.firstNumber() + quint64(records)) - m_shown.begin();
}

void TranscriptModel::clear()
{
    beginResetModel();
    m_log.clear();
    m_shown.clear();
    m_utf8.clear();
    m_notice = false;
    m_toldRows = 0;
    m_toldBytes = 0;
    endResetModel();
}

void TranscriptModel::setSockets(const QSet<SocketId> &sockets)
{
    if (sockets == m_sockets)
        return;
    beginResetModel();
    m_sockets = sockets;
    m_shown = isFiltered() ? matching(m_log.firstNumber()) : std::deque<quint64>();
    endResetModel();
}

std::deque<quint64> TranscriptModel::matching(quint64 firstNumber) const
{
    std::deque<quint64> numbers;
    for (quint64 number = firstNumber; number < m_log.endNumber(); ++number) {
        if (m_sockets.contains(m_log.at(number).socket))
            numbers.push_back(number);
    }
    return numbers;
}

void TranscriptModel::setSocketNumbersShown(bool shown)
{
    if (m_socketNumbersShown == shown)
        return;
    m_socketNumbersShown = shown;
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

qsizetype TranscriptModel::shownCount() const
{
    return isFiltered() ? qsizetype(m_shown.size()) : m_log.size();
}

quint64 TranscriptModel::numberAt(qsizetype row) const
{
    const qsizetype position = row - noticeRows();
    return isFiltered() ? m_shown[size_t(position)] : m_log.firstNumber() + quint64(position);
}

const Record *TranscriptModel::recordAt(qsizetype row) const
{
    if (row < noticeRows() || row >= rowCount())
        return nullptr;
    return &m_log.at(numberAt(row));
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
    case TextRole: return noticeText();
    case KindRole: return -1;
    case DirectionRole: return int(Direction::None);
    default: return {};
    }
}

QString TranscriptModel::noticeText() const
{
    const int rows = int(qMin<quint64>(m_toldRows, INT_MAX));
    return tr("%Ln older row(s) with %1 bytes are gone: the transcript is full.", nullptr, rows)
        .arg(QLocale().toString(m_toldBytes));
}

QVariant TranscriptModel::recordData(qsizetype row, int role) const
{
    const Record &record = *recordAt(row);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return line(row);
    case TimeRole: return record.time;
    case SocketRole: return record.socket;
    case KindRole: return int(record.kind);
    case DirectionRole: return int(direction(record));
    case TextRole: return record.hasMessage() ? shortText(record.message, ShownLength) : recordText(record);
    case MarksRole: return marks(row);
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

QString TranscriptModel::marks(qsizetype row) const
{
    const Message &message = recordAt(row)->message;
    return recordAt(row)->hasMessage() ? messageMarks(message, ShownLength, isMarkedUtf8(row)) : QString();
}

bool TranscriptModel::isMarkedUtf8(qsizetype row) const
{
    const Message &message = recordAt(row)->message;
    if (message.wire.size() <= QuicklyChecked)
        return isUtf8(message);
    const quint64 number = numberAt(row);
    if (const bool *known = m_utf8.object(number))
        return *known;
    const bool utf8 = isUtf8(message);
    m_utf8.insert(number, new bool(utf8));
    return utf8;
}

QString TranscriptModel::numberText(SocketId socket) const
{
    return m_socketNumbersShown && socket != ListenerId ? u"#%1"_s.arg(socket) : QString();
}

QString TranscriptModel::line(qsizetype row) const
{
    const Record &record = *recordAt(row);
    const QString time = QDateTime::fromMSecsSinceEpoch(record.time).toString(u"HH:mm:ss.zzz"_s);
    QStringList parts{time, numberText(record.socket), directionText(direction(record)),
                      recordData(row, TextRole).toString(), marks(row)};
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
    const Record *record = recordAt(row);
    if (!record)
        return noticeText();
    return record->hasMessage() ? copyableText(record->message) : recordText(*record);
}

QString TranscriptModel::copyText(qsizetype first, qsizetype last, bool withTimes) const
{
    QStringList lines;
    for (qsizetype row = first; row <= last; ++row) {
        const Record *record = recordAt(row);
        lines.append(withTimes && record ? stamp(*record) + u' ' + wholeText(row) : wholeText(row));
    }
    return lines.join(u'\n');
}

bool TranscriptModel::matches(qsizetype row, const QString &text) const
{
    const Record *record = recordAt(row);
    if (record && record->hasMessage())
        return decodeMessage(record->message).text.contains(text, Qt::CaseInsensitive);
    return wholeText(row).contains(text, Qt::CaseInsensitive);
}

qsizetype TranscriptModel::findNext(const QString &text, qsizetype fromRow, bool backwards) const
{
    return findStep(text, fromRow, backwards, std::chrono::hours(1)).row;
}

TranscriptModel::FindStep TranscriptModel::findStep(const QString &text, qsizetype fromRow, bool backwards,
                                                    std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    const qsizetype rows = text.isEmpty() ? 0 : rowCount();
    const qsizetype step = backwards ? -1 : 1;
    for (qsizetype row = fromRow; row >= 0 && row < rows; row += step) {
        if (matches(row, text))
            return {row, -1};
        if (deadline.hasExpired())
            return {-1, row + step < rows ? row + step : -1};
    }
    return {};
}
