#include "language.h"
#include "servertour.h"
#include "tourcard.h"
#include "tourring.h"
#include "windowfixture.h"

#include <QAction>
#include <QTextEdit>

using namespace Qt::StringLiterals;

/// The tour as one sees it in the server window.
class TestServerTour final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { WindowFixture::useOwnSettings(u"tst_servertour"_s); }
    void init() { Language::apply(u"en"_s); }
    void cleanup();
    void beginsByItsActionWithTheFirstStep();
    void theFrameLiesAroundTheControlThatTheStepSpeaksOf_data() { addSteps(); }
    void theFrameLiesAroundTheControlThatTheStepSpeaksOf();
    void theFrameFollowsAndLetsClicksThrough();
    void theCardCoversNothing();
    void itWorksInTheSmallestWindow();
    void theTaskIsSeenWholeInTheSmallestWindow_data();
    void theTaskIsSeenWholeInTheSmallestWindow();
    void theRealButtonsTakeItOn();
    void whatIsMissingIsFramedFirst();
    void itIsLeftByEscapeInEachStep_data() { addSteps(); }
    void itIsLeftByEscapeInEachStep();
    void itIsLeftByItsButtonInEachStep_data() { addSteps(); }
    void itIsLeftByItsButtonInEachStep();
    void theKeyboardIsEnough();
    void theLanguageCanChangeInEachStep_data() { addSteps(); }
    void theLanguageCanChangeInEachStep();
    void theWindowCanCloseWhileItRuns();

private:
    static void addSteps();
};

void TestServerTour::cleanup()
{
    Language::apply(u"en"_s);
    WindowFixture::forgetSettings();
}

void TestServerTour::addSteps()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(tourSteps().size()); ++i)
        QTest::newRow(tourSteps()[size_t(i)].id) << i;
}

static void press(WindowFixture &fixture, const QString &button)
{
    QTest::mouseClick(fixture.find<QPushButton>(button), Qt::LeftButton);
}

static void begin(WindowFixture &fixture, int index = 0)
{
    fixture.find<QAction>(u"actionTour"_s)->trigger();
    for (int i = 0; i < index; ++i)
        press(fixture, u"tourNext"_s);
}

static QString said(WindowFixture &fixture)
{
    return fixture.find<QTextEdit>(u"tourText"_s)->toPlainText() + u'\n'
        + fixture.find<QTextEdit>(u"tourTask"_s)->toPlainText();
}

static QRect placeOf(WindowFixture &fixture, const QWidget *widget)
{
    return {widget->mapTo(fixture.window(), QPoint()), widget->size()};
}

static bool isThere(WindowFixture &fixture)
{
    const auto *card = fixture.find<QWidget>(u"tourCard"_s);
    return card && card->isVisible();
}

void TestServerTour::beginsByItsActionWithTheFirstStep()
{
    WindowFixture fixture;
    QVERIFY(!isThere(fixture));
    begin(fixture);
    QVERIFY(isThere(fixture));
    QCOMPARE(fixture.label(u"tourTitle"_s), u"Why is an address not enough?"_s);
    QCOMPARE(fixture.label(u"tourPlace"_s), u"1 of 7"_s);
    QVERIFY(!fixture.find<QPushButton>(u"tourBack"_s)->isEnabled());
    QCOMPARE(fixture.window()->focusWidget(), fixture.find<QWidget>(u"tourText"_s));
}

void TestServerTour::theFrameLiesAroundTheControlThatTheStepSpeaksOf()
{
    QFETCH(int, index);
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    begin(fixture, index);
    const auto *ring = fixture.find<TourRing>(u"tourRing"_s);
    QVERIFY(ring->isVisible());
    const QString name = QString::fromLatin1(tourSteps()[size_t(index)].target);
    const bool hidden = !fixture.find<QWidget>(name)->isVisible(); // where there is no client program
    QCOMPARE(ring->target()->objectName(), hidden ? u"reach"_s : name);
    QVERIFY(ring->geometry().contains(placeOf(fixture, ring->target())));
}

void TestServerTour::theFrameFollowsAndLetsClicksThrough()
{
    WindowFixture fixture;
    begin(fixture, 1);
    const auto *ring = fixture.find<TourRing>(u"tourRing"_s);
    QCOMPARE(ring->target(), fixture.listenButton());
    const QSize before = fixture.window()->size();
    fixture.window()->resize(before.width() / 2, before.height());
    QTRY_VERIFY(ring->geometry().contains(placeOf(fixture, fixture.listenButton())));
    QVERIFY(ring->testAttribute(Qt::WA_TransparentForMouseEvents));
    const QPoint middle = placeOf(fixture, fixture.listenButton()).center();
    QVERIFY(!ring->mask().contains(middle - ring->pos()));
    QCOMPARE(fixture.window()->childAt(middle), fixture.listenButton());
}

void TestServerTour::theCardCoversNothing()
{
    WindowFixture fixture;
    begin(fixture);
    QTRY_VERIFY(fixture.find<QWidget>(u"tourCard"_s)->height() > 50);
    const QRect card = placeOf(fixture, fixture.find<QWidget>(u"tourCard"_s));
    for (const QString &name :
         {u"address"_s, u"port"_s, u"listen"_s, u"mode"_s, u"sockets"_s, u"transcript"_s, u"message"_s}) {
        const QRect place = placeOf(fixture, fixture.find<QWidget>(name));
        QTRY_VERIFY2(!place.intersects(card), qPrintable(name));
    }
}

void TestServerTour::itWorksInTheSmallestWindow()
{
    WindowFixture fixture;
    begin(fixture, 1);
    QCoreApplication::processEvents();
    fixture.window()->resize(fixture.window()->minimumSizeHint());
    QCoreApplication::processEvents();
    QVERIFY2(fixture.window()->height() <= 720, qPrintable(QString::number(fixture.window()->height())));
    const QRect inside = fixture.window()->rect();
    for (const QString &name :
         {u"tourText"_s, u"tourNext"_s, u"tourBack"_s, u"tourLeave"_s, u"listen"_s, u"tourRing"_s}) {
        auto *widget = fixture.find<QWidget>(name);
        QVERIFY2(widget->isVisible() && inside.contains(placeOf(fixture, widget)), qPrintable(name));
    }
    const auto *text = fixture.find<QWidget>(u"tourText"_s);
    QVERIFY(text->height() >= 3 * text->fontMetrics().height());
    QVERIFY(
        !placeOf(fixture, fixture.find<QWidget>(u"tourCard"_s)).intersects(placeOf(fixture, fixture.listenButton())));
}

void TestServerTour::theTaskIsSeenWholeInTheSmallestWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("index");
    for (const QString &language : Language::available()) {
        for (int i = 0; i < int(tourSteps().size()); ++i)
            QTest::addRow("%s, %s", qPrintable(language), tourSteps()[size_t(i)].id) << language << i;
    }
}

void TestServerTour::theTaskIsSeenWholeInTheSmallestWindow()
{
    QFETCH(QString, language);
    QFETCH(int, index);
    QVERIFY(Language::apply(language));
    WindowFixture fixture;
    begin(fixture, index);
    for (int settling = 0; settling < 4; ++settling) { // narrower makes it higher
        QCoreApplication::processEvents();
        fixture.window()->resize(fixture.window()->minimumSizeHint());
    }
    const auto *task = fixture.find<QTextEdit>(u"tourTask"_s);
    QVERIFY(fixture.window()->rect().contains(placeOf(fixture, task)));
    QVERIFY(task->document()->size().height() <= task->viewport()->height());
    QVERIFY(!task->visibleRegion().isEmpty());
    QCOMPARE(task->visibleRegion().boundingRect(), task->rect());
}

void TestServerTour::theRealButtonsTakeItOn()
{
    WindowFixture fixture;
    begin(fixture, 1);
    QVERIFY(said(fixture).endsWith(u"▸ Press Start listening."_s));
    QVERIFY(fixture.listen());
    const QString where = fixture.window()->listeningEndpoint().toString();
    QTRY_VERIFY(said(fixture).contains(u"✓ It listens on %1."_s.arg(where)));
    press(fixture, u"tourNext"_s);
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    QTRY_VERIFY(said(fixture).contains(
        u"✓ There is a new row: a socket for the client 127.0.0.1:%1"_s.arg(client->localPort())));
    press(fixture, u"tourNext"_s);
    client->write("hello\n");
    QTRY_VERIFY(said(fixture).contains(u"✓ 6 B came in."_s));
    press(fixture, u"tourNext"_s);
    fixture.send(u"welcome"_s);
    QTRY_VERIFY(said(fixture).contains(u"✓ Your message went out."_s));
    press(fixture, u"tourNext"_s);
    QVERIFY(fixture.connectClient());
    QTRY_VERIFY(said(fixture).contains(u"✓ Connected at the same time: 2"_s));
    press(fixture, u"tourNext"_s);
    QCOMPARE(fixture.find<QPushButton>(u"tourNext"_s)->text(), u"F&inish"_s);
    client->disconnectFromHost();
    QTRY_VERIFY(said(fixture).contains(u"✓ Socket #1 is closed"_s));
    press(fixture, u"tourNext"_s);
    QTRY_VERIFY(!fixture.find<QWidget>(u"tourCard"_s));
    QVERIFY(!fixture.find<QWidget>(u"tourRing"_s));
    QCOMPARE(fixture.window()->phase(), ServerPhase::Listening);
}

void TestServerTour::whatIsMissingIsFramedFirst()
{
    WindowFixture fixture;
    begin(fixture, 3);
    const auto *ring = fixture.find<TourRing>(u"tourRing"_s);
    QCOMPARE(ring->target(), fixture.listenButton());
    QVERIFY(said(fixture).contains(u"The server does not listen now."_s));
    QVERIFY(fixture.listen());
    QTRY_VERIFY(said(fixture).contains(u"No client is connected now."_s));
    QVERIFY(fixture.connectClient());
    QTRY_COMPARE(ring->target()->objectName(), u"transcript"_s);
}

void TestServerTour::itIsLeftByEscapeInEachStep()
{
    QFETCH(int, index);
    WindowFixture fixture;
    begin(fixture, index);
    fixture.find<QWidget>(u"message"_s)->setFocus(); // anywhere in the window
    QTest::keyClick(fixture.window()->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!fixture.find<QWidget>(u"tourCard"_s));
    QVERIFY(!fixture.find<QWidget>(u"tourRing"_s));
    QVERIFY(fixture.listen()); // nothing is left behind
}

void TestServerTour::itIsLeftByItsButtonInEachStep()
{
    QFETCH(int, index);
    WindowFixture fixture;
    begin(fixture, index);
    press(fixture, u"tourLeave"_s);
    QTRY_VERIFY(!fixture.find<QWidget>(u"tourCard"_s));
    begin(fixture); // and begun anew
    QVERIFY(isThere(fixture));
    QCOMPARE(fixture.label(u"tourPlace"_s), u"1 of 7"_s);
}

void TestServerTour::theKeyboardIsEnough()
{
    WindowFixture fixture;
    fixture.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window()));
    begin(fixture);
    const auto tabTo = [&fixture](const QString &name) {
        for (int i = 0; i < 60 && fixture.window()->focusWidget()->objectName() != name; ++i)
            QTest::keyClick(fixture.window()->focusWidget(), Qt::Key_Tab);
        return fixture.window()->focusWidget()->objectName() == name;
    };
    QVERIFY(tabTo(u"tourNext"_s));
    QTest::keyClick(fixture.window()->focusWidget(), Qt::Key_Space);
    QCOMPARE(fixture.label(u"tourPlace"_s), u"2 of 7"_s);
    QVERIFY(tabTo(u"tourGo"_s));
    QTest::keyClick(fixture.window()->focusWidget(), Qt::Key_Space);
    QCOMPARE(fixture.window()->focusWidget(), fixture.listenButton());
    fixture.find<QWidget>(u"port"_s)->setProperty("value", 0);
    QTest::keyClick(fixture.listenButton(), Qt::Key_Space);
    QTRY_VERIFY(said(fixture).contains(u"✓"_s));
    QVERIFY(tabTo(u"tourBack"_s));
    QTest::keyClick(fixture.window()->focusWidget(), Qt::Key_Space);
    QCOMPARE(fixture.label(u"tourPlace"_s), u"1 of 7"_s);
}

void TestServerTour::theLanguageCanChangeInEachStep()
{
    QFETCH(int, index);
    WindowFixture fixture;
    begin(fixture, index);
    const QString title = fixture.label(u"tourTitle"_s);
    const QString text = said(fixture);
    QVERIFY(Language::apply(u"zh_CN"_s));
    QCoreApplication::processEvents();
    QVERIFY(fixture.label(u"tourTitle"_s) != title);
    for (const QString &part : said(fixture).split(u'\n'))
        QVERIFY2(!text.contains(part), qPrintable(part));
    QVERIFY(fixture.label(u"tourPlace"_s).contains(QString::number(index + 1)));
    QVERIFY(Language::apply(u"en"_s));
    QCoreApplication::processEvents();
    QCOMPARE(fixture.label(u"tourTitle"_s), title);
    QCOMPARE(said(fixture), text);
}

void TestServerTour::theWindowCanCloseWhileItRuns()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    begin(fixture, 2);
    fixture.window()->shutDown();
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
}

QTEST_MAIN(TestServerTour)
#include "tst_servertour.moc"
