#include "transcriptsearch.h"

#include "transcriptmodel.h"
#include "workcount.h"

#include <algorithm>

/// What the work in the pool came to.
struct TranscriptSearch::Found
{
    std::optional<quint64> number; // of the row
    qsizetype untold = 0;
};

/// How far the count got.
struct TranscriptSearch::Counts
{
    RowMarks matching;
    RowMarks untold;
};

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
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TranscriptSearch::onDropped);
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
    const qsizetype bottom = top + m_model->shownCount() - 1;
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
    return qsizetype(m_counts->matching.positionOf(m_model->numberOf(row)));
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

void TranscriptSearch::startSearch()
{
    m_task = Task::Search;
    m_wanted = false;
    const quint64 first = m_model->firstNumber();
    const quint64 count = m_model->endNumber() - first;
    const quint64 from = count == 0 ? 0 : qBound(first, m_from, first + count - 1) - first;
    m_job.start([view = m_model->view(), text = m_text, found = m_found, first, count, from,
                 back = m_backwards](BackgroundJob::Control &control) {
        RowQuery query;
        query.text = text;
        RowMatcher matcher(view.store, view.index->interpretations(), query);
        WorkCount work;
        for (quint64 step = 0; step < count; ++step) {
            const quint64 number = first + (back ? from + count - step : from + step) % count;
            const MessageRow row = view.at(number);
            if (work.add(row.length) && control.isCancelled())
                return;
            const bool isIt = number >= view.first() && matcher.matches(row);
            found->untold += matcher.gaveUp() ? 1 : 0;
            if (!isIt)
                continue;
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
    m_job.start([view = m_model->view(), text = m_text, counts = m_counts, from = m_counts->matching.end(),
                 end = m_model->endNumber()](BackgroundJob::Control &control) {
        RowQuery query;
        query.text = text;
        RowMatcher matcher(view.store, view.index->interpretations(), query);
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
        m_wanted = m_found->number && *m_found->number < m_model->firstNumber(); // it went meanwhile
        if (m_wanted) {
            start();
            return;
        }
        if (m_found->number)
            Q_EMIT found(m_model->rowOf(*m_found->number));
        else
            Q_EMIT notFound(m_found->untold);
        start();
        return;
    }
    tellCount();
    if (m_counts->matching.end() < m_model->endNumber())
        start();
}

void TranscriptSearch::tellCount()
{
    for (RowMarks *marks : {&m_counts->matching, &m_counts->untold})
        marks->dropBefore(m_model->firstNumber());
    Q_EMIT counted(qsizetype(m_counts->matching.count()), qsizetype(m_counts->untold.count()));
}

void TranscriptSearch::onGrown()
{
    if (!m_text.isEmpty())
        start();
}

/// The count in hand allows for it by itself, once it is done.
void TranscriptSearch::onDropped()
{
    if (!m_text.isEmpty() && m_counts && !m_job.isRunning())
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
