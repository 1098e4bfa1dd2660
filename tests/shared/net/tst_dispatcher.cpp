#include "bell.h"
#include "loopthread.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Turns of our dispatcher and of Qt's: what they handle, in which order, and loops in loops.
class TestDispatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theThreadHasTheDispatcherThatIsTested_data() { bothDispatchers(); }
    void theThreadHasTheDispatcherThatIsTested();
    void postedEventsComeByPriorityThenByAge_data() { bothDispatchers(); }
    void postedEventsComeByPriorityThenByAge();
    void whatIsPostedMeanwhileWaitsForTheNextTurn_data() { bothDispatchers(); }
    void whatIsPostedMeanwhileWaitsForTheNextTurn();
    void aTurnGoesFromPostedEventsToNotifiersToTimers_data() { bothDispatchers(); }
    void aTurnGoesFromPostedEventsToNotifiersToTimers();
    void anObjectThatAnEarlierEventDeletedGetsNone_data() { bothDispatchers(); }
    void anObjectThatAnEarlierEventDeletedGetsNone();
    void deletionIsDeferredToTheLoop_data() { bothDispatchers(); }
    void deletionIsDeferredToTheLoop();
    void aTurnTellsWhetherItHandledSomething_data() { bothDispatchers(); }
    void aTurnTellsWhetherItHandledSomething();
    void aLoopInALoopEndsAlone_data() { bothDispatchers(); }
    void aLoopInALoopEndsAlone();
    void excludedKindsWait_data();
    void excludedKindsWait();
    void excludedNotifiersDoNotEndAWait_data() { bothDispatchers(); }
    void excludedNotifiersDoNotEndAWait();
};

void TestDispatcher::theThreadHasTheDispatcherThatIsTested()
{
    QFETCH(bool, ours);
    const auto name = inThread(ours, [] { return QByteArray(dispatcher()->metaObject()->className()); });
    QCOMPARE(name, ours ? "EpollDispatcher"_ba : "QEventDispatcherUNIX"_ba);
}

void TestDispatcher::postedEventsComeByPriorityThenByAge()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        Listening first([&log] { log += u'a'; });
        Listening second([&log] { log += u'b'; });
        Listening urgent([&log] { log += u'!'; });
        Listening idle([&log] { log += u'.'; });
        idle.post(Qt::LowEventPriority);
        first.post();
        second.post();
        first.post();
        urgent.post(Qt::HighEventPriority);
        turn();
        return log;
    });
    QCOMPARE(came, u"!aba."_s);
}

void TestDispatcher::whatIsPostedMeanwhileWaitsForTheNextTurn()
{
    QFETCH(bool, ours);
    const QList<int> counts = inThread(ours, [] {
        QList<int> seen;
        int count = 0;
        Listening *again = nullptr;
        Listening object([&] {
            ++count;
            again->post();
        });
        again = &object;
        object.post();
        for (int i = 0; i < 3; ++i) {
            turn(QEventLoop::WaitForMoreEvents); // does not sleep on them either
            seen.append(count);
        }
        return seen;
    });
    QCOMPARE(counts, (QList{1, 2, 3}));
}

void TestDispatcher::aTurnGoesFromPostedEventsToNotifiersToTimers()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        Listening timer([&log] { log += u't'; });
        timer.startTimer(0);
        const Bell bell;
        QSocketNotifier notifier(bell.descriptor(), QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, &notifier, [&log] { log += u'n'; });
        Listening posted([&log] { log += u'p'; });
        posted.post();
        turn();
        posted.post();
        turn();
        return log;
    });
    QCOMPARE(came, u"pntpnt"_s);
}

void TestDispatcher::anObjectThatAnEarlierEventDeletedGetsNone()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        auto *victim = new Listening([&log] { log += u"late"_s; });
        const Bell bell;
        auto *notifier = new QSocketNotifier(bell.descriptor(), QSocketNotifier::Read, victim);
        connect(notifier, &QSocketNotifier::activated, victim, [&log] { log += u"late"_s; });
        Listening killer([&] {
            log += u"first "_s;
            delete std::exchange(victim, nullptr);
        });
        killer.post();
        victim->post();
        victim->startTimer(0);
        for (int i = 0; i < 3; ++i)
            turn();
        return log;
    });
    QCOMPARE(came, u"first "_s);
}

void TestDispatcher::deletionIsDeferredToTheLoop()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        QEventLoop loop;
        auto *object = new QObject;
        connect(object, &QObject::destroyed, &loop, [&] {
            log += u"gone"_s;
            loop.quit();
        });
        Listening posted([&] {
            object->deleteLater();
            log += u"there "_s;
        });
        posted.post();
        loop.exec();
        return log;
    });
    QCOMPARE(came, u"there gone"_s);
}

void TestDispatcher::aTurnTellsWhetherItHandledSomething()
{
    QFETCH(bool, ours);
    const QList<bool> told = inThread(ours, [] {
        QList<bool> answers;
        turn();
        answers.append(turn());
        Listening object([] {});
        object.post();
        answers.append(turn());
        answers.append(turn());
        const int timer = object.startTimer(1);
        answers.append(turn(QEventLoop::WaitForMoreEvents));
        object.killTimer(timer);
        object.startTimer(0); // which does not count
        answers.append(turn());
        return answers;
    });
    QCOMPARE(told, (QList{false, true, false, true, false}));
}

void TestDispatcher::aLoopInALoopEndsAlone()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        QEventLoop outer;
        QEventLoop inner;
        QTimer::singleShot(0, &outer, [&] {
            log += u"in "_s;
            QTimer::singleShot(5ms, &inner, [&] {
                log += u"timer "_s;
                inner.quit();
            });
            inner.exec();
            log += u"out "_s;
            QTimer::singleShot(0, &outer, &QEventLoop::quit);
        });
        outer.exec();
        return log + u"end"_s;
    });
    QCOMPARE(came, u"in timer out end"_s);
}

void TestDispatcher::excludedKindsWait_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<QEventLoop::ProcessEventsFlags>("flags");
    QTest::addColumn<QString>("expected");
    using Flags = QEventLoop::ProcessEventsFlags;
    for (const bool ours : {true, false}) {
        const auto row = [ours](const char *name) -> QTestData & {
            return QTest::addRow("%s, %s", ours ? "ours" : "Qt's", name) << ours;
        };
        row("nothing excluded") << Flags(QEventLoop::AllEvents) << u"pnt"_s;
        row("no notifiers") << Flags(QEventLoop::ExcludeSocketNotifiers) << u"pt"_s;
        row("no timers") << Flags(QEventLoop::X11ExcludeTimers) << u"pn"_s;
        row("neither") << (QEventLoop::ExcludeSocketNotifiers | QEventLoop::X11ExcludeTimers) << u"p"_s;
    }
}

void TestDispatcher::excludedKindsWait()
{
    QFETCH(bool, ours);
    QFETCH(QEventLoop::ProcessEventsFlags, flags);
    QFETCH(QString, expected);
    const QString came = inThread(ours, [flags] {
        QString log;
        Listening timer([&log] { log += u't'; });
        timer.startTimer(0);
        const Bell bell;
        QSocketNotifier notifier(bell.descriptor(), QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, &notifier, [&log] { log += u'n'; });
        Listening posted([&log] { log += u'p'; });
        posted.post();
        turn(flags);
        log += u' ';
        turn();
        return log;
    });
    QCOMPARE(came, expected + u" nt"_s);
}

void TestDispatcher::excludedNotifiersDoNotEndAWait()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const Bell bell;
        QSocketNotifier notifier(bell.descriptor(), QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, &notifier, [&log] { log += u'n'; });
        Listening timer([&log] { log += u't'; });
        turn(QEventLoop::ExcludeSocketNotifiers);
        timer.startTimer(10);
        for (int i = 0; i < 3; ++i)
            turn(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
        return log;
    });
    QCOMPARE(came, u"ttt"_s);
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
