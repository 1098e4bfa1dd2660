#pragma once

#include "epolldispatcher.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

/// Rows for a test that our dispatcher and Qt's must both pass.
inline void bothDispatchers()
{
    qputenv("QT_NO_GLIB", "1"); // Qt's UNIX dispatcher for threads, not the one on GLib
    QTest::addColumn<bool>("ours");
    QTest::newRow("ours") << true;
    QTest::newRow("Qt's") << false;
}

inline QAbstractEventDispatcher *dispatcher()
{
    return QAbstractEventDispatcher::instance();
}

/// What `work` returns when it runs in a thread with our dispatcher, or with Qt's. It runs its own loops.
template <typename Work>
auto inThread(bool ours, const Work &work)
{
    decltype(work()) result{};
    std::atomic_bool ended = false; // the thread sanitizer does not see how QThread hands over
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        result = work();
        ended = true;
    }));
    if (ours)
        thread->setEventDispatcher(new EpollDispatcher);
    thread->start();
    thread->wait();
    Q_ASSERT(ended);
    return result;
}

/// Runs turns until a timer or a notifier has made this so, and sleeps in them. False: it did not come about in time.
inline bool turnUntil(const std::function<bool()> &done)
{
    constexpr int Patience = 20'000; // ms
    QDeadlineTimer deadline(Patience);
    QObject alarm;
    alarm.startTimer(Patience);
    while (!done() && !deadline.hasExpired())
        dispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
    return done();
}

/// Takes one turn that does not wait.
inline bool turn(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return dispatcher()->processEvents(flags);
}

/// An object that does this for each event that has the type `User`, and for each of its timers.
class Listening final : public QObject
{
public:
    explicit Listening(std::function<void()> onEvent, QObject *parent = nullptr)
        : QObject(parent)
        , m_onEvent(std::move(onEvent))
    {
    }

    void post(int priority = Qt::NormalEventPriority)
    {
        QCoreApplication::postEvent(this, new QEvent(QEvent::User), priority);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User && event->type() != QEvent::Timer)
            return QObject::event(event);
        const auto onEvent = m_onEvent; // a copy, as it may delete us
        onEvent();
        return true;
    }

private:
    std::function<void()> m_onEvent;
};

/// Takes so many.
inline void turns(int count)
{
    for (int i = 0; i < count; ++i)
        turn();
}
