#include "transcriptsearch.h"

#include "transcriptmodel.h"
#include "workcount.h"

#include <algorithm>

/// What the work in the pool came to.
struct TranscriptSearch::Found
{
    std::optional<quint64> number; // of the row
    std::optional<UnfinishedMessage::Identity> unfinished; // or that of a message without its end
    qsizetype untold = 0;
};

/// How far the count got.
struct TranscriptSearch::Counts
{
    qsizetype rows() const { return qsizetype(matching.count()) + unfinished.size(); }
    qsizetype untoldRows() const { return qsizetype(untold.count()) + untoldUnfinished; }

    RowMarks matching;
    RowMarks untold;
    QList<UnfinishedMessage::Identity> unfinished; // that match, in the order of their rows
    qsizetype untoldUnfinished = 0;
};

static RowMatcher matcherOf(const RowsView &view, const SearchText &text)
{
    RowQuery query;
    query.text = text;
    return {view.store, view.index->interpretations(), query};
}

TranscriptSearch::TranscriptSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_job, &BackgroundJob::finished, this, &TranscriptSearch::onFinished);
    connect(&m_job, &BackgroundJob::progressed, this, [this](int percent) {
        if (m_task == Task::Count && !m_stale)
            Q_EMIT progressed(percent);
    });
}

void TranscriptSearch::setModel(TranscriptModel *model)
{
    stop();
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this, &TranscriptSearch::onGrown);
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first) { onRemoved(m_model->isUnfinished(first)); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (m_model->isUnfinished(first.row()))
            onGrown();
    });
    connect(model, &QAbstractItemModel::modelReset, this, &TranscriptSearch::onReplaced);
}

void TranscriptSearch::find(const SearchText &text, qsizetype fromRow, bool backwards)
{
    if (!m_model || !m_model->rows() || text.isEmpty()) {
        stop();
        return;
    }
    m_countFresh |= text != m_text;
    m_text = text;
    const qsizetype top = m_model->rowOf(m_model->firstNumber());
    const qsizetype bottom = m_model->rowCount() - 1;
    const bool isOutside = fromRow < top || fromRow > bottom; // it goes on at the other end
    m_from = m_model->numberOf(isOutside ? (backwards ? bottom : top) : fromRow);
    m_backwards = backwards;
    m_wanted = true;
    start();
}

void TranscriptSearch::stop()
{
    m_text = {};
    m_wanted = false;
    m_stale = true;
    m_job.cancel();
}

qsizetype TranscriptSearch::positionOf(qsizetype row) const
{
    if (!m_model || !m_counts || m_countFresh || m_job.isRunning() || row < 0)
        return 0;
    if (!m_model->isUnfinished(row))
        return qsizetype(m_counts->matching.positionOf(m_model->numberOf(row)));
    const auto isIt = [this, row](const auto &message) { return m_model->rowOfUnfinished(message) == row; };
    const auto found = std::find_if(m_counts->unfinished.cbegin(), m_counts->unfinished.cend(), isIt);
    return found == m_counts->unfinished.cend()
        ? 0 : qsizetype(m_counts->matching.count()) + (found - m_counts->unfinished.cbegin()) + 1;
}

/// The next thing that is to be done, unless something is under way: that is given up first.
void TranscriptSearch::start()
{
    if (m_job.isRunning()) {
        if (m_wanted) {
            m_stale = true;
            m_job.cancel();
        }
        return;
    }
    m_stale = false;
    m_found = std::make_shared<Found>();
    if (m_wanted)
        startSearch();
    else
        startCount();
}

/// Behind the last row come those of unfinished messages, as if they had the next numbers.
void TranscriptSearch::startSearch()
{
    m_task = Task::Search;
    m_wanted = false;
    const quint64 first = m_model->firstNumber();
    const quint64 end = m_model->endNumber();
    const QList<UnfinishedMessage> below = m_model->listedUnfinished();
    const quint64 count = end - first + quint64(below.size());
    const quint64 from = count == 0 ? 0 : qBound(first, m_from, first + count - 1) - first;
    m_job.start([view = m_model->view(), text = m_text, found = m_found, first, end, below, count, from,
                 back = m_backwards](BackgroundJob::Control &control) {
        RowMatcher matcher = matcherOf(view, text);
        WorkCount work;
        for (quint64 step = 0; step < count; ++step) {
            const quint64 number = first + (back ? from + count - step : from + step) % count;
            const auto *message = number < end ? nullptr : &below[qsizetype(number - end)];
            const MessageRow row = message ? message->row : view.at(number);
            if (work.add(row.length) && control.isCancelled())
                return;
            const bool isIt = (message || number >= view.first()) && matcher.matches(row);
            found->untold += matcher.gaveUp() ? 1 : 0;
            if (!isIt)
                continue;
            if (message)
                found->unfinished = message->identity();
            else
                found->number = number;
            return;
        }
    });
}

void TranscriptSearch::startCount()
{
    m_task = Task::Count;
    if (std::exchange(m_countFresh, false) || !m_counts)
        m_counts = std::make_shared<Counts>();
    m_counts->matching.dropBefore(m_model->firstNumber());
    m_counts->untold.dropBefore(m_model->firstNumber());
    m_counts->unfinished.clear();
    m_counts->untoldUnfinished = 0;
    m_unfinishedFresh = false;
    m_job.start([view = m_model->view(), text = m_text, counts = m_counts, from = m_counts->matching.end(),
                 end = m_model->endNumber(), below = m_model->listedUnfinished()](BackgroundJob::Control &control) {
        RowMatcher matcher = matcherOf(view, text);
        WorkCount work;
        for (quint64 number = from; number < end; ++number) {
            const MessageRow row = view.at(number);
            if (work.add(row.length)) {
                if (control.isCancelled())
                    return;
                control.setProgress(int((number - from) * 100 / (end - from)));
            }
            counts->matching.append(number >= view.first() && matcher.matches(row));
            counts->untold.append(matcher.gaveUp());
        }
        for (const UnfinishedMessage &message : below) {
            if (matcher.matches(message.row))
                counts->unfinished.append(message.identity());
            counts->untoldUnfinished += matcher.gaveUp() ? 1 : 0;
        }
    });
}

void TranscriptSearch::onFinished()
{
    const Task task = std::exchange(m_task, Task::None);
    if (m_text.isEmpty() || !m_model)
        return;
    if (m_stale) {
        start();
        return;
    }
    if (task == Task::Search) {
        tellFound();
        start();
        return;
    }
    tellCount();
    if (m_counts->matching.end() < m_model->endNumber() || m_unfinishedFresh)
        start();
}

/// Where it went meanwhile, or is whole and has another row, it is looked for again.
void TranscriptSearch::tellFound()
{
    if (!m_found->number && !m_found->unfinished) {
        Q_EMIT notFound(m_found->untold);
        return;
    }
    const bool isThere = m_found->number ? *m_found->number >= m_model->firstNumber()
                                         : m_model->rowOfUnfinished(*m_found->unfinished) >= 0;
    m_wanted = !isThere;
    if (isThere)
        Q_EMIT found(m_found->number ? m_model->rowOf(*m_found->number) : m_model->rowOfUnfinished(*m_found->unfinished));
}

void TranscriptSearch::tellCount()
{
    for (RowMarks *marks : {&m_counts->matching, &m_counts->untold})
        marks->dropBefore(m_model->firstNumber());
    Q_EMIT counted(m_counts->rows(), m_counts->untoldRows());
}

void TranscriptSearch::onGrown()
{
    m_unfinishedFresh = true;
    if (!m_text.isEmpty())
        start();
}

/// `below`: an unfinished message. The oldest rows the count in hand allows for by itself, once it is done.
void TranscriptSearch::onRemoved(bool below)
{
    if (below)
        onGrown();
    else if (!m_text.isEmpty() && m_counts && !m_job.isRunning())
        tellCount();
}

void TranscriptSearch::onReplaced()
{
    if (!m_model->rows())
        stop();
    if (m_text.isEmpty())
        return;
    m_countFresh = true;
    m_wanted |= m_task == Task::Search && !m_stale;
    m_stale = true;
    m_job.cancel();
    start();
}
