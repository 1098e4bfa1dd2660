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
    void whatIsSoBeforeIsAlreadySo();
    void whatHappenedBeforeDoesNotCount();
    void whatIsSoIsTakenBackWhenItIsNotSoAnyMore_data();
    void whatIsSoIsTakenBackWhenItIsNotSoAnyMore();
    void whatHappenedStaysDone();
    void whatIsStillSoStaysDoneAfterOtherSteps();
    void relayedBytesAreNoMessageOfOurs();
    void theSocketThatItSawCloseIsNamed();
    void theEndsOfAStopAreNoClientsThatLeft();
    void oneLeftOnlyWhileTheServerGoesOnListening();
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
    return {.listening = true, .open = 2, .newest = 2, .bytesIn = 5, .messagesSent = 1};
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
    const TourFacts one{.listening = true, .open = 1, .newest = 1, .bytesIn = 3, .messagesSent = 2};
    QTest::newRow("listen") << QByteArray("listen") << TourFacts{} << listening;
    QTest::newRow("accept") << QByteArray("accept") << listening << one;
    TourFacts more = one;
    more.bytesIn = 4;
    QTest::newRow("receive") << QByteArray("receive") << one << more;
    more = one;
    more.messagesSent = 3;
    QTest::newRow("send") << QByteArray("send") << one << more;
    QTest::newRow("many") << QByteArray("many") << one << TourFacts{.listening = true, .open = 2, .newest = 2};
    QTest::newRow("close") << QByteArray("close") << one << TourFacts{.listening = true, .newest = 1, .left = 1};
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

void TestTour::whatIsSoBeforeIsAlreadySo()
{
    Tour tour;
    tour.begin(busyServer());
    for (const char *id : {"listen", "accept", "many"}) {
        goTo(tour, id);
        QCOMPARE(tour.standing(), Standing::AlreadySo);
    }
}

void TestTour::whatHappenedBeforeDoesNotCount()
{
    TourFacts facts = busyServer();
    facts.left = 1; // long ago
    Tour tour;
    tour.begin(facts);
    for (const char *id : {"receive", "send", "close"}) {
        goTo(tour, id);
        tour.take(facts);
        QCOMPARE(tour.standing(), Standing::Waiting);
    }
}

void TestTour::whatIsSoIsTakenBackWhenItIsNotSoAnyMore_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<TourFacts>("after");
    QTest::addColumn<Standing>("expected");
    const TourFacts left{.listening = true, .open = 1, .newest = 2, .left = 1};
    QTest::newRow("stops listening") << QByteArray("listen") << TourFacts{} << Standing::Waiting;
    QTest::newRow("one of two leaves") << QByteArray("many") << left << Standing::Waiting;
    QTest::newRow("stops with two") << QByteArray("many") << TourFacts{.newest = 2, .left = 2} << Standing::Missing;
}

void TestTour::whatIsSoIsTakenBackWhenItIsNotSoAnyMore()
{
    QFETCH(QByteArray, step);
    QFETCH(TourFacts, after);
    QFETCH(Standing, expected);
    for (const TourFacts &before : {TourFacts{}, busyServer()}) {
        Tour tour;
        tour.begin(before);
        goTo(tour, step);
        tour.take(busyServer());
        const Standing so = before.listening ? Standing::AlreadySo : Standing::Done;
        QCOMPARE(tour.standing(), so);
        tour.take(after);
        QCOMPARE(tour.standing(), expected);
        tour.take(busyServer()); // so again, and the reader did it
        QCOMPARE(tour.standing(), Standing::Done);
    }
}

void TestTour::whatHappenedStaysDone()
{
    Tour tour;
    tour.begin({.listening = true});
    goTo(tour, "accept");
    tour.take({.listening = true, .open = 1, .newest = 1, .client = u"here:1"_s});
    tour.next();
    tour.take({.listening = true, .newest = 2, .left = 2, .client = u"here:2"_s});
    tour.back();
    QCOMPARE(tour.standing(), Standing::Done);
    QCOMPARE(tour.told().client, u"here:1"_s);
}

void TestTour::whatIsStillSoStaysDoneAfterOtherSteps()
{
    Tour tour;
    tour.begin({});
    goTo(tour, "listen");
    tour.take({.listening = true});
    tour.next();
    tour.back();
    QCOMPARE(tour.standing(), Standing::Done);
    tour.next();
    tour.take({});
    tour.back();
    QCOMPARE(tour.standing(), Standing::Waiting);
}

void TestTour::relayedBytesAreNoMessageOfOurs()
{
    TourFacts facts = busyServer();
    Tour tour;
    tour.begin(facts);
    goTo(tour, "send");
    facts.bytesIn += 100; // and passed on to the other one
    tour.take(facts);
    QCOMPARE(tour.standing(), Standing::Waiting);
    ++facts.messagesSent;
    tour.take(facts);
    QCOMPARE(tour.standing(), Standing::Done);
}

void TestTour::theSocketThatItSawCloseIsNamed()
{
    TourFacts facts{.listening = true, .open = 3, .newest = 4, .left = 4};
    Tour tour;
    tour.begin(facts);
    goTo(tour, "close");
    facts.left = 2;
    tour.take(facts);
    QCOMPARE(tour.standing(), Standing::Done);
    facts.left = 3; // later, and not what it told of
    tour.take(facts);
    QVERIFY(tourText(tour.step().outcome, tour.told()).startsWith(u"Socket #2 is closed"_s));
}

void TestTour::theEndsOfAStopAreNoClientsThatLeft()
{
    Tour tour;
    tour.begin(busyServer());
    goTo(tour, "close");
    tour.take({.newest = 2, .left = 2});
    QCOMPARE(tour.standing(), Standing::Missing);
    tour.take({.listening = true, .newest = 2, .left = 2});
    QCOMPARE(tour.standing(), Standing::Missing);
    tour.take({.listening = true, .open = 1, .newest = 3, .left = 2});
    QCOMPARE(tour.standing(), Standing::Waiting);
}

void TestTour::oneLeftOnlyWhileTheServerGoesOnListening()
{
    TourFacts facts = busyServer();
    Tour tour;
    tour.begin(facts);
    goTo(tour, "close");
    facts.left = 2;
    tour.take(facts);
    QCOMPARE(tour.standing(), Standing::Done);
    facts.listening = false;
    tour.take(facts);
    QCOMPARE(tour.standing(), Standing::Missing);
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
    TourFacts more = busyServer();
    more.bytesIn = 11;
    tour.take(more);
    tour.take({});
    QCOMPARE(tour.standing(), Standing::Done);
    QCOMPARE(tour.told().bytesIn, quint64(6)); // in this step
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
                          .left = 7,
                          .bytesIn = 5,
                          .server = u"[fe80::1%2]:80"_s,
                          .client = u"[fe80::2%2]:81"_s};
    QCOMPARE(tourText("100%: %1, %2, %3, %4, %5, %9", facts),
             u"100%: [fe80::1%2]:80, [fe80::2%2]:81, 5 B, 7, 2, %9"_s);
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
