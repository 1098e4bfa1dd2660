#include "bell.h"
#include "loopthread.h"
#include "nativesocket.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <vector>

#include <fcntl.h>

using namespace Qt::StringLiterals;

/// Descriptors of unusual kinds, used again, and many of them, with our dispatcher and with Qt's.
class TestDispatcherDescriptors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NativeSocket::raiseDescriptorLimit(); }
    void aRegularFileIsAlwaysReady_data() { bothDispatchers(); }
    void aRegularFileIsAlwaysReady();
    void aDescriptorThatIsNoneIsDisabled_data() { bothDispatchers(); }
    void aDescriptorThatIsNoneIsDisabled();
    void aNumberIsUsedAgainBeforeItsNotifierIsDisabled_data() { bothDispatchers(); }
    void aNumberIsUsedAgainBeforeItsNotifierIsDisabled();
    void aNumberIsUsedAgainByTheSameNotifiers_data() { bothDispatchers(); }
    void aNumberIsUsedAgainByTheSameNotifiers();
    void aNumberIsUsedAgainByOtherNotifiers_data() { bothDispatchers(); }
    void aNumberIsUsedAgainByOtherNotifiers();
    void aDescriptorThatNobodyWatchesLetsTheThreadSleep_data() { bothDispatchers(); }
    void aDescriptorThatNobodyWatchesLetsTheThreadSleep();
    void manyDescriptorsAreAllServed_data() { bothDispatchers(); }
    void manyDescriptorsAreAllServed();
    void manyBusyDescriptorsAreServedInTurn_data() { bothDispatchers(); }
    void manyBusyDescriptorsAreServedInTurn();
    void aStormOfOneKindLetsTheOthersThrough_data();
    void aStormOfOneKindLetsTheOthersThrough();
};

/// Posts itself another event for each that it gets.
class Restless final : public QObject
{
public:
    Restless() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
        return true;
    }
};

void TestDispatcherDescriptors::aRegularFileIsAlwaysReady()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const int file = ::open(QTest::currentAppName(), O_RDONLY | O_CLOEXEC);
        {
            const auto read = notifier(file, QSocketNotifier::Read, [&log] { log += u'r'; });
            turn(QEventLoop::WaitForMoreEvents);
            const auto write = notifier(file, QSocketNotifier::Write, [&log] { log += u'w'; });
            turn(QEventLoop::WaitForMoreEvents);
            read->setEnabled(false);
            turn(QEventLoop::WaitForMoreEvents);
        }
        ::close(file);
        turn();
        return log;
    });
    QCOMPARE(came, u"rrww"_s);
}

void TestDispatcherDescriptors::aDescriptorThatIsNoneIsDisabled()
{
    QFETCH(bool, ours);
    static const QRegularExpression warning(u"Invalid socket \\d+ with type Read, disabling"_s);
    QTest::ignoreMessage(QtWarningMsg, warning);
    const auto [enabled, fired] = inThread(ours, [] {
        const int descriptor = ::eventfd(0, EFD_CLOEXEC);
        ::close(descriptor);
        int count = 0;
        const auto read = notifier(descriptor, QSocketNotifier::Read, [&count] { ++count; });
        turns(2);
        return std::pair(read->isEnabled(), count);
    });
    QVERIFY(!enabled);
    QCOMPARE(fired, 0);
}

void TestDispatcherDescriptors::aNumberIsUsedAgainBeforeItsNotifierIsDisabled()
{
    QFETCH(bool, ours);
    const auto [same, came] = inThread(ours, [] {
        QString log;
        auto first = std::make_unique<Bell>();
        const int number = first->descriptor();
        auto old = notifier(number, QSocketNotifier::Read, [&log] { log += u'o'; });
        turn();
        first->silence();
        turn();
        first.reset();
        const Bell second;
        old.reset();
        const auto read = reader(second, [&log] { log += u'n'; });
        turn();
        return std::pair(second.descriptor() == number, log);
    });
    QVERIFY(same);
    QCOMPARE(came, u"on"_s);
}

void TestDispatcherDescriptors::aNumberIsUsedAgainByTheSameNotifiers()
{
    QFETCH(bool, ours);
    static const QRegularExpression warning(u"Multiple socket notifiers for same socket \\d+ and type Read"_s);
    QTest::ignoreMessage(QtWarningMsg, warning); // the new one comes
    if (!ours)
        QTest::ignoreMessage(QtWarningMsg, warning); // the old one goes
    const QString came = inThread(ours, [] {
        QString log;
        auto first = std::make_unique<Bell>();
        auto old = reader(*first, [&log] { log += u'o'; });
        turn();
        first->silence();
        turn();
        first.reset();
        const Bell second;
        const auto read = reader(second, [&log] { log += u'n'; });
        turn();
        old.reset();
        turn();
        return log;
    });
    QCOMPARE(came, u"onn"_s);
}

void TestDispatcherDescriptors::aNumberIsUsedAgainByOtherNotifiers()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        auto first = std::make_unique<Bell>();
        auto old = notifier(first->descriptor(), QSocketNotifier::Exception, [&log] { log += u'o'; });
        turn();
        first.reset();
        const Bell second;
        second.silence();
        const auto read = reader(second, [&log] { log += u'n'; });
        turn();
        second.ring();
        turn();
        old.reset();
        turn();
        return log;
    });
    QCOMPARE(came, u"nn"_s);
}

void TestDispatcherDescriptors::aDescriptorThatNobodyWatchesLetsTheThreadSleep()
{
    QFETCH(bool, ours);
    const QList<int> turnsTaken = inThread(ours, [] {
        QList<int> counts;
        int count = 0;
        connect(dispatcher(), &QAbstractEventDispatcher::awake, dispatcher(), [&count] { ++count; });
        const auto nap = [&] {
            count = 0;
            bool over = false;
            Listening timer([&over] { over = true; });
            timer.startTimer(30, Qt::PreciseTimer);
            turnUntil([&over] { return over; });
            counts.append(count);
        };
        const Bell bell;
        bell.silence();
        const auto read = reader(bell, [] {});
        const auto exception = notifier(bell.descriptor(), QSocketNotifier::Exception, [] {});
        turn();
        bell.ring();
        read->setEnabled(false); // while the other one goes on
        nap();
        const Bell alone;
        alone.silence();
        const auto only = reader(alone, [] {});
        turn();
        alone.ring();
        only->setEnabled(false);
        nap();
        dispatcher()->disconnect();
        return counts;
    });
    for (const int count : turnsTaken)
        QVERIFY2(count <= 5, qPrintable(QString::number(count)));
}

void TestDispatcherDescriptors::manyDescriptorsAreAllServed()
{
    QFETCH(bool, ours);
    constexpr int Many = 1'500;
    const int served = inThread(ours, [] {
        int count = 0;
        const auto bells = std::make_unique<std::array<Bell, Many>>();
        std::vector<std::unique_ptr<QSocketNotifier>> reads;
        for (const Bell &bell : *bells) {
            reads.push_back(reader(bell, [&] {
                ++count;
                bell.silence();
            }));
        }
        turnUntil([&count] { return count >= Many; });
        turns(5);
        return count;
    });
    QCOMPARE(served, Many);
}

void TestDispatcherDescriptors::manyBusyDescriptorsAreServedInTurn()
{
    QFETCH(bool, ours);
    constexpr std::size_t Many = 1'500; // of which one wait does not tell all
    const int least = inThread(ours, [] {
        const auto bells = std::make_unique<std::array<Bell, Many>>();
        std::vector<int> counts(Many, 0);
        std::vector<std::unique_ptr<QSocketNotifier>> reads;
        for (std::size_t i = 0; i < Many; ++i)
            reads.push_back(reader((*bells)[i], [&counts, i] { ++counts[i]; }));
        turns(12);
        return *std::min_element(counts.begin(), counts.end());
    });
    QVERIFY2(least >= 3, qPrintable(QString::number(least)));
}

void TestDispatcherDescriptors::aStormOfOneKindLetsTheOthersThrough_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<QString>("storm");
    for (const bool ours : {true, false}) {
        for (const char *storm : {"timers", "notifiers", "posted"})
            QTest::addRow("%s, %s", ours ? "ours" : "Qt's", storm) << ours << QString::fromLatin1(storm);
    }
}

void TestDispatcherDescriptors::aStormOfOneKindLetsTheOthersThrough()
{
    QFETCH(bool, ours);
    QFETCH(QString, storm);
    const bool allCame = inThread(ours, [storm] {
        const std::array<Bell, 50> bells;
        std::vector<std::unique_ptr<QObject>> noise;
        for (const Bell &bell : bells) {
            if (storm == u"posted")
                noise.push_back(std::make_unique<Restless>());
            if (storm == u"notifiers")
                noise.push_back(reader(bell, [] {}));
            if (storm == u"timers")
                noise.push_back(std::make_unique<QObject>());
            if (storm == u"timers")
                noise.back()->startTimer(0);
        }
        QSet<QString> came;
        const Bell bell;
        const auto read = reader(bell, [&came] { came += u"notifier"_s; });
        Listening timer([&came] { came += u"timer"_s; });
        timer.startTimer(5);
        Listening event([&came] { came += u"event"_s; });
        event.post();
        return turnUntil([&came] { return came.size() == 3; });
    });
    QVERIFY(allCame);
}

QTEST_GUILESS_MAIN(TestDispatcherDescriptors)
#include "tst_dispatcherdescriptors.moc"
