#include "callrows.h"

#include <QDir>

CallRows::CallRows(std::shared_ptr<const TrafficStore> store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_folder(m_store->folder().isEmpty() ? QDir::tempPath() : m_store->folder())
    , m_index(std::make_shared<CallIndex>(m_store, m_sockets, m_folder))
{
    connect(&m_job, &BackgroundJob::finished, this, &CallRows::onFinished);
    connect(&m_job, &BackgroundJob::progressed, this, [this](int percent) {
        if (m_next == m_index)
            Q_EMIT grown(); // a long session is seen as it comes
        else
            Q_EMIT remakeProgressed(percent);
    });
}

void CallRows::poll()
{
    m_polled = true;
    if (!m_job.isRunning())
        work();
}

void CallRows::setSockets(const QSet<SocketId> &sockets)
{
    if (sockets == m_sockets)
        return;
    m_sockets = sockets;
    m_job.cancel();
    poll();
}

void CallRows::cancel()
{
    if (m_sockets == m_index->sockets())
        return;
    m_sockets = m_index->sockets();
    m_job.cancel();
}

void CallRows::work()
{
    m_polled = false;
    const bool same = m_index->sockets() == m_sockets;
    m_next = same ? m_index : std::make_shared<CallIndex>(m_store, m_sockets, m_folder);
    if (!same)
        Q_EMIT remakeStarted();
    m_job.start([index = m_next, store = m_store](BackgroundJob::Control &control) {
        const RecordNumber records = qMax<RecordNumber>(1, store->endNumber());
        index->catchUp([&control, records](RecordNumber record) {
            control.setProgress(int(qMin<quint64>(record * 100 / records, 100)));
            return !control.isCancelled();
        });
    });
}

void CallRows::onFinished()
{
    if (m_next != m_index)
        Q_EMIT remakeFinished();
    if (m_next != m_index && m_next->sockets() == m_sockets) {
        m_index = m_next;
        Q_EMIT replaced();
    } else {
        Q_EMIT grown();
    }
    m_next.reset();
    if (m_polled)
        work();
}
