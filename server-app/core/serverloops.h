#pragma once

#include "loopdirectory.h"

#include <QObject>

#include <memory>
#include <vector>

class BatchQueue;
class IoThread;
class ServerLoop;

/// The event loops that serve a server's sockets. The first one is that of the thread that owns this; each other has an
/// I/O thread of its own, named after its number. All members are to be called in the owner's thread.
class ServerLoops final : public QObject
{
    Q_OBJECT
public:
    /// Each loop has a lane of this queue.
    explicit ServerLoops(BatchQueue *queue, QObject *parent = nullptr);
    ~ServerLoops() override; ///< the sockets are dropped first, then all threads end

    static QString threadName(int number); ///< from 1
    const QList<ServerLoop *> &all() const { return m_all; }
    /// Makes loops until there are so many, or until the system has no descriptors or no threads left for them; ends those
    /// beyond it, which only while no loop serves a socket.
    void resize(qsizetype count);
    /// One that serves no more sockets than any other.
    ServerLoop *leastLoaded() const;

    /// The function is called with the loop, in the loop's thread, after all that was posted to it before.
    template <typename Function>
    static void post(ServerLoop *loop, Function function)
    {
        QMetaObject::invokeMethod(loop, [loop, function] { std::invoke(function, loop); }, Qt::QueuedConnection);
    }
    template <typename Function>
    void postToAll(Function function)
    {
        for (ServerLoop *loop : std::as_const(m_all))
            post(loop, function);
    }

Q_SIGNALS:
    void made(ServerLoop *loop);

private:
    bool add(); ///< false: the system gave no thread
    void removeLast();
    void inEach(void (ServerLoop::*function)());

    BatchQueue *m_queue;
    const std::shared_ptr<LoopDirectory> m_directory;
    std::unique_ptr<ServerLoop> m_first;
    std::vector<std::unique_ptr<IoThread>> m_threads; // of the others
    QList<ServerLoop *> m_all;
};
