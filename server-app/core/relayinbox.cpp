#include "relayinbox.h"

#include "channel.h"

#include <QMutexLocker>

static qint64 sizeOf(const MessageBlock &block)
{
    return block.size() + qint64(block.run().size()) * Channel::MessageOverhead;
}

RelayInbox::Posted RelayInbox::post(const Letter &letter, ServerLoop *poster)
{
    const QMutexLocker lock(&m_mutex);
    const bool wasEmpty = m_letters.empty();
    m_letters.push_back(letter);
    m_bytes += sizeOf(*letter.block);
    const bool mustWait = m_bytes > Limit && !m_waiting.contains(poster);
    if (mustWait)
        m_waiting.append(poster);
    return {wasEmpty, mustWait};
}

RelayInbox::Taken RelayInbox::take(qsizetype most)
{
    Taken taken{};
    qint64 bytes = 0;
    const QMutexLocker lock(&m_mutex);
    while (!m_letters.empty() && bytes < Slice && taken.letters.size() < most) {
        bytes += sizeOf(*m_letters.front().block);
        taken.letters.append(std::move(m_letters.front()));
        m_letters.pop_front();
    }
    m_bytes -= bytes;
    taken.more = !m_letters.empty();
    if (m_bytes < Limit / 2)
        taken.relieved = std::exchange(m_waiting, {});
    return taken;
}

bool RelayInbox::isEmpty() const
{
    const QMutexLocker lock(&m_mutex);
    return m_letters.empty();
}

QList<ServerLoop *> RelayInbox::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_letters.clear();
    m_bytes = 0;
    return std::exchange(m_waiting, {});
}
