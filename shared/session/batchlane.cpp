#include "batchlane.h"

#include "batchqueue.h"

#include <QAbstractEventDispatcher>

BatchLane::BatchLane(std::shared_ptr<BatchBacklog> backlog, QObject *parent)
    : QObject(parent)
    , m_backlog(std::move(backlog))
{
}

void BatchLane::setStore(std::shared_ptr<TrafficStore> store)
{
    m_stage = store ? std::make_unique<StoreStage>(std::move(store)) : nullptr;
}

void BatchLane::add(StoredRecord::Kind kind, SocketId socket, QByteArrayView bytes)
{
    if (!m_stage)
        return;
    // Here, as a lane can be made before its thread has a dispatcher.
    if (!std::exchange(m_settlesBeforeSleep, true))
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &BatchLane::settle);
    m_stage->append(kind, socket, bytes);
    m_recorded = true;
    fill(true);
}

void BatchLane::settle()
{
    if (m_stage)
        m_stage->settle();
}

void BatchLane::append(const Record &record)
{
    count(record.hasMessage() ? 1 : 0);
    if (m_stage && record.hasMessage())
        return;
    if (m_stage) {
        m_stage->settle();
        m_stage->store().appendEvent(record);
        m_recorded = true;
    }
    fill(true); // before the number: who sees the number must see that this lane has something
    const qint64 size = record.message.wire.size();
    m_records.push_back({m_backlog->nextNumber++, record});
    const qint64 bytes = m_backlog->bytes += size;
    const qint64 records = ++m_backlog->records;
    if ((bytes > BatchQueue::MaxWaitingBytes || records > BatchQueue::MaxWaitingRecords)
        && !m_backlog->pressing.exchange(true))
        Q_EMIT overfull();
}

void BatchLane::append(const SendOutcome &outcome)
{
    m_outcomes.append(outcome);
    fill(true);
}

void BatchLane::touch(const StatusSource *source, bool urgent)
{
    if (source->m_place < 0) {
        source->m_place = qsizetype(m_dirty.size());
        m_dirty.push_back(source);
    }
    m_urgent |= urgent;
    fill(m_urgent);
}

void BatchLane::finish(const StatusSource *source)
{
    forget(source);
    m_last.append({m_backlog->nextNumber, source->status()});
    m_urgent = true;
    fill(true);
}

void BatchLane::forget(const StatusSource *source)
{
    const qsizetype place = std::exchange(source->m_place, -1);
    if (place < 0)
        return;
    m_dirty[std::size_t(place)] = m_dirty.back();
    m_dirty[std::size_t(place)]->m_place = place;
    source->m_place = -1; // it may have been the last one itself
    m_dirty.pop_back();
}

void BatchLane::fill(bool soon)
{
    if (!m_filled.load(std::memory_order_relaxed))
        m_filled = true;
    const Told wanted = soon ? Told::Soon : Told::Later;
    if (m_told >= wanted)
        return;
    m_told = wanted;
    Q_EMIT filled(soon);
}

void BatchLane::handIn(const Share &share)
{
    settle();
    const auto part = std::make_shared<BatchPart>();
    takeRecords(share, *part);
    part->outcomes = std::exchange(m_outcomes, {});
    part->messages = std::exchange(m_messages, 0);
    part->recorded = std::exchange(m_recorded, false);
    if (share.statusesToo || m_urgent)
        takeStatuses(*part);
    m_told = Told::Nothing;
    const bool soon = !m_records.empty() || m_urgent;
    if (soon || !m_dirty.empty())
        fill(soon);
    else
        m_filled = false;
    Q_EMIT handedIn(part);
}

void BatchLane::takeRecords(const Share &share, BatchPart &part)
{
    qint64 bytes = 0;
    const auto fits = [&] {
        return part.records.empty() || (qsizetype(part.records.size()) < share.records && bytes < share.bytes);
    };
    while (!m_records.empty() && m_records.front().number < share.cut && fits()) {
        bytes += m_records.front().record.message.wire.size();
        part.records.push_back(std::move(m_records.front()));
        m_records.pop_front();
    }
    const bool all = m_records.empty() || m_records.front().number >= share.cut;
    part.upTo = all ? share.cut : m_records.front().number;
}

/// A last status follows the records that were made before it, so that the end is not told before what led to it.
void BatchLane::takeStatuses(BatchPart &part)
{
    while (!m_last.isEmpty() && m_last.constFirst().after <= part.upTo)
        part.last.append(m_last.takeFirst());
    part.sockets.reserve(qsizetype(m_dirty.size()));
    for (const StatusSource *source : m_dirty) {
        part.sockets.append(source->status());
        source->m_place = -1;
    }
    m_dirty.clear();
    m_urgent = !m_last.isEmpty();
}

void BatchLane::clear()
{
    settle();
    for (const BatchPart::NumberedRecord &waiting : m_records)
        m_backlog->bytes -= waiting.record.message.wire.size();
    m_backlog->records -= qint64(m_records.size());
    m_records.clear();
    m_outcomes.clear();
    m_dirty.clear();
    m_last.clear();
}
