#include "batchqueue.h"

#include <iterator>

using namespace std::chrono_literals;

BatchQueue::BatchQueue(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &BatchQueue::deliver);
    m_sinceStatuses.start();
}

static qint64 nanosecondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

void BatchQueue::addRead(SocketId socket, QByteArrayView bytes)
{
    if (!m_store)
        return;
    m_store->appendRead(socket, bytes, nanosecondsNow());
    m_recorded = true;
    schedule();
}

void BatchQueue::addWrite(SocketId socket, QByteArrayView bytes)
{
    if (!m_store)
        return;
    m_store->appendWrite(socket, bytes, nanosecondsNow());
    m_recorded = true;
    schedule();
}

void BatchQueue::append(const Record &record)
{
    m_messages += record.hasMessage() ? 1 : 0;
    if (m_store && record.hasMessage())
        return;
    if (m_store) {
        m_store->appendEvent(record);
        m_recorded = true;
    }
    m_records.append(record);
    ++m_appended;
    m_bytes += record.message.wire.size();
    updatePressure();
    schedule();
}

void BatchQueue::append(const SendOutcome &outcome)
{
    m_outcomes.append(outcome);
    schedule();
}

void BatchQueue::touch(const StatusSource *source, bool urgent)
{
    m_dirty.insert(source);
    m_urgent |= urgent;
    schedule();
}

void BatchQueue::finish(const StatusSource *source)
{
    m_dirty.remove(source);
    m_last.append({m_appended, source->status()});
    m_urgent = true;
    schedule();
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

void BatchQueue::schedule()
{
    const bool soon = !m_records.isEmpty() || !m_outcomes.isEmpty() || m_urgent || m_recorded;
    if (m_onItsWay || (!soon && m_dirty.isEmpty()))
        return;
    if (m_timer.isActive() && (m_timerIsSoon || !soon))
        return;
    m_timerIsSoon = soon;
    m_timer.start(soon ? Interval : qMax(Interval, StatusInterval - sinceStatuses()));
}

QList<Record> BatchQueue::takeRecords()
{
    qint64 bytes = 0;
    qsizetype count = 0;
    while (count < qMin(m_records.size(), MaxRecordsPerBatch) && (count == 0 || bytes < MaxBytesPerBatch))
        bytes += m_records.at(count++).message.wire.size();
    const auto end = m_records.begin() + count;
    const QList<Record> taken(std::make_move_iterator(m_records.begin()), std::make_move_iterator(end));
    m_records.erase(m_records.begin(), end); // frees their bytes at once, and moves nothing
    m_bytes -= bytes;
    return taken;
}

void BatchQueue::deliver()
{
    Batch batch;
    batch.records = takeRecords();
    m_delivered += quint64(batch.records.size());
    batch.outcomes = std::exchange(m_outcomes, {});
    takeStatuses(batch);
    if (m_store)
        m_store->flush();
    batch.messages = std::exchange(m_messages, 0);
    batch.recorded = std::exchange(m_recorded, false);
    m_onItsWay = true;
    updatePressure();
    Q_EMIT ready(batch);
}

void BatchQueue::takeStatuses(Batch &batch)
{
    // A timer that waited for the statuses can be a little early.
    if (m_timerIsSoon && !m_urgent && sinceStatuses() < StatusInterval)
        return;
    // A last status follows the records that were made before it, so that the end is not told before what led to it.
    while (!m_last.isEmpty() && m_last.constFirst().after <= m_delivered)
        batch.sockets.append(m_last.takeFirst().status);
    for (const StatusSource *source : std::as_const(m_dirty))
        batch.sockets.append(source->status());
    m_dirty.clear();
    m_urgent = !m_last.isEmpty();
    m_sinceStatuses.restart();
}

/// Reading stops at the bound and starts again at half of it, so that it does not flutter.
void BatchQueue::updatePressure()
{
    const bool over = m_bytes > MaxWaitingBytes || m_records.size() > MaxWaitingRecords;
    const bool under = m_bytes < MaxWaitingBytes / 2 && m_records.size() < MaxWaitingRecords / 2;
    if (m_pressing ? !under : !over)
        return;
    m_pressing = !m_pressing;
    Q_EMIT pressureChanged(m_pressing);
}
