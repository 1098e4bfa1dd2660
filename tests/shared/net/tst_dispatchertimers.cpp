#include "loopthread.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Timers of our dispatcher and of Qt's.
class TestDispatcherTimers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTimerFiresInTime_data();
    void aTimerFiresInTime();
    void aTimerGoesOn_data() { bothDispatchers(); }
    void aTimerGoesOn();
    void timersFireInTheOrderOfTheirTimes_data() { bothDispatchers(); }
    void timersFireInTheOrderOfTheirTimes();
    void zeroTimersFireOnceInATurn_data() { bothDispatchers(); }
    void zeroTimersFireOnceInATurn();
    void aLateTimerDoesNotMakeUpForLostTimes_data() { bothDispatchers(); }
    void aLateTimerDoesNotMakeUpForLostTimes();
    void aTimerIsStoppedInItsOwnSlot_data() { bothDispatchers(); }
    void aTimerIsStoppedInItsOwnSlot();
    void aTimerIsChangedInItsOwnSlot_data() { bothDispatchers(); }
    void aTimerIsChangedInItsOwnSlot();
    void aTimerIsDeletedInItsOwnSlot_data() { bothDispatchers(); }
    void aTimerIsDeletedInItsOwnSlot();
    void aTimerThatAnEarlierOneStoppedDoesNotFire_data() { bothDispatchers(); }
    void aTimerThatAnEarlierOneStoppedDoesNotFire();
    void aTimerThatAnEarlierOneDeletedDoesNotFire_data() { bothDispatchers(); }
    void aTimerThatAnEarlierOneDeletedDoesNotFire();
    void aTimerStartedInASlotWaitsForTheNextTurn_data() { bothDispatchers(); }
    void aTimerStartedInASlotWaitsForTheNextTurn();
    void aTimerDoesNotFireInsideItsOwnSlot_data() { bothDispatchers(); }
    void aTimerDoesNotFireInsideItsOwnSlot();
    void aTimerWhoseSlotRunsALoopLetsItSleep_data() { bothDispatchers(); }
    void aTimerWhoseSlotRunsALoopLetsItSleep();
    void aLoopInASlotGivesTheOthersTheirTurn_data() { bothDispatchers(); }
    void aLoopInASlotGivesTheOthersTheirTurn();
    void theRemainingTimeIsTold_data() { bothDispatchers(); }
    void theRemainingTimeIsTold();
    void theTimersOfAnObjectAreTold_data() { bothDispatchers(); }
    void theTimersOfAnObjectAreTold();
    void anObjectTakesItsTimersToAnotherThread_data() { bothDispatchers(); }
    void anObjectTakesItsTimersToAnotherThread();
};

void TestDispatcherTimers::aTimerFiresInTime_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<Qt::TimerType>("type");
    QTest::addColumn<int>("interval"); // ms
    QTest::addColumn<int>("earliest"); // ms
    for (const bool ours : {true, false}) {
        const auto row = [ours](const char *name) -> QTestData & {
            return QTest::addRow("%s, %s", ours ? "ours" : "Qt's", name) << ours;
        };
        row("precise, 1 ms") << Qt::PreciseTimer << 1 << 1;
        row("precise, 50 ms") << Qt::PreciseTimer << 50 << 50;
        row("coarse, 20 ms counts as precise") << Qt::CoarseTimer << 20 << 20;
        row("coarse, 21 ms") << Qt::CoarseTimer << 21 << 19;
        row("coarse, 200 ms") << Qt::CoarseTimer << 200 << 190;
        row("very coarse, a second") << Qt::VeryCoarseTimer << 1000 << 500;
    }
}

void TestDispatcherTimers::aTimerFiresInTime()
{
    QFETCH(bool, ours);
    QFETCH(Qt::TimerType, type);
    QFETCH(int, interval);
    QFETCH(int, earliest);
    constexpr int Slack = 1'000; // ms, for a busy machine
    const qint64 passed = inThread(ours, [=] {
        bool fired = false;
        Listening timer([&fired] { fired = true; });
        QElapsedTimer clock;
        clock.start();
        timer.startTimer(interval, type);
        turnUntil([&fired] { return fired; });
        return clock.nsecsElapsed() / 1'000'000;
    });
    QVERIFY2(passed >= earliest, qPrintable(QString::number(passed)));
    QVERIFY2(passed <= interval + interval / 2 + Slack, qPrintable(QString::number(passed)));
}

void TestDispatcherTimers::aTimerGoesOn()
{
    QFETCH(bool, ours);
    constexpr int Interval = 10;
    constexpr int Times = 10;
    const qint64 passed = inThread(ours, [] {
        int fired = 0;
        Listening timer([&fired] { ++fired; });
        QElapsedTimer clock;
        clock.start();
        timer.startTimer(Interval, Qt::PreciseTimer);
        turnUntil([&fired] { return fired == Times; });
        return clock.nsecsElapsed() / 1'000'000;
    });
    QVERIFY2(passed >= Interval * Times, qPrintable(QString::number(passed)));
}

void TestDispatcherTimers::timersFireInTheOrderOfTheirTimes()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        QObject context;
        for (const int interval : {30, 10, 20, 10}) {
            QTimer::singleShot(interval, Qt::PreciseTimer, &context,
                               [&log, interval] { log += QString::number(interval) + u' '; });
        }
        QThread::msleep(50); // all are due at once
        turn();
        return log;
    });
    QCOMPARE(came, u"10 10 20 30 "_s);
}

void TestDispatcherTimers::zeroTimersFireOnceInATurn()
{
    QFETCH(bool, ours);
    const QStringList came = inThread(ours, [] {
        QStringList turns;
        QString log;
        Listening first([&log] { log += u'a'; });
        Listening second([&log] { log += u'b'; });
        first.startTimer(0);
        second.startTimer(0);
        for (int i = 0; i < 3; ++i) {
            turn(QEventLoop::WaitForMoreEvents);
            turns.append(std::exchange(log, {}));
        }
        return turns;
    });
    QCOMPARE(came, (QStringList{u"ab"_s, u"ab"_s, u"ab"_s}));
}

void TestDispatcherTimers::aLateTimerDoesNotMakeUpForLostTimes()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        Listening timer([&count] { ++count; });
        timer.startTimer(200, Qt::PreciseTimer);
        QThread::msleep(650);
        turn();
        turn();
        return count;
    });
    QCOMPARE(fired, 1);
}

void TestDispatcherTimers::aTimerIsStoppedInItsOwnSlot()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            ++count;
            timer.stop();
        });
        timer.start(0);
        for (int i = 0; i < 3; ++i)
            turn();
        return count;
    });
    QCOMPARE(fired, 1);
}

void TestDispatcherTimers::aTimerIsChangedInItsOwnSlot()
{
    QFETCH(bool, ours);
    const auto [soon, later] = inThread(ours, [] {
        int count = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            ++count;
            timer.start(count == 1 ? 30 : 100'000);
        });
        timer.start(0);
        for (int i = 0; i < 3; ++i)
            turn();
        const int atOnce = count;
        turnUntil([&count] { return count == 2; });
        return std::pair(atOnce, timer.remainingTime());
    });
    QCOMPARE(soon, 1);
    QVERIFY(later > 90'000);
}

void TestDispatcherTimers::aTimerIsDeletedInItsOwnSlot()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        Listening *timer = nullptr;
        timer = new Listening([&] {
            ++count;
            delete timer;
        });
        timer->startTimer(0);
        for (int i = 0; i < 3; ++i)
            turn();
        return count;
    });
    QCOMPARE(fired, 1);
}

void TestDispatcherTimers::aTimerThatAnEarlierOneStoppedDoesNotFire()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        QTimer second;
        Listening first([&] {
            log += u'a';
            second.stop();
        });
        connect(&second, &QTimer::timeout, &second, [&log] { log += u'b'; });
        first.startTimer(0);
        second.start(0);
        turn();
        return log;
    });
    QCOMPARE(came, u"a"_s);
}

void TestDispatcherTimers::aTimerThatAnEarlierOneDeletedDoesNotFire()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        auto *second = new Listening([&log] { log += u'b'; });
        Listening first([&] {
            log += u'a';
            delete std::exchange(second, nullptr);
        });
        first.startTimer(0);
        second->startTimer(0);
        second->startTimer(0);
        turn();
        return log;
    });
    QCOMPARE(came, u"a"_s);
}

void TestDispatcherTimers::aTimerStartedInASlotWaitsForTheNextTurn()
{
    QFETCH(bool, ours);
    const QStringList came = inThread(ours, [] {
        QStringList turns;
        QString log;
        Listening second([&log] { log += u'b'; });
        QBasicTimer once;
        Listening first([&] {
            log += u'a';
            once.stop(); // so that its number may be given again
            second.startTimer(0);
        });
        once.start(0, &first);
        for (int i = 0; i < 3; ++i) {
            turn();
            turns.append(std::exchange(log, {}));
        }
        return turns;
    });
    QCOMPARE(came, (QStringList{u"a"_s, u"b"_s, u"b"_s}));
}

void TestDispatcherTimers::aTimerDoesNotFireInsideItsOwnSlot()
{
    QFETCH(bool, ours);
    const auto [inside, after] = inThread(ours, [] {
        int depth = 0;
        int deepest = 0;
        int count = 0;
        Listening timer([&] {
            ++count;
            deepest = qMax(deepest, ++depth);
            for (int i = 0; i < 3; ++i)
                turn();
            --depth;
        });
        timer.startTimer(0);
        turn();
        turn();
        return std::pair(deepest, count);
    });
    QCOMPARE(inside, 1);
    QCOMPARE(after, 2);
}

void TestDispatcherTimers::aTimerWhoseSlotRunsALoopLetsItSleep()
{
    QFETCH(bool, ours);
    const int turnsTaken = inThread(ours, [] {
        int count = 0;
        connect(dispatcher(), &QAbstractEventDispatcher::awake, dispatcher(), [&count] { ++count; });
        Listening zero([] {
            bool over = false;
            Listening end([&over] { over = true; });
            end.startTimer(30, Qt::PreciseTimer);
            turnUntil([&over] { return over; });
        });
        zero.startTimer(0);
        turn();
        dispatcher()->disconnect();
        return count;
    });
    QVERIFY2(turnsTaken <= 5, qPrintable(QString::number(turnsTaken)));
}

void TestDispatcherTimers::aLoopInASlotGivesTheOthersTheirTurn()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        Listening other([&log] { log += u'b'; });
        QTimer once;
        once.setSingleShot(true);
        connect(&once, &QTimer::timeout, &once, [&] {
            log += u'(';
            turn();
            log += u')';
        });
        once.start(0);
        const int second = other.startTimer(0);
        turn();
        other.killTimer(second);
        turn();
        return log;
    });
    QCOMPARE(came, u"(b)"_s);
}

void TestDispatcherTimers::theRemainingTimeIsTold()
{
    QFETCH(bool, ours);
    const QList<int> told = inThread(ours, [] {
        QObject object;
        const int timer = object.startTimer(100'000, Qt::PreciseTimer);
        const int due = object.startTimer(1, Qt::PreciseTimer);
        QThread::msleep(5);
        QList<int> times{dispatcher()->remainingTime(timer), dispatcher()->remainingTime(due)};
        object.killTimer(timer);
        return times << dispatcher()->remainingTime(timer);
    });
    QVERIFY(told.at(0) <= 99'995);
    QVERIFY(told.at(0) > 90'000);
    QCOMPARE(told.at(1), 0);
    QCOMPARE(told.at(2), -1);
}

void TestDispatcherTimers::theTimersOfAnObjectAreTold()
{
    QFETCH(bool, ours);
    using Timers = QMap<int, Qt::TimerType>; // by interval in ms
    const auto [all, gone] = inThread(ours, [] {
        QObject object;
        QObject another;
        another.startTimer(7);
        object.startTimer(5, Qt::CoarseTimer);
        object.startTimer(100, Qt::CoarseTimer);
        object.startTimer(30'000, Qt::CoarseTimer);
        object.startTimer(2'600, Qt::VeryCoarseTimer);
        Timers timers;
        for (const auto &timer : dispatcher()->registeredTimers(&object))
            timers.insert(timer.interval, timer.timerType);
        dispatcher()->unregisterTimers(&object);
        return std::pair(timers, dispatcher()->registeredTimers(&object).isEmpty());
    });
    QCOMPARE(all, (Timers{{5, Qt::PreciseTimer}, {100, Qt::CoarseTimer}, {3'000, Qt::VeryCoarseTimer},
                          {30'000, Qt::VeryCoarseTimer}}));
    QVERIFY(gone);
}

void TestDispatcherTimers::anObjectTakesItsTimersToAnotherThread()
{
    QFETCH(bool, ours);
    const auto [left, arrived] = inThread(ours, [ours] {
        QThread other;
        if (ours)
            other.setEventDispatcher(new EpollDispatcher);
        std::atomic<QThread *> firedIn = nullptr;
        auto *moved = new Listening([&firedIn] { firedIn = QThread::currentThread(); });
        connect(&other, &QThread::finished, moved, &QObject::deleteLater);
        moved->startTimer(5);
        moved->moveToThread(&other);
        const bool none = dispatcher()->registeredTimers(moved).isEmpty();
        other.start();
        QObject clock;
        clock.startTimer(1);
        turnUntil([&] { return firedIn != nullptr; });
        other.quit();
        other.wait();
        return std::pair(none, firedIn == &other);
    });
    QVERIFY(left);
    QVERIFY(arrived);
}

QTEST_GUILESS_MAIN(TestDispatcherTimers)
#include "tst_dispatchertimers.moc"
