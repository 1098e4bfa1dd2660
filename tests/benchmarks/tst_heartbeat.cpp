#include "heartbeat.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>
#include <vector>

/// Whether a busy event loop is noticed.
class TestHeartbeat final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPauseCountsForAllThatFellIntoIt();
    void whatWasTakenIsGone();
    void waitingForAProcessorIsToldApart();
};

static void keepBusy(qint64 milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(milliseconds)) { }
}

void TestHeartbeat::aPauseCountsForAllThatFellIntoIt()
{
    Heartbeat heartbeat;

    keepBusy(100);
    const Latencies latencies = heartbeat.take().all;

    QVERIFY(latencies.worst() >= 90'000);
    QVERIFY(latencies.count() >= 20);
    QVERIFY(latencies.percentile(0.5) >= 40'000);
}

void TestHeartbeat::whatWasTakenIsGone()
{
    Heartbeat heartbeat;
    keepBusy(100);
    const qint64 before = heartbeat.take().all.worst();

    const qint64 after = heartbeat.take().all.worst();

    QVERIFY(after < before);
}

/// More threads than there are processors keep all of them busy while this lives.
class Crowd final
{
public:
    Crowd()
    {
        for (int i = 0; i < 4 * QThread::idealThreadCount(); ++i)
            m_threads.emplace_back([this] { while (!m_stop) { } });
    }
    ~Crowd()
    {
        m_stop = true;
        for (std::thread &thread : m_threads)
            thread.join();
    }

private:
    std::atomic<bool> m_stop = false;
    std::vector<std::thread> m_threads;
};

void TestHeartbeat::waitingForAProcessorIsToldApart()
{
    Heartbeat heartbeat;
    if (!heartbeat.knowsWaits())
        QSKIP("this system does not tell how long a thread waits for a processor");
    const Crowd crowd;

    keepBusy(300);
    const Heartbeat::Counts counts = heartbeat.take();

    QVERIFY(counts.all.worst() >= 290'000);
    QVERIFY(counts.own.worst() < counts.all.worst() - 50'000);
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
