#include "pace.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;

/// The arithmetic of a set rate, on a clock of the test's own.
class TestPace final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondGrantsTheRate_data();
    void aSecondGrantsTheRate();
    void raggedSlicesLoseNothing();
    void aLongBreakIsNotMadeUpFor();
    void aClockThatStandsStillGrantsNothing();
    void aSteadyCounterHasItsSpeed();
    void theSpeedFallsWhenTheCounterStops();
    void littleTimeTellsNoSpeed();
};

void TestPace::aSecondGrantsTheRate_data()
{
    QTest::addColumn<quint64>("rate");
    QTest::newRow("a byte") << quint64(1);
    QTest::newRow("less than a byte in a slice") << quint64(7);
    QTest::newRow("1 kB/s") << quint64(1000);
    QTest::newRow("10 MB/s") << quint64(10'000'000);
}

void TestPace::aSecondGrantsTheRate()
{
    QFETCH(quint64, rate);
    Pace pace(rate);
    pace.restart(5s);
    quint64 granted = 0;
    for (auto now = 5s + 50ms; now <= 15s; now += 50ms)
        granted += pace.grant(now);
    QVERIFY(granted <= 10 * rate);
    QVERIFY(granted + 1 >= 10 * rate);
}

void TestPace::raggedSlicesLoseNothing()
{
    QRandomGenerator random(4711);
    Pace pace(12'345);
    pace.restart(0s);
    quint64 granted = 0;
    std::chrono::nanoseconds now = 0s;
    while (now < 100s) {
        now += std::chrono::nanoseconds(random.bounded(400'000'000));
        granted += pace.grant(now);
    }
    const double expected = 12'345 * std::chrono::duration<double>(now).count();
    QVERIFY(qAbs(double(granted) - expected) < 2);
}

void TestPace::aLongBreakIsNotMadeUpFor()
{
    Pace pace(1000);
    pace.restart(0s);
    QCOMPARE(pace.grant(1h), pace.burst());
    QCOMPARE(pace.grant(1h + 100ms), quint64(100));
}

void TestPace::aClockThatStandsStillGrantsNothing()
{
    Pace pace(1000);
    pace.restart(1s);
    QCOMPARE(pace.grant(1s), quint64(0));
    QCOMPARE(pace.grant(1s), quint64(0));
}

void TestPace::aSteadyCounterHasItsSpeed()
{
    SpeedMeter meter;
    for (int step = 0; step <= 1000; ++step)
        meter.add(quint64(step) * 20'000, step * 10ms); // 2 MB/s
    QVERIFY(qAbs(qint64(meter.perSecond()) - 2'000'000) < 10'000);
}

void TestPace::theSpeedFallsWhenTheCounterStops()
{
    SpeedMeter meter;
    for (int step = 0; step <= 20; ++step)
        meter.add(quint64(step) * 100'000, step * 100ms);
    QVERIFY(meter.perSecond() > 900'000);
    for (int step = 21; step <= 60; ++step)
        meter.add(2'000'000, step * 100ms);
    QCOMPARE(meter.perSecond(), quint64(0));
}

void TestPace::littleTimeTellsNoSpeed()
{
    SpeedMeter meter;
    QCOMPARE(meter.perSecond(), quint64(0));
    meter.add(0, 0s);
    meter.add(1'000'000, 1ms);
    QCOMPARE(meter.perSecond(), quint64(0));
}

QTEST_APPLESS_MAIN(TestPace)
#include "tst_pace.moc"
