#pragma once

#include <QList>
#include <QMutex>
#include <QMutexLocker>

#include <atomic>

class ServerLoop;

/// Which loops a server has. They come and go; each keeps a copy and asks whether it is still right. Any thread.
class LoopDirectory final
{
public:
    void set(const QList<ServerLoop *> &loops)
    {
        const QMutexLocker lock(&m_mutex);
        m_loops = loops;
        ++m_version;
    }
    /// The loops, into a copy that was right at this version.
    void refresh(QList<ServerLoop *> &copy, quint64 &version) const
    {
        if (m_version == version)
            return;
        const QMutexLocker lock(&m_mutex);
        copy = m_loops;
        version = m_version;
    }

private:
    mutable QMutex m_mutex;
    QList<ServerLoop *> m_loops;
    std::atomic<quint64> m_version = 0;
};
