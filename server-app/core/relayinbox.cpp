#include "relayinbox.h"

#include "channel.h"

#include <QMutexLocker>

static qint64 sizeOf(const MessageBlock &block)
{
    return block.size() + qint64(block.run().size()) * Channel::MessageOverhead;
}

RelayInbox::Posted RelayInbox::post(const std::shared_ptr<const MessageBlock> &block, ServerLoop *poster)
{
    const QMutexLocker lock(&m_mutex);
    const bool wasEmpty = m_blocks.empty();
    m_blocks.push_back(block);
    m_bytes += sizeOf(*block);
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
    while (!m_blocks.empty() && bytes < Slice) {
        bytes += sizeOf(*m_blocks.front());
        taken.blocks.append(std::move(m_blocks.front()));
        m_blocks.pop_front();
    }
    m_bytes -= bytes;
    taken.more = !m_blocks.empty();
    if (m_bytes < Limit / 2)
        taken.relieved = std::exchange(m_waiting, {});
    return taken;
}

QList<ServerLoop *> RelayInbox::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_blocks.clear();
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}
