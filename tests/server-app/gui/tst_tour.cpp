#include "tour.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Standing = Tour::Standing;

/// The tour without a window: what it waits for, and what has happened.
class TestTour final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasSevenStepsWithTextsOfTheirOwn();
    void theFirstStepIsOnlyRead();
    void aStepIsDoneWhenItsEventHappens_data();
    void aStepIsDoneWhenItsEventHappens();
    void whatHappenedBeforeIsAlreadySo();
    void whatWasDoneStaysDone();
    void whatMustComeFirstIsSaid();
    void nothingIsMissingForWhatIsDone();
    void aStepThatWaitsCanBePassed();
    void beforeTheFirstStepThereIsNone();
    void pastTheLastStepItEnds();
    void itCanBeLeftAndBegunAnew();
    void whatIsKnownStandsInTheTexts();
};

/// All that the tour waits for, up to and without the end of a client.
static TourFacts busyServer()
{
    return {.listening = true, .open = 2, .closed = 0, .bytesIn = 5, .bytesOut = 5};
}

static void goTo(Tour &tour, const QByteArray &id)
{
    while (tour.step().id != id)
        tour.next();
}

void TestTour::hasSevenStepsWithTextsOfTheirOwn()
{
    QCOMPARE(tourSteps().size(), size_t(7));
    QSet<QByteArray> texts;
    for (const TourStep &step : tourSteps())
        texts << step.id << step.title << step.text;
    QCOMPARE(texts.size(), 21);
    QCOMPARE(QByteArray(tourSteps().front().title), "Why is an address not enough?");
    QCOMPARE(QByteArray(tourSteps().back().title), "One port, many sockets");
}

void TestTour::theFirstStepIsOnlyRead()
{
    Tour tour;
    tour.begin({});
    QCOMPARE(tour.index(), 0);
    QCOMPARE(tour.standing(), Standing::Reading);
}

void TestTour::aStepIsDoneWhenItsEventHappens_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<TourFacts>("before");
    QTest::addColumn<TourFacts>("after");
    const TourFacts listening{.listening = true};
    const TourFacts one{.listening = true, .open = 1};
    QTest::newRow("listen") << QByteArray("listen") << TourFacts{} << listening;
    QTest::newRow("accept") << QByteArray("accept") << listening << one;
    QTest::newRow("receive") << QByteArray("receive") << one << TourFacts{.listening = true, .open = 1, .bytesIn = 1};
    QTest::newRow("send") << QByteArray("send") << one << TourFacts{.listening = true, .open = 1, .bytesOut = 1};
    QTest::newRow("many") << QByteArray("many") << one << TourFacts{.listening = true, .open = 2};
    QTest::newRow("close") << QByteArray("close") << one << TourFacts{.listening = true, .open = 0, .closed = 1};
}

void TestTour::aStepIsDoneWhenItsEventHappens()
{
    QFETCH(QByteArray, step);
    QFETCH(TourFacts, before);
    QFETCH(TourFacts, after);
    Tour tour;
    tour.begin(before);
    goTo(tour, step);
    QCOMPARE(tour.standing(), Standing::Waiting);
    QSignalSpy changed(&tour, &Tour::changed);
    tour.take(after);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(tour.standing(), Standing::Done);
    QCOMPARE(QByteArray(tour.step().id), step); // the reader goes on, not the tour
}

void TestTour::whatHappenedBeforeIsAlreadySo()
{
    Tour tour;
    tour.begin(busyServer());
    for (const char *id : {"listen", "accept", "receive", "send", "many"}) {
        tour.next();
        QCOMPARE(QByteArray(tour.step().id), QByteArray(id));
        QCOMPARE(tour.standing(), Standing::AlreadySo);
    }
    tour.next();
    QCOMPARE(tour.standing(), Standing::Waiting);
}

void TestTour::whatWasDoneStaysDone()
{
    Tour tour;
    tour.begin({});
    goTo(tour, "listen");
    tour.take({.listening = true});
    tour.next();
    tour.take({});
    tour.back();
    QCOMPARE(tour.standing(), Standing::Done);
}

void TestTour::whatMustComeFirstIsSaid()
{
    Tour tour;
    tour.begin({});
    goTo(tour, "receive");
    QCOMPARE(tour.standing(), Standing::Missing);
    QCOMPARE(tour.missing(), TourEvent::Listening);
    QCOMPARE(tourNeedTarget(*tour.missing()), u"listen"_s);
    tour.take({.listening = true});
    QCOMPARE(tour.standing(), Standing::Missing);
    QCOMPARE(tour.missing(), TourEvent::Connected);
    QCOMPARE(tourNeedTarget(*tour.missing()), u"openClientWindow"_s);
    tour.take({.listening = true, .open = 1});
    QCOMPARE(tour.standing(), Standing::Waiting);
}

void TestTour::nothingIsMissingForWhatIsDone()
{
    Tour tour;
    tour.begin(busyServer());
    goTo(tour, "receive");
    tour.take({});
    QCOMPARE(tour.standing(), Standing::AlreadySo);
}

void TestTour::aStepThatWaitsCanBePassed()
{
    Tour tour;
    tour.begin({});
    QSignalSpy stepped(&tour, &Tour::stepped);
    for (int step = 1; step < 7; ++step) {
        tour.next();
        QCOMPARE(tour.index(), step);
    }
    QCOMPARE(stepped.count(), 6);
    QVERIFY(tour.isLast());
}

void TestTour::beforeTheFirstStepThereIsNone()
{
    Tour tour;
    tour.begin({});
    tour.back();
    QCOMPARE(tour.index(), 0);
    QVERIFY(tour.isRunning());
}

void TestTour::pastTheLastStepItEnds()
{
    Tour tour;
    tour.begin({});
    QSignalSpy ended(&tour, &Tour::ended);
    goTo(tour, "close");
    tour.next();
    QCOMPARE(ended.count(), 1);
    QVERIFY(!tour.isRunning());
    tour.leave();
    QCOMPARE(ended.count(), 1);
}

void TestTour::itCanBeLeftAndBegunAnew()
{
    Tour tour;
    tour.begin(busyServer());
    goTo(tour, "send");
    tour.leave();
    QSignalSpy changed(&tour, &Tour::changed);
    tour.take(busyServer());
    QCOMPARE(changed.count(), 0);
    tour.begin({});
    QCOMPARE(tour.index(), 0);
    tour.next();
    QCOMPARE(tour.standing(), Standing::Waiting); // what was so then is forgotten
}

void TestTour::whatIsKnownStandsInTheTexts()
{
    const TourFacts facts{.listening = true,
                          .open = 2,
                          .bytesIn = 5,
                          .bytesOut = 7,
                          .server = u"[fe80::1%2]:80"_s,
                          .client = u"[fe80::2%2]:81"_s};
    QCOMPARE(tourText("100%: %1, %2, %3, %4, %5, %9", facts),
             u"100%: [fe80::1%2]:80, [fe80::2%2]:81, 5 B, 7 B, 2, %9"_s);
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
