// What the rows of a TranscriptModel say.
#include "transcriptmodel.h"

#include "messagetext.h"
#include "recordtext.h"
#include "text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

static constexpr quint32 QuicklyChecked = 4096; // bytes; not more than is read of each

/// `+12.345`: seconds with milliseconds.
static QString secondsText(qint64 milliseconds)
{
    const qint64 size = qAbs(milliseconds);
    return u"%1%2.%3"_s.arg(QChar(milliseconds < 0 ? u'-' : u'+'))
        .arg(size / 1000)
        .arg(size % 1000, 3, 10, QChar(u'0'));
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QString sentence = sentenceAt(index.row());
    return sentence.isEmpty() ? recordData(index.row(), role) : noticeData(sentence, role);
}

/// Of a row that only tells of others; empty for one that has a record.
QString TranscriptModel::sentenceAt(qsizetype row) const
{
    if (isNotice(row))
        return m_notice.text();
    const Unfinished *unfinished = unfinishedAt(row);
    return unfinished && unfinished->isSummary ? m_unfinished.summary() : QString();
}

QVariant TranscriptModel::noticeData(const QString &sentence, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TextRole: return sentence;
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
    case TimeRole: return record.time > 0 ? QVariant(record.time) : QVariant();
    case TimeTextRole: return timeText(row);
    case SocketRole: return record.socket;
    case KindRole: return int(record.kind);
    case DirectionRole: return int(direction(record));
    case TextRole:
        return record.hasMessage() ? shortText(record.message, ShownLength, encodingOf(record.socket))
                                   : recordText(record);
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

QString TranscriptModel::timeText(qsizetype row) const
{
    const qint64 time = read(row).time;
    if (time == 0)
        return {};
    if (m_timeStamp == TimeStamp::Absolute)
        return QDateTime::fromMSecsSinceEpoch(time).toString(u"HH:mm:ss.zzz"_s);
    const qsizetype other = m_timeStamp == TimeStamp::Relative ? noticeRows() : qMax(noticeRows(), row - 1);
    const qint64 from = read(other).time;
    return from > 0 ? secondsText(time - from) : QString();
}

/// The stream ended, or something is missing in what was kept, before the message did.
static bool lacksItsEnd(const MessageRow &place, bool more, const Framing &framing)
{
    return !more && place.trailerSize == 0 && !framing.terminator().isEmpty();
}

QString TranscriptModel::marks(qsizetype row) const
{
    const Record &record = read(row);
    if (!record.hasMessage())
        return {};
    const MessageRow place = rowAt(row).value_or(MessageRow());
    Message message = record.message;
    QStringList marks;
    if (place.has(MessageRow::Unfinished)) {
        message.more = false; // that is what unfinished means
        marks.append(tr("unfinished, %Ln byte(s) so far", nullptr, int(place.contentSize())));
    } else if (lacksItsEnd(place, message.more, m_view.index->interpretations().of(record.socket).framing)) {
        marks.append(tr("unfinished"));
    }
    if (place.has(MessageRow::Late))
        marks.append(tr("waited for its end until here"));
    marks.append(messageMarks(message, qsizetype(place.contentSize()), ShownLength, isValid(record, row),
                              encodingOf(record.socket)));
    marks.removeAll(QString());
    return marks.join(u" · "_s);
}

/// As far as it is known: a long one is looked at in the background, and once it is whole.
bool TranscriptModel::isValid(const Record &record, qsizetype row) const
{
    const MessageRow place = rowAt(row).value_or(MessageRow());
    if (place.length <= QuicklyChecked)
        return isValidIn(encodingOf(record.socket), record.message);
    return isUnfinished(row) || m_check.isText(numberOf(row), place, encodingOf(record.socket));
}

QString TranscriptModel::numberText(SocketId socket) const
{
    return m_socketNumbersShown && socket != ListenerId ? u"#%1"_s.arg(socket) : QString();
}

QString TranscriptModel::line(qsizetype row) const
{
    const Record record = read(row);
    QStringList parts{timeText(row), numberText(record.socket), directionText(direction(record)),
                      recordData(row, TextRole).toString(), marks(row)};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString TranscriptModel::stamp(const Record &record) const
{
    QString time;
    if (record.time > 0)
        time = QDateTime::fromMSecsSinceEpoch(record.time).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    QStringList parts{time, numberText(record.socket), directionText(direction(record))};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString TranscriptModel::wholeText(qsizetype row) const
{
    const auto record = recordAt(row);
    if (!record)
        return sentenceAt(row);
    return record->hasMessage() ? copyableText(record->message, encodingOf(record->socket)) : recordText(*record);
}

QString TranscriptModel::copyText(qsizetype first, qsizetype last, bool withTimes) const
{
    QStringList lines;
    for (qsizetype row = first; row <= last; ++row) {
        const bool stamped = withTimes && rowAt(row);
        lines.append(stamped ? stamp(read(row)) + u' ' + wholeText(row) : wholeText(row));
    }
    return lines.join(u'\n');
}
