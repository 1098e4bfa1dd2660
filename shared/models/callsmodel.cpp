#include "callsmodel.h"

#include "callmeaning.h"
#include "calltext.h"
#include "transcriptmodel.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

static TranscriptModel::Direction directionOf(Call call)
{
    switch (call) {
    case Call::Receive: return TranscriptModel::Direction::In;
    case Call::Send: return TranscriptModel::Direction::Out;
    default: return TranscriptModel::Direction::None;
    }
}

CallsModel::CallsModel(CallRows *rows, QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(rows)
    , m_reader(rows->store())
{
    connect(rows, &CallRows::grown, this, &CallsModel::grow);
    connect(rows, &CallRows::replaced, this, &CallsModel::replace);
    replace();
}

/// The first row that is listed when the newest one is the one before `end`.
static quint64 firstListed(const CallIndex &index, const TrafficStore &store, quint64 end)
{
    const quint64 kept = qMax(index.rows().first(), index.rowFrom(store.firstNumber()));
    return qMin(end, qMax(kept, end > CallsModel::MostRows ? end - CallsModel::MostRows : 0));
}

void CallsModel::replace()
{
    beginResetModel();
    m_index = m_rows->index();
    m_end = m_index->rows().end();
    m_first = firstListed(*m_index, *m_rows->store(), m_end);
    endResetModel();
}

void CallsModel::grow()
{
    const quint64 end = m_index->rows().end();
    const quint64 first = firstListed(*m_index, *m_rows->store(), end);
    const quint64 gone = qMin(first, m_end);
    if (gone > m_first) {
        beginRemoveRows({}, 0, int(gone - m_first) - 1);
        m_first = gone;
        endRemoveRows();
        m_index->dropBefore(m_rows->store()->firstNumber());
    }
    if (m_first == m_end)
        m_first = m_end = qMax(m_end, first);
    if (end > m_end) {
        beginInsertRows({}, rowCount(), int(end - m_first) - 1);
        m_end = end;
        endInsertRows();
    }
}

int CallsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_end - m_first);
}

std::optional<CallRow> CallsModel::rowAt(qsizetype row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return m_index->rows().at(m_first + quint64(row));
}

QVariant CallsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CallRow row = *rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return line(index.row());
    case Qt::ToolTipRole: return callText(row, m_reader).line() + u'\n' + callMeaning(row.call);
    case Qt::AccessibleDescriptionRole: return callMeaning(row.call);
    case TranscriptModel::TimeRole: return m_reader.at(row.record).value_or(StoredRecord()).time / 1'000'000;
    case TranscriptModel::TimeTextRole: return timeText(row);
    case TranscriptModel::SocketRole: return quint64(row.socket);
    case TranscriptModel::DirectionRole: return int(directionOf(row.call));
    case TranscriptModel::TextRole: return callText(row, m_reader).call;
    case TranscriptModel::MarksRole: return resultText(row);
    default: return {};
    }
}

QString CallsModel::timeText(const CallRow &row) const
{
    const auto record = m_reader.at(row.record);
    return record ? QDateTime::fromMSecsSinceEpoch(record->time / 1'000'000).toString(u"HH:mm:ss.zzz"_s) : QString();
}

QString CallsModel::resultText(const CallRow &row) const
{
    const QString result = callText(row, m_reader).result;
    return result.isEmpty() ? QString() : u"→ "_s + result;
}

QString CallsModel::line(qsizetype row) const
{
    const auto call = rowAt(row);
    return call ? timeText(*call) + u' ' + callText(*call, m_reader).line() : QString();
}

void CallsModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}
