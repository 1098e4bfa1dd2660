#pragma once

#include <QObject>
#include <QThread>

#include <utility>

/// A thread with an event loop, for objects that own sockets. What `make` builds there lives, works and dies there.
/// Made and destroyed in another thread; the destructor ends the loop and waits for it. On Linux the loop is EpollDispatcher's.
class IoThread final
{
public:
    explicit IoThread(const QString &name);
    ~IoThread();
    Q_DISABLE_COPY_MOVE(IoThread)

    /// False: the system gave no thread, and nothing can be made there.
    bool isRunning() const { return m_thread.isRunning(); }

    /// Asks the loop to end, without waiting for it: of several threads all are asked first.
    void quit() { m_thread.quit(); }

    /// Builds an object of this type in the thread. It is deleted there, at the latest when the thread ends. Null when the
    /// thread is not running.
    template <typename Object, typename... Args>
    Object *make(Args &&...args)
    {
        if (!isRunning())
            return nullptr;
        Object *object = nullptr;
        QMetaObject::invokeMethod(
            m_context, [&] { object = new Object(std::forward<Args>(args)..., m_context); }, Qt::BlockingQueuedConnection);
        return object;
    }

private:
    QThread m_thread;
    QObject *m_context = nullptr; // lives in m_thread; parent of all that is made there
};
