#include "transcriptrows.h"

#include "unfinishedrows.h"
#include "workcount.h"

#include <QDateTime>
#include <QDir>

static constexpr qint64 LeastIdleMs = 10;

RowFilter::RowFilter(std::shared_ptr<const TrafficStore> store, const Interpretations &interpretations, const RowQuery &query,
                     const QString &folder)
    : m_matcher(std::move(store), interpretations, query)
    , m_numbers(folder)
{
}

bool RowFilter::catchUp(const MessageIndex &index, const std::function<bool(quint64)> &goOn)
{
    const SpilledList<MessageRow> &rows = index.rows();
    WorkCount work;
    while (qMax(m_next, rows.first()) < rows.end()) {
        m_next = qMax(m_next, rows.first());
        const auto run = rows.run(m_next);
        for (const MessageRow &row : run.values) {
            if (work.add(row.length) && !goOn(m_next))
                return false;
            if (m_matcher.matches(row))
                m_numbers.append(m_next);
            m_untold.fetch_add(m_matcher.gaveUp() ? 1 : 0, std::memory_order_relaxed);
            ++m_next;
        }
    }
    m_next = qMax(m_next, rows.first());
    dropBefore(rows.first());
    noteUnfinished(index.unfinished());
    return true;
}

void RowFilter::noteUnfinished(UnfinishedMessages unfinished)
{
    if (unfinished.end != m_next) // another thread has added rows meanwhile
        return;
    auto &messages = unfinished.messages;
    messages.removeIf([this](const UnfinishedMessage &message) { return !m_matcher.isWanted(message.row); });
    if (messages.size() <= MostUnfinishedRows)
        messages.removeIf([this](const UnfinishedMessage &message) { return !m_matcher.matches(message.row); });
    unfinished.end = m_numbers.end();
    const std::scoped_lock lock(m_mutex);
    m_unfinished = std::move(unfinished);
}

UnfinishedMessages RowFilter::unfinished() const
{
    const std::scoped_lock lock(m_mutex);
    return m_unfinished;
}

void RowFilter::dropBefore(quint64 row)
{
    m_numbers.dropBefore(m_numbers.lowerBound([row](quint64 number) { return number < row; }));
}

quint64 RowsView::numberFrom(RecordNumber record) const
{
    const quint64 from = index->rowFrom(record);
    return filter ? filter->numbers().lowerBound([from](quint64 row) { return row < from; }) : from;
}

MessageRow RowsView::at(quint64 number) const
{
    if (!filter)
        return index->rows().at(number);
    return number < filter->numbers().first() ? MessageRow() : index->rows().at(filter->numbers().at(number));
}

TranscriptRows::TranscriptRows(std::shared_ptr<TrafficStore> store, QObject *parent, quint64 mostRows)
    : QObject(parent)
    , m_store(std::move(store))
    , m_folder(m_store->folder().isEmpty() ? QDir::tempPath() : m_store->folder())
    , m_mostRows(mostRows)
    , m_deadline(std::make_shared<std::optional<qint64>>())
{
    m_view = made();
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &TranscriptRows::poll);
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &TranscriptRows::growSoon);
    connect(&m_grow, &BackgroundJob::progressed, this, &TranscriptRows::onGrowing);
    connect(&m_grow, &BackgroundJob::finished, this, &TranscriptRows::onGrown);
    connect(&m_remake, &BackgroundJob::finished, this, &TranscriptRows::onRemade);
    connect(&m_remake, &BackgroundJob::progressed, this, &TranscriptRows::remakeProgressed);
}

TranscriptRows::~TranscriptRows() = default;

/// Not one row of it yet.
RowsView TranscriptRows::made() const
{
    const bool same = m_view.index && m_view.index->interpretations() == m_interpretations;
    RowsView view{m_store, m_view.index, {}, m_query};
    if (!same)
        view.index = std::make_shared<MessageIndex>(m_store, m_interpretations, m_folder, m_mostRows);
    if (!m_query.isAll())
        view.filter = std::make_shared<RowFilter>(m_store, m_interpretations, m_query, m_folder);
    return view;
}

void TranscriptRows::poll()
{
    m_polled = true;
    growSoon();
}

void TranscriptRows::growSoon()
{
    if (m_polled && !m_grow.isRunning() && !m_pace.isActive())
        grow();
}

void TranscriptRows::grow()
{
    m_polled = false;
    m_pace.start(m_interval);
    m_grow.start([view = m_view, deadline = m_deadline](BackgroundJob::Control &control) {
        const RecordNumber records = qMax<RecordNumber>(1, view.store->endNumber());
        const auto goOn = [&control, records](RecordNumber record) {
            control.setProgress(int(qMin<quint64>(record * 100 / records, 100)));
            return !control.isCancelled();
        };
        view.index->catchUp(goOn);
        if (view.filter)
            view.filter->catchUp(*view.index, [&control](quint64) { return !control.isCancelled(); });
        *deadline = view.index->deadline();
    });
}

/// A long session is seen as it comes.
void TranscriptRows::onGrowing()
{
    if (m_told.isValid() && !m_told.hasExpired(LongInterval.count()))
        return;
    m_told.start();
    Q_EMIT grown();
}

void TranscriptRows::onGrown()
{
    if (*m_deadline) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const qint64 wait = **m_deadline / 1'000'000 - now + 1;
        m_idle.start(int(qBound(LeastIdleMs, wait, qint64(60'000))));
    }
    const quint64 end = m_view.index->rows().end();
    m_interval = end - std::exchange(m_lastEnd, end) > FewRows ? LongInterval : Interval;
    m_told.start();
    Q_EMIT grown();
    growSoon();
}

void TranscriptRows::setInterpretations(const Interpretations &interpretations)
{
    if (interpretations == m_interpretations)
        return;
    m_interpretations = interpretations;
    remake();
}

void TranscriptRows::setQuery(const RowQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    remake();
}

void TranscriptRows::remake()
{
    if (m_remake.isRunning()) {
        m_again = true;
        m_remake.cancel();
        return;
    }
    m_next = made();
    Q_EMIT remakeStarted();
    m_remake.start([view = m_next, old = m_view.index](BackgroundJob::Control &control) {
        const RecordNumber records = qMax<RecordNumber>(1, view.store->endNumber());
        const bool reframes = view.index != old;
        const int share = reframes && view.filter ? 50 : 100;
        const auto framing = [&](RecordNumber record) {
            control.setProgress(int(qMin<quint64>(record * quint64(share) / records, 100)));
            return !control.isCancelled();
        };
        if (reframes && !view.index->catchUp(framing))
            return;
        const quint64 rows = qMax<quint64>(1, view.index->rows().end());
        const auto filtering = [&](quint64 row) {
            control.setProgress(100 - share + int(qMin<quint64>(row * quint64(share) / rows, quint64(share))));
            return !control.isCancelled();
        };
        if (view.filter)
            view.filter->catchUp(*view.index, filtering);
    });
}

void TranscriptRows::onRemade()
{
    if (std::exchange(m_again, false)) {
        remake();
        return;
    }
    const bool cancelled = m_remake.wasCancelled();
    if (cancelled) {
        m_interpretations = m_view.index->interpretations();
        m_query = m_view.query;
    } else {
        m_view = m_next;
        dropBefore(m_store->firstNumber());
        Q_EMIT replaced();
    }
    m_next = {};
    Q_EMIT remakeFinished(cancelled);
    poll();
}

void TranscriptRows::cancel()
{
    m_again = false;
    m_remake.cancel();
}

void TranscriptRows::dropBefore(RecordNumber record)
{
    m_view.index->dropBefore(record);
    if (m_view.filter)
        m_view.filter->dropBefore(m_view.index->rows().first());
}
