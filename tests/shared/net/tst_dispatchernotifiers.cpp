#include "bell.h"
#include "loopthread.h"
#include "nativesocket.h"

#include <QScopeGuard>

#include <array>
#include <vector>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// Socket notifiers of our dispatcher and of Qt's.
class TestDispatcherNotifiers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNotifierFiresWhileThereIsSomethingToRead_data() { bothDispatchers(); }
    void aNotifierFiresWhileThereIsSomethingToRead();
    void aDescriptorHasANotifierOfEachType_data() { bothDispatchers(); }
    void aDescriptorHasANotifierOfEachType();
    void aNotifierIsDisabledInItsOwnSlot_data() { bothDispatchers(); }
    void aNotifierIsDisabledInItsOwnSlot();
    void aNotifierIsDisabledAndEnabledInItsOwnSlot_data() { bothDispatchers(); }
    void aNotifierIsDisabledAndEnabledInItsOwnSlot();
    void aNotifierIsDeletedInItsOwnSlot_data() { bothDispatchers(); }
    void aNotifierIsDeletedInItsOwnSlot();
    void aNotifierThatAnEarlierOneDisabledDoesNotFire_data() { bothDispatchers(); }
    void aNotifierThatAnEarlierOneDisabledDoesNotFire();
    void aNotifierThatAnEarlierOneDeletedDoesNotFire_data() { bothDispatchers(); }
    void aNotifierThatAnEarlierOneDeletedDoesNotFire();
    void theWriteNotifierThatTheReadOneDeletedDoesNotFire_data() { bothDispatchers(); }
    void theWriteNotifierThatTheReadOneDeletedDoesNotFire();
    void theWriteNotifierThatTheReadOneDisabledWaitsForAnotherTurn_data() { bothDispatchers(); }
    void theWriteNotifierThatTheReadOneDisabledWaitsForAnotherTurn();
    void aLoopInASlotServesTheOthers_data() { bothDispatchers(); }
    void aLoopInASlotServesTheOthers();
    void aHangUpConcernsEveryType_data() { bothDispatchers(); }
    void aHangUpConcernsEveryType();
};

namespace {

/// Both ends of a TCP connection.
std::array<int, 2> connectedPair()
{
    const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto closing = qScopeGuard([listening] { ::close(listening); });
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(listening, reinterpret_cast<const sockaddr *>(&address), size);
    ::listen(listening, 1);
    ::getsockname(listening, reinterpret_cast<sockaddr *>(&address), &size);
    const int connecting = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::connect(connecting, reinterpret_cast<const sockaddr *>(&address), size);
    return {connecting, ::accept(listening, nullptr, nullptr)};
}

}

void TestDispatcherNotifiers::aNotifierFiresWhileThereIsSomethingToRead()
{
    QFETCH(bool, ours);
    const QList<int> counts = inThread(ours, [] {
        QList<int> seen;
        int count = 0;
        const Bell bell;
        const auto watching = reader(bell, [&count] { ++count; });
        const auto note = [&] {
            turns(2);
            seen.append(std::exchange(count, 0));
        };
        note();
        bell.silence();
        note();
        bell.ring();
        note();
        return seen;
    });
    QCOMPARE(counts, (QList{2, 0, 2}));
}

void TestDispatcherNotifiers::aDescriptorHasANotifierOfEachType()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const auto [near, far] = connectedPair();
        {
            auto exception = notifier(near, QSocketNotifier::Exception, [&log] { log += u'e'; });
            const auto write = notifier(near, QSocketNotifier::Write, [&log] { log += u'w'; });
            const auto read = notifier(near, QSocketNotifier::Read, [&log] { log += u'r'; });
            turn();
            log += u' ';
            ::send(far, "in", 2, 0);
            turn();
            log += u' ';
            ::send(far, "!", 1, MSG_OOB);
            turn();
            log += u' ';
            write->setEnabled(false);
            turn();
            log += u' ';
            exception.reset();
            turn();
        }
        ::close(near);
        ::close(far);
        return log;
    });
    QCOMPARE(came, u"w rw rwe re r"_s);
}

void TestDispatcherNotifiers::aNotifierIsDisabledInItsOwnSlot()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const Bell bell;
        const auto read = reader(bell, [&log] { log += u'r'; });
        std::unique_ptr<QSocketNotifier> write;
        write = notifier(bell.descriptor(), QSocketNotifier::Write, [&] {
            log += u'w';
            write->setEnabled(false);
        });
        turns(2);
        read->setEnabled(false);
        turns(2);
        return log;
    });
    QCOMPARE(came, u"rwr"_s);
}

void TestDispatcherNotifiers::aNotifierIsDisabledAndEnabledInItsOwnSlot()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        const Bell bell;
        std::unique_ptr<QSocketNotifier> read;
        read = reader(bell, [&] {
            ++count;
            read->setEnabled(false);
            read->setEnabled(true);
        });
        turns(3);
        return count;
    });
    QCOMPARE(fired, 3);
}

void TestDispatcherNotifiers::aNotifierIsDeletedInItsOwnSlot()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        const Bell bell;
        std::unique_ptr<QSocketNotifier> read;
        read = reader(bell, [&] {
            ++count;
            read.reset();
        });
        turns(3);
        return count;
    });
    QCOMPARE(fired, 1);
}

void TestDispatcherNotifiers::aNotifierThatAnEarlierOneDisabledDoesNotFire()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        const std::array<Bell, 2> bells;
        std::array<std::unique_ptr<QSocketNotifier>, 2> reads;
        for (std::size_t i = 0; i < 2; ++i) {
            reads[i] = reader(bells[i], [&, i] {
                ++count;
                reads[1 - i]->setEnabled(false);
                reads[1 - i]->setEnabled(true); // for the next turn
            });
        }
        turn();
        return count;
    });
    QCOMPARE(fired, 1);
}

void TestDispatcherNotifiers::aNotifierThatAnEarlierOneDeletedDoesNotFire()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        const std::array<Bell, 2> bells;
        std::array<std::unique_ptr<QSocketNotifier>, 2> reads;
        for (std::size_t i = 0; i < 2; ++i) {
            reads[i] = reader(bells[i], [&, i] {
                ++count;
                reads[1 - i].reset();
            });
        }
        turns(2);
        return count;
    });
    QCOMPARE(fired, 2); // the one that is left, in each turn
}

void TestDispatcherNotifiers::theWriteNotifierThatTheReadOneDeletedDoesNotFire()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const Bell bell;
        auto write = notifier(bell.descriptor(), QSocketNotifier::Write, [&log] { log += u'w'; });
        const auto read = reader(bell, [&] {
            log += u'r';
            write.reset();
        });
        turns(2);
        return log;
    });
    QCOMPARE(came, u"rr"_s);
}

void TestDispatcherNotifiers::theWriteNotifierThatTheReadOneDisabledWaitsForAnotherTurn()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        const Bell bell;
        const auto write = notifier(bell.descriptor(), QSocketNotifier::Write, [&log] { log += u'w'; });
        const auto read = reader(bell, [&] {
            log += u'r';
            write->setEnabled(false);
            write->setEnabled(true);
        });
        turn();
        read->setEnabled(false);
        turn();
        return log;
    });
    QCOMPARE(came, u"rw"_s);
}

void TestDispatcherNotifiers::aLoopInASlotServesTheOthers()
{
    QFETCH(bool, ours);
    const int fired = inThread(ours, [] {
        int count = 0;
        const std::array<Bell, 3> bells;
        std::vector<std::unique_ptr<QSocketNotifier>> reads;
        for (const Bell &bell : bells) {
            reads.push_back(reader(bell, [&] {
                bell.silence();
                ++count;
                turn();
            }));
        }
        turn();
        return count;
    });
    QCOMPARE(fired, 3);
}

void TestDispatcherNotifiers::aHangUpConcernsEveryType()
{
    QFETCH(bool, ours);
    const QString came = inThread(ours, [] {
        QString log;
        auto [near, far] = connectedPair();
        {
            const auto read = notifier(near, QSocketNotifier::Read, [&log] { log += u'r'; });
            const auto exception = notifier(near, QSocketNotifier::Exception, [&log] { log += u'e'; });
            NativeSocket::resetOnClose(far);
            ::close(far);
            turn();
        }
        ::close(near);
        return log;
    });
    QCOMPARE(came, u"re"_s);
}

QTEST_GUILESS_MAIN(TestDispatcherNotifiers)
#include "tst_dispatchernotifiers.moc"
