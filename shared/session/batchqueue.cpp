#include "batchqueue.h"

#include <algorithm>

using namespace std::chrono_literals;

BatchQueue::BatchQueue(QObject *parent)
    : QObject(parent)
    , m_backlog(std::make_shared<BatchBacklog>())
    , m_lane(m_backlog, this)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BatchQueue::collect);
    m_sinceStatuses.start();
    add(&m_lane);
}

void BatchQueue::add(BatchLane *lane)
{
    m_sources.push_back({lane});
    connect(lane, &BatchLane::filled, this, &BatchQueue::want);
    connect(lane, &BatchLane::overfull, this, [this] { Q_EMIT pressureChanged(isPressing()); });
    connect(lane, &BatchLane::handedIn, this,
            [this, lane](const std::shared_ptr<BatchPart> &part) { take(lane, *part); });
    if (m_store)
        QMetaObject::invokeMethod(lane, [lane, store = m_store] { lane->setStore(store); });
}

void BatchQueue::remove(const BatchLane *lane)
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [lane](const Source &source) { return source.lane == lane; });
    if (found == m_sources.end())
        return;
    const bool last = found->asked && --m_missing == 0;
    m_sources.erase(found);
    if (last)
        deliver();
}

void BatchQueue::setStore(const std::shared_ptr<TrafficStore> &store)
{
    m_store = store;
    for (const Source &source : m_sources)
        QMetaObject::invokeMethod(source.lane, [lane = source.lane, store] { lane->setStore(store); });
}

void BatchQueue::acknowledge()
{
    m_onItsWay = false;
    schedule();
}

std::chrono::milliseconds BatchQueue::sinceStatuses() const
{
    return std::chrono::milliseconds(m_sinceStatuses.elapsed());
}

void BatchQueue::want(bool soon)
{
    m_wanted = qMax(m_wanted, soon ? Wanted::Soon : Wanted::Later);
    schedule();
}

void BatchQueue::schedule()
{
    if (m_wanted == Wanted::Nothing || m_onItsWay || m_missing > 0)
        return;
    const bool soon = m_wanted == Wanted::Soon;
    if (m_timer.isActive() && (m_timerIsSoon || !soon))
        return;
    m_timerIsSoon = soon;
    m_timer.start(soon ? Interval : qMax(Interval, StatusInterval - sinceStatuses()));
}

/// Asks every lane that has something for its part of the records below one number. A lane that seems empty has none: it
/// would have said so before it drew the number. Who still has a part here that did not fit is asked the next time.
void BatchQueue::collect()
{
    m_wanted = Wanted::Nothing;
    // A timer that waited for the statuses can be a little early.
    const bool statusesToo = !m_timerIsSoon || sinceStatuses() >= StatusInterval;
    if (statusesToo)
        m_sinceStatuses.restart();
    m_cut = m_backlog->nextNumber;
    QList<BatchLane *> asked;
    for (Source &source : m_sources) {
        const bool filled = source.lane->isFilled();
        source.asked = filled && source.held.records.empty();
        if (source.asked)
            asked.append(source.lane);
        else if (filled)
            m_wanted = Wanted::Soon;
    }
    m_missing = asked.size();
    if (asked.isEmpty()) {
        deliver();
        return;
    }
    const qsizetype count = asked.size();
    const BatchLane::Share share{m_cut, qMax<qsizetype>(1, MaxRecordsPerBatch / count), MaxBytesPerBatch / count,
                                 statusesToo};
    for (BatchLane *lane : asked)
        QMetaObject::invokeMethod(lane, [lane, share] { lane->handIn(share); });
}

void BatchQueue::take(const BatchLane *lane, BatchPart &part)
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(),
                                    [lane](const Source &source) { return source.lane == lane; });
    if (found == m_sources.end() || !std::exchange(found->asked, false))
        return;
    part.last = found->held.last + part.last;
    found->held = std::move(part);
    if (--m_missing == 0)
        deliver();
}

void BatchQueue::deliver()
{
    quint64 cut = m_cut;
    for (const Source &source : m_sources)
        cut = source.held.records.empty() ? cut : qMin(cut, source.held.upTo);
    Batch batch;
    takeRecords(cut, batch);
    takeStatuses(cut, batch);
    for (Source &source : m_sources) {
        batch.outcomes += std::exchange(source.held.outcomes, {});
        batch.messages += std::exchange(source.held.messages, 0);
        batch.recorded |= std::exchange(source.held.recorded, false);
        if (!source.held.records.empty() || !source.held.last.isEmpty())
            m_wanted = Wanted::Soon;
    }
    const bool empty = batch.records.isEmpty() && batch.sockets.isEmpty() && batch.outcomes.isEmpty() && !batch.recorded;
    if (empty) {
        schedule();
        return;
    }
    if (m_store)
        m_store->flush();
    m_onItsWay = true;
    relieve(batch);
    Q_EMIT ready(batch);
}

/// From all lanes in the order of their numbers, as far as no lane can still hand in a lower one.
void BatchQueue::takeRecords(quint64 cut, Batch &batch)
{
    while (true) {
        Source *first = nullptr;
        for (Source &source : m_sources) {
            const auto &records = source.held.records;
            if (!records.empty() && (!first || records.front().number < first->held.records.front().number))
                first = &source;
        }
        if (!first || first->held.records.front().number >= cut)
            return;
        batch.records.append(std::move(first->held.records.front().record));
        first->held.records.pop_front();
    }
}

void BatchQueue::takeStatuses(quint64 cut, Batch &batch)
{
    for (Source &source : m_sources) {
        while (!source.held.last.isEmpty() && source.held.last.constFirst().after <= cut)
            batch.sockets.append(source.held.last.takeFirst().status);
        batch.sockets += std::exchange(source.held.sockets, {});
    }
}

/// Reading stops at the bound and starts again at half of it, so that it does not flutter.
void BatchQueue::relieve(const Batch &batch)
{
    qint64 taken = 0;
    for (const Record &record : batch.records)
        taken += record.message.wire.size();
    const qint64 bytes = m_backlog->bytes -= taken;
    const qint64 records = m_backlog->records -= batch.records.size();
    if (!isPressing() || bytes >= MaxWaitingBytes / 2 || records >= MaxWaitingRecords / 2)
        return;
    m_backlog->pressing = false;
    Q_EMIT pressureChanged(false);
}
