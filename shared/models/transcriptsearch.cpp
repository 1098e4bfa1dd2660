#include "transcriptsearch.h"

#include "transcriptmodel.h"

#include <QDeadlineTimer>

using namespace std::chrono_literals;

static constexpr auto Slice = 6ms; // of a frame of 16

TranscriptSearch::TranscriptSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &TranscriptSearch::work);
}

void TranscriptSearch::setModel(TranscriptModel *model)
{
    stop();
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last - first + 1); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRemoved(first, last - first + 1); });
    connect(model, &QAbstractItemModel::modelReset, this, &TranscriptSearch::onReset);
}

void TranscriptSearch::find(const QString &text, qsizetype fromRow, bool backwards)
{
    if (!m_model || text.isEmpty()) {
        stop();
        return;
    }
    if (text != m_text)
        startCount();
    m_text = text;
    m_row = fromRow;
    m_backwards = backwards;
    m_wrapped = false;
    m_searching = true;
    m_timer.start(0);
}

void TranscriptSearch::stop()
{
    m_timer.stop();
    m_searching = false;
    m_text.clear();
}

void TranscriptSearch::work()
{
    m_searching ? search() : count();
}

void TranscriptSearch::search()
{
    const auto step = m_model->findStep(m_text, m_row, m_backwards, Slice);
    m_row = step.next;
    if (step.row < 0 && step.next >= 0)
        return;
    if (step.row < 0 && !m_wrapped) {
        m_wrapped = true;
        m_row = m_backwards ? m_model->rowCount() - 1 : 0;
        return;
    }
    m_searching = false;
    if (step.row >= 0)
        Q_EMIT found(step.row);
    else
        Q_EMIT notFound();
}

void TranscriptSearch::startCount()
{
    m_countRow = 0;
    m_count = 0;
}

void TranscriptSearch::count()
{
    const QDeadlineTimer deadline(Slice);
    while (!deadline.hasExpired()) {
        const auto step = m_model->findStep(m_text, m_countRow, false, Slice);
        m_count += step.row >= 0 ? 1 : 0;
        m_countRow = step.row >= 0 ? step.row + 1 : step.next;
        if (m_countRow < 0) {
            m_countRow = m_model->rowCount();
            m_timer.stop();
            Q_EMIT counted(m_count);
            return;
        }
    }
}

void TranscriptSearch::onInserted(qsizetype first, qsizetype rows)
{
    if (m_text.isEmpty())
        return;
    if (first <= m_row)
        m_row += rows;
    if (first < m_countRow)
        m_countRow += rows;
    m_timer.start(0);
}

void TranscriptSearch::onRemoved(qsizetype first, qsizetype rows)
{
    if (m_text.isEmpty())
        return;
    if (first <= m_row)
        m_row = qMax(first, m_row - rows);
    startCount();
    m_timer.start(0);
}

void TranscriptSearch::onReset()
{
    if (m_text.isEmpty())
        return;
    m_row = 0;
    startCount();
    m_timer.start(0);
}
