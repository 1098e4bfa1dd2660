#include "heartbeat.h"

#include <QTest>

/// Whether a busy event loop is noticed.
class TestHeartbeat final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPauseCountsForAllThatFellIntoIt();
    void whatWasTakenIsGone();
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
    const Latencies latencies = heartbeat.take();

    QVERIFY(latencies.worst() >= 90'000);
    QVERIFY(latencies.count() >= 20);
    QVERIFY(latencies.percentile(0.5) >= 40'000);
}

void TestHeartbeat::whatWasTakenIsGone()
{
    Heartbeat heartbeat;
    keepBusy(100);
    const qint64 before = heartbeat.take().worst();

    const qint64 after = heartbeat.take().worst();

    QVERIFY(after < before);
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
