#include "backgroundjob.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

/// Lets the destructor wait for the work in hand.
struct BackgroundJob::Done
{
    QSemaphore semaphore;
};

/// Its own pool, so that a long job of one window does not keep the short ones of others waiting. Every job is waited for
/// by its owner; the pool itself is never destroyed, and its threads never end by themselves: when a thread that has used
/// a regular expression ends, the C++ library of MinGW frees the thread-local stack of PCRE before Qt does, and the
/// process then hangs at its own end.
static QThreadPool &pool()
{
    static QThreadPool *const threads = [] {
        auto *made = new QThreadPool;
        made->setMaxThreadCount(qMax(8, QThread::idealThreadCount()));
        made->setExpiryTimeout(-1);
        return made;
    }();
    return *threads;
}

void BackgroundJob::Control::setProgress(int percent)
{
    if (m_percent.exchange(percent) != percent)
        m_tell(percent);
}

BackgroundJob::BackgroundJob(QObject *parent)
    : QObject(parent)
{
}

BackgroundJob::~BackgroundJob()
{
    if (!m_running)
        return;
    cancel();
    m_done->semaphore.acquire();
}

void BackgroundJob::start(const Work &work)
{
    Q_ASSERT(!m_running);
    m_running = true;
    const auto control = std::make_shared<Control>();
    const auto done = std::make_shared<Done>();
    control->m_tell = [this](int percent) {
        QMetaObject::invokeMethod(this, [this, percent] { Q_EMIT progressed(percent); }, Qt::QueuedConnection);
    };
    m_control = control;
    m_done = done;
    pool().start([this, task = work, control, done]() mutable {
        task(*control);
        task = nullptr; // what it held goes before anybody learns that it is done
        QMetaObject::invokeMethod(this, [this, control] { onDone(control); }, Qt::QueuedConnection);
        done->semaphore.release(); // from here on `this` may be gone
    });
}

void BackgroundJob::cancel()
{
    if (m_control)
        m_control->m_cancelled = true;
}

void BackgroundJob::onDone(const std::shared_ptr<Control> &control)
{
    Q_ASSERT(control == m_control);
    m_running = false;
    Q_EMIT finished();
}
