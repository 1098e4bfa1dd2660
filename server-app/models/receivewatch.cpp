#include "receivewatch.h"

#include <utility>

ReceiveWatch::ReceiveWatch(Ask ask, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &ReceiveWatch::ask);
    connect(&m_job, &BackgroundJob::finished, this, &ReceiveWatch::onFinished);
}

void ReceiveWatch::watch(const std::vector<const SocketStatus *> &sockets)
{
    m_ids.clear();
    m_ends.clear();
    for (const SocketStatus *status : sockets) {
        if (!status->isOpen() || status->id == ListenerId)
            continue;
        m_ids.append(status->id);
        m_ends.append({status->local, status->peer});
    }
    if (m_ids.isEmpty() || !isTold()) {
        m_timer.stop();
        m_queues.clear();
    } else if (!m_timer.isActive()) {
        m_timer.start();
        ask();
    }
}

void ReceiveWatch::ask()
{
    if (m_job.isRunning())
        return;
    m_asked = m_ids;
    m_answers = std::make_shared<QList<std::optional<ReceiveQueue>>>();
    m_job.start([ask = m_ask, ends = m_ends, answers = m_answers](BackgroundJob::Control &) { *answers = ask(ends); });
}

void ReceiveWatch::onFinished()
{
    if (!m_timer.isActive()) // nobody wants to know any more
        return;
    QHash<SocketId, ReceiveQueue> queues;
    for (qsizetype i = 0; i < m_asked.size(); ++i) {
        if (const auto queue = m_answers->value(i))
            queues.insert(m_asked.at(i), *queue);
    }
    if (std::exchange(m_queues, queues) != queues)
        Q_EMIT told();
}
