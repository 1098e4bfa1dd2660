#include "outcomemodel.h"

#include "rowranges.h"

using namespace Qt::StringLiterals;

static constexpr int MaxChangedRanges = 32;

OutcomeModel::OutcomeModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void OutcomeModel::begin(quint64 ticket)
{
    beginResetModel();
    m_ticket = ticket;
    m_rows.clear();
    m_rowOf.clear();
    m_counts = {};
    endResetModel();
    Q_EMIT countsChanged();
}

void OutcomeModel::clear()
{
    if (m_ticket != NoTicket)
        begin(NoTicket);
}

void OutcomeModel::apply(const QList<SendOutcome> &outcomes)
{
    QList<SendOutcome> added;
    QList<int> rows;
    const int before = int(m_rows.size());
    for (const SendOutcome &outcome : outcomes) {
        if (outcome.ticket != m_ticket)
            continue;
        const int row = m_rowOf.value(outcome.socket, -1);
        if (row < 0) {
            m_rowOf.insert(outcome.socket, before + int(added.size()));
            added.append(outcome);
            ++counter(outcome.state);
            continue;
        }
        SendOutcome &known = row < before ? m_rows[row] : added[row - before];
        --counter(known.state);
        ++counter(outcome.state);
        known = outcome;
        if (row < before)
            rows.append(row);
    }
    for (const auto &[first, last] : contiguousRanges(rows, MaxChangedRanges))
        Q_EMIT dataChanged(index(first), index(last));
    append(added);
    if (!rows.isEmpty() || !added.isEmpty())
        Q_EMIT countsChanged();
}

void OutcomeModel::append(const QList<SendOutcome> &outcomes)
{
    if (outcomes.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(outcomes.size()) - 1);
    m_rows += outcomes;
    endInsertRows();
}

qsizetype &OutcomeModel::counter(SendOutcome::State state)
{
    switch (state) {
    case SendOutcome::State::Queued: return m_counts.queued;
    case SendOutcome::State::Sent: return m_counts.sent;
    case SendOutcome::State::Failed: return m_counts.failed;
    }
    Q_UNREACHABLE();
    return m_counts.failed;
}

QList<SendOutcome> OutcomeModel::unfinished(qsizetype most) const
{
    QList<SendOutcome> found;
    for (auto row = m_rows.cbegin(); row != m_rows.cend() && found.size() < most; ++row) {
        if (row->state != SendOutcome::State::Sent)
            found.append(*row);
    }
    return found;
}

QString OutcomeModel::stateText(const SendOutcome &outcome)
{
    switch (outcome.state) {
    case SendOutcome::State::Queued: return tr("queued");
    case SendOutcome::State::Sent: return tr("sent");
    case SendOutcome::State::Failed: break;
    }
    if (!outcome.problem.isEmpty())
        return tr("failed: %1").arg(outcome.problem);
    if (outcome.reason == CloseReason::None)
        return tr("failed: it can't be sent to any more");
    return tr("failed: %1").arg(closeReasonText(outcome.reason));
}

void OutcomeModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    Q_EMIT countsChanged();
}

int OutcomeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OutcomeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SendOutcome &outcome = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return u"#%1  %2"_s.arg(outcome.socket).arg(stateText(outcome));
    case IdRole: return QVariant::fromValue(outcome.socket);
    case StateRole: return int(outcome.state);
    default: return {};
    }
}
