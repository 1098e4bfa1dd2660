#pragma once

#include "notifierset.h"
#include "timerqueue.h"

#include <QAbstractEventDispatcher>

#include <atomic>

/// The event dispatcher of an I/O thread on Linux: a turn costs as much as there are descriptors ready, where Qt's
/// asks the system about every one of them. Give it to `QThread::setEventDispatcher` before the thread starts;
/// `wakeUp` and `interrupt` may be called from any thread, all else from that one.
///
/// A turn sends the posted events, waits, then activates socket notifiers (Read, Write, Exception of each descriptor,
/// in this order), then the timers that are due, as Qt's UNIX dispatcher does. It takes 512 descriptors at most.
///
/// Its limits:
/// - No windows, no GLib sources, no native event filters: not for the GUI thread.
/// - Its timers wake to the millisecond, rounded up. Intervals of very coarse ones are full seconds, 1 s at least.
/// - `aboutToBlock` is left out when a wake-up is already pending.
/// - A descriptor closed while its notifier is enabled falls silent, where Qt's warns and disables the notifier. When
///   a copy of it (`dup`) lives on, the notifier must be disabled first, or the thread may never sleep again.
/// - A descriptor that `epoll` refuses keeps the thread from sleeping while its notifier is enabled. For regular
///   files that is so in Qt's as well, since they are always ready.
/// - It takes two descriptors, and ends the program when the system has none, as Qt's does.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    void wait(QEventLoop::ProcessEventsFlags flags);
    std::optional<std::chrono::milliseconds> patience(QEventLoop::ProcessEventsFlags flags) const;
    bool waitForWakeUp(QEventLoop::ProcessEventsFlags flags);

    const int m_wakeDescriptor; // an eventfd; written to end a wait, while `m_woken` is what counts
    std::atomic_bool m_woken = false;
    std::atomic_bool m_interrupted = false;
    NotifierSet m_notifiers;
    TimerQueue m_timers;
};
