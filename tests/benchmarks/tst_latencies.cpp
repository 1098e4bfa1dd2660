#include "latencies.h"

#include <QTest>

/// How times are counted.
class TestLatencies final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noneHaveNoPercentile();
    void percentilesAreExact();
    void theWorstIsKept();
};

void TestLatencies::noneHaveNoPercentile()
{
    QCOMPARE(Latencies().percentile(0.99), 0);
}

void TestLatencies::percentilesAreExact()
{
    Latencies latencies;
    for (int microseconds = 100; microseconds >= 1; --microseconds)
        latencies.add(microseconds);

    QCOMPARE(latencies.count(), 100);
    QCOMPARE(latencies.percentile(0.5), 50);
    QCOMPARE(latencies.percentile(0.99), 99);
    QCOMPARE(latencies.percentile(1), 100);
}

void TestLatencies::theWorstIsKept()
{
    Latencies latencies;
    latencies.add(5'000'000);

    QCOMPARE(latencies.worst(), 5'000'000);
    QCOMPARE(latencies.percentile(0.99), 1'000'000);
}

QTEST_GUILESS_MAIN(TestLatencies)
#include "tst_latencies.moc"
