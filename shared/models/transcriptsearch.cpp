#include "transcriptsearch.h"

#include "transcriptmodel.h"
#include "workcount.h"

#include <algorithm>

/// What the work in the pool came to.
struct TranscriptSearch::Found
{
    std::optional<quint64> number; // of the row
    quint64 next = 0;              // where a count goes on
    qsizetype count = 0;
    std::vector<quint64> places; // the numbers of what was counted, as many as are wanted
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
    connect(model, &QAbstractItemModel::modelReset, this, &TranscriptSearch::onReplaced);
}

void TranscriptSearch::find(const SearchText &text, qsizetype fromRow, bool backwards)
{
    if (!m_model || text.isEmpty()) {
        stop();
        return;
    }
    m_countFresh |= text != m_text;
    m_text = text;
    m_from = m_model->numberOf(fromRow);
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
    if (!m_model || m_countFresh || row < 0)
        return 0;
    const auto place = std::lower_bound(m_places.cbegin(), m_places.cend(), m_model->numberOf(row));
    return place == m_places.cend() || *place != m_model->numberOf(row) ? 0 : place - m_places.cbegin() + 1;
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
    const quint64 from = count == 0 ? 0 : qMin(m_from < first ? 0 : m_from - first, m_from >= first + count ? 0 : count - 1);
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
            if (number < view.first() || !matcher.matches(row))
                continue;
            found->number = number;
            return;
        }
    });
}

void TranscriptSearch::startCount()
{
    m_task = Task::Count;
    if (m_countFresh) {
        m_countTo = 0;
        m_count = 0;
        m_places.clear();
        m_countFresh = false;
    }
    const quint64 from = qMax(m_countTo, m_model->firstNumber());
    m_job.start([view = m_model->view(), text = m_text, found = m_found, from, end = m_model->endNumber(),
                 most = MaxPlaces - m_places.size()](BackgroundJob::Control &control) {
        RowQuery query;
        query.text = text;
        RowMatcher matcher(view.store, view.index->interpretations(), query);
        WorkCount work;
        for (found->next = from; found->next < end; ++found->next) {
            const MessageRow row = view.at(found->next);
            if (work.add(row.length)) {
                if (control.isCancelled())
                    return;
                control.setProgress(int((found->next - from) * 100 / (end - from)));
            }
            if (found->next < view.first() || !matcher.matches(row))
                continue;
            ++found->count;
            if (found->places.size() < most)
                found->places.push_back(found->next);
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
            Q_EMIT notFound();
        start();
        return;
    }
    m_countTo = m_found->next;
    m_count += m_found->count;
    m_places.insert(m_places.end(), m_found->places.cbegin(), m_found->places.cend());
    Q_EMIT counted(m_count);
    if (m_countTo < m_model->endNumber())
        start();
}

void TranscriptSearch::onGrown()
{
    if (!m_text.isEmpty())
        start();
}

void TranscriptSearch::onReplaced()
{
    if (m_text.isEmpty())
        return;
    m_countFresh = true;
    m_wanted |= m_task == Task::Search && !m_stale;
    m_stale = true;
    m_job.cancel();
    start();
}
