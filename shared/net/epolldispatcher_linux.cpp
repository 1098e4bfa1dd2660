#include "epolldispatcher.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

static int makeWakeDescriptor()
{
    const int descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (descriptor < 0)
        qFatal("EpollDispatcher: the system gives no eventfd: %s", std::strerror(errno));
    return descriptor;
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_wakeDescriptor(makeWakeDescriptor())
    , m_notifiers(m_wakeDescriptor)
{
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeDescriptor);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    if (flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_woken && !m_interrupted)
        Q_EMIT aboutToBlock();
    if (m_interrupted)
        return false;
    wait(flags);

    int handled = m_woken.exchange(false) ? 1 : 0;
    if (!flags.testFlag(QEventLoop::ExcludeSocketNotifiers))
        handled += m_notifiers.activate();
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += m_timers.activate();
    return handled > 0;
}

void EpollDispatcher::wait(QEventLoop::ProcessEventsFlags flags)
{
    const bool notifiers = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    bool whole = false;
    while (!whole)
        whole = notifiers ? m_notifiers.wait(patience(flags)) : waitForWakeUp(flags);
}

/// How long this turn may sleep now; nothing: for ever.
std::optional<milliseconds> EpollDispatcher::patience(QEventLoop::ProcessEventsFlags flags) const
{
    if (!flags.testFlag(QEventLoop::WaitForMoreEvents) || m_woken)
        return 0ms;
    return flags.testFlag(QEventLoop::X11ExcludeTimers) ? std::nullopt : m_timers.untilNext();
}

/// A wait that no notifier ends. False: a signal came in between.
bool EpollDispatcher::waitForWakeUp(QEventLoop::ProcessEventsFlags flags)
{
    // Writes of earlier wake-ups are taken first; `patience` sees one that comes meanwhile.
    eventfd_t writes = 0;
    ::eventfd_read(m_wakeDescriptor, &writes);
    const auto atMost = patience(flags);
    pollfd asked{m_wakeDescriptor, POLLIN, 0};
    const int timeout = atMost ? int(std::min<qint64>(atMost->count(), std::numeric_limits<int>::max())) : -1;
    return ::poll(&asked, 1, timeout) >= 0 || errno != EINTR;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    m_notifiers.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    m_notifiers.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, milliseconds(interval), timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAllOf(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    return m_timers.allOf(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto remaining = m_timers.remaining(timerId);
    return remaining ? int(remaining->count()) : -1;
}

/// The thread itself looks at `m_woken` before it sleeps; only others need the descriptor.
void EpollDispatcher::wakeUp()
{
    if (!m_woken.exchange(true) && QThread::currentThread() != thread())
        ::eventfd_write(m_wakeDescriptor, 1);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}
