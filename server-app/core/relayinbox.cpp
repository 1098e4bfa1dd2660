#include "relayinbox.h"

#include "channel.h"

#include <QMutexLocker>

static qint64 sizeOf(const Message &message)
{
    return message.wire.size() + Channel::MessageOverhead;
}

RelayInbox::Posted RelayInbox::post(const Message &message, ServerLoop *poster)
{
    const QMutexLocker lock(&m_mutex);
    const bool wasEmpty = m_messages.empty();
    m_messages.push_back(message);
    m_bytes += sizeOf(message);
    const bool mustWait = m_bytes > Limit && !m_waiting.contains(poster);
    if (mustWait)
        m_waiting.append(poster);
    return {wasEmpty, mustWait};
}

RelayInbox::Taken RelayInbox::take()
{
    Taken taken{};
    qint64 bytes = 0;
    const QMutexLocker lock(&m_mutex);
    while (!m_messages.empty() && bytes < Slice) {
        bytes += sizeOf(m_messages.front());
        taken.messages.append(std::move(m_messages.front()));
        m_messages.pop_front();
    }
    m_bytes -= bytes;
    taken.more = !m_messages.empty();
    if (m_bytes < Limit / 2)
        taken.relieved = std::exchange(m_waiting, {});
    return taken;
}

QList<ServerLoop *> RelayInbox::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_messages.clear();
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}
