#include "bell.h"
#include "loopthread.h"

#include <QTimer>

#include <array>
#include <atomic>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How waits of our dispatcher and of Qt's end, and the threads themselves.
class TestDispatcherWakeUps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWakeUpEndsAWait_data() { bothDispatchers(); }
    void aWakeUpEndsAWait();
    void wakeUpsOfManyThreadsLoseNoEvent_data() { bothDispatchers(); }
    void wakeUpsOfManyThreadsLoseNoEvent();
    void anInterruptEndsTheTurnBeforeItWaits_data() { bothDispatchers(); }
    void anInterruptEndsTheTurnBeforeItWaits();
    void anInterruptEndsAWait_data() { bothDispatchers(); }
    void anInterruptEndsAWait();
    void itTellsThatItBlocks_data() { bothDispatchers(); }
    void itTellsThatItBlocks();
    void aThreadQuitsAtAnyTime_data() { bothDispatchers(); }
    void aThreadQuitsAtAnyTime();
    void aThreadEndsWithTimersAndNotifiersLeft_data() { bothDispatchers(); }
    void aThreadEndsWithTimersAndNotifiersLeft();
};

void TestDispatcherWakeUps::aWakeUpEndsAWait()
{
    QFETCH(bool, ours);
    const QList<bool> told = inThread(ours, [] {
        QAbstractEventDispatcher *mine = dispatcher();
        mine->wakeUp();
        QList<bool> answers{turn(QEventLoop::WaitForMoreEvents)};
        const std::unique_ptr<QThread> other(QThread::create([mine] { mine->wakeUp(); }));
        connect(mine, &QAbstractEventDispatcher::aboutToBlock, other.get(), [&other] { other->start(); });
        answers.append(turn(QEventLoop::WaitForMoreEvents));
        other->wait();
        return answers;
    });
    QCOMPARE(told, (QList{true, true}));
}

void TestDispatcherWakeUps::wakeUpsOfManyThreadsLoseNoEvent()
{
    QFETCH(bool, ours);
    constexpr int Threads = 8;
    constexpr int Events = 5'000;
    struct Numbered final : QEvent
    {
        Numbered(int from, int number)
            : QEvent(QEvent::User)
            , thread(from)
            , value(number)
        {
        }
        int thread;
        int value;
    };
    struct Counter final : QObject
    {
        bool event(QEvent *event) override
        {
            handedOver.load();
            if (event->type() != QEvent::User)
                return QObject::event(event);
            const auto *numbered = static_cast<Numbered *>(event);
            inOrder = inOrder && next[std::size_t(numbered->thread)]++ == numbered->value;
            if (++count == Threads * Events)
                loop.quit();
            return true;
        }
        QEventLoop loop;
        std::atomic_int handedOver = 0; // for the thread sanitizer, which does not see how Qt hands events over
        std::array<int, Threads> next = {};
        int count = 0;
        bool inOrder = true;
    };
    const auto [inTime, inOrder] = inThread(ours, [] {
        Counter counter;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int from = 0; from < Threads; ++from) {
            threads.emplace_back(QThread::create([&counter, from] {
                for (int i = 0; i < Events; ++i) {
                    auto *event = new Numbered(from, i);
                    ++counter.handedOver;
                    QCoreApplication::postEvent(&counter, event);
                }
            }));
            threads.back()->start();
        }
        QTimer::singleShot(20s, &counter.loop, [&counter] { counter.loop.exit(1); }); // it slept with events waiting
        const int ended = counter.loop.exec();
        for (const auto &thread : threads)
            thread->wait();
        return std::pair(ended == 0, counter.inOrder);
    });
    QVERIFY(inTime);
    QVERIFY(inOrder);
}

void TestDispatcherWakeUps::anInterruptEndsTheTurnBeforeItWaits()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const Bell bell;
        QSocketNotifier notifier(bell.descriptor(), QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, &notifier, [&log] { log += u'n'; });
        Listening posted([&log] {
            log += u'p';
            dispatcher()->interrupt();
        });
        posted.post();
        log += turn(QEventLoop::WaitForMoreEvents) ? u"+ "_s : u"- "_s;
        log += turn(QEventLoop::WaitForMoreEvents) ? u"+ "_s : u"- "_s;
        return log;
    });
    QCOMPARE(came, u"p- n+ "_s);
}

void TestDispatcherWakeUps::anInterruptEndsAWait()
{
    QFETCH(bool, ours);
    const bool ended = inThread(ours, [] {
        QAbstractEventDispatcher *mine = dispatcher();
        const std::unique_ptr<QThread> other(QThread::create([mine] { mine->interrupt(); }));
        connect(mine, &QAbstractEventDispatcher::aboutToBlock, other.get(), [&other] { other->start(); });
        turn(QEventLoop::WaitForMoreEvents);
        return other->wait();
    });
    QVERIFY(ended);
}

void TestDispatcherWakeUps::itTellsThatItBlocks()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        turn(); // takes what the start of the thread left
        QString log;
        connect(dispatcher(), &QAbstractEventDispatcher::awake, dispatcher(), [&log] { log += u"awake "_s; });
        connect(dispatcher(), &QAbstractEventDispatcher::aboutToBlock, dispatcher(), [&log] { log += u"block "_s; });
        turn();
        Listening timer([&log] { log += u"timer "_s; });
        timer.startTimer(10);
        turn(QEventLoop::WaitForMoreEvents);
        dispatcher()->disconnect();
        return log;
    });
    QCOMPARE(came, u"awake awake block timer "_s);
}

void TestDispatcherWakeUps::aThreadQuitsAtAnyTime()
{
    QFETCH(bool, ours);
    for (int i = 0; i < 300; ++i) {
        QThread thread;
        if (ours)
            thread.setEventDispatcher(new EpollDispatcher);
        thread.start();
        for (int pause = 0; pause < i % 8; ++pause)
            QThread::yieldCurrentThread();
        thread.quit();
        QVERIFY(thread.wait(20'000));
    }
}

void TestDispatcherWakeUps::aThreadEndsWithTimersAndNotifiersLeft()
{
    QFETCH(bool, ours);
    const Bell bell;
    const std::unique_ptr<QObject> left(inThread(ours, [&bell] {
        auto *object = new QObject;
        new QSocketNotifier(bell.descriptor(), QSocketNotifier::Read, object);
        // Deleted by the thread when its loops have ended.
        auto *timer = new Listening([] {});
        timer->startTimer(0);
        turn();
        timer->deleteLater();
        return object;
    }));
    QCOMPARE(left->children().size(), 1);
}

QTEST_GUILESS_MAIN(TestDispatcherWakeUps)
#include "tst_dispatcherwakeups.moc"
