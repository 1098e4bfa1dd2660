#include "windowfixture.h"

#include "language.h"
#include "servingcomparison.h"

#include <QAction>
#include <QGroupBox>
#include <QInputDialog>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// How the sockets are served is chosen in the server window, and seen there.
class TestServerWindowServing final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwindow_serving"_s);
    }
    void cleanup() { WindowFixture::forgetSettings(); }
    void theOptionsSayWhatIsChosenAtFirst_data();
    void theOptionsSayWhatIsChosenAtFirst();
    void itIsChosenBeforeListening();
    void theNumberOfThreadsIsAskedFor();
    void theInspectorSaysWhichThreadServesASocket();
    void theStatusBarComparesWhatWasTried();
    void aComparisonHasALineForEachWay();
    void aComparisonKeepsTheHighestOfEachNumber();
};

static QString threadOf(WindowFixture &fixture)
{
    const auto labels = fixture.find<QGroupBox>(u"inspectorProtocol"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().startsWith(u"server-io-"_s))
            return label->text();
    }
    return {};
}

static QString statusText(WindowFixture &fixture)
{
    const auto *part = fixture.find<QWidget>(u"statusServing"_s);
    return part->isVisible() ? part->toolTip() : QString();
}

void TestServerWindowServing::theOptionsSayWhatIsChosenAtFirst_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<bool>("perClient");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("one loop") << 1 << false << u"actionServeByOneLoop"_s;
    QTest::newRow("five loops") << 5 << false << u"actionServeByLoops"_s;
    QTest::newRow("a thread per client") << 1 << true << u"actionServeByThreadPerClient"_s;
}

void TestServerWindowServing::theOptionsSayWhatIsChosenAtFirst()
{
    QFETCH(QString, chosen);
    ServerWindowSetup setup;
    QFETCH(int, threads);
    QFETCH(bool, perClient);
    setup.options.ioThreads = threads;
    setup.options.threadPerClient = perClient;
    WindowFixture fixture(setup);
    for (const QString &name : {u"actionServeByOneLoop"_s, u"actionServeByLoops"_s, u"actionServeByThreadPerClient"_s})
        QCOMPARE(fixture.find<QAction>(name)->isChecked(), name == chosen);
    if (threads > 1)
        QVERIFY(fixture.find<QAction>(chosen)->text().remove(u'&').startsWith(u"An event loop in each of 5 thread"_s));
}

void TestServerWindowServing::itIsChosenBeforeListening()
{
    WindowFixture fixture;
    auto *perClient = fixture.find<QAction>(u"actionServeByThreadPerClient"_s);
    QVERIFY(perClient->isEnabled());
    QVERIFY(fixture.listen());
    QVERIFY(!perClient->isEnabled());
    fixture.listenButton()->click();
    QTRY_VERIFY(perClient->isEnabled());
}

void TestServerWindowServing::theNumberOfThreadsIsAskedFor()
{
    WindowFixture fixture;
    fixture.find<QAction>(u"actionServeByOneLoop"_s)->trigger();
    fixture.find<QAction>(u"actionServeByLoops"_s)->trigger();
    QVERIFY(fixture.find<QAction>(u"actionServeByOneLoop"_s)->isChecked()); // until a number was chosen
    auto *dialog = fixture.window()->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setIntValue(3);
    dialog->accept();
    QVERIFY(fixture.find<QAction>(u"actionServeByLoops"_s)->isChecked());
    QVERIFY(fixture.listen());
    QTRY_VERIFY(statusText(fixture).contains(u"An event loop in each of 3 thread"_s));
}

void TestServerWindowServing::theInspectorSaysWhichThreadServesASocket()
{
    WindowFixture fixture;
    fixture.find<QAction>(u"actionServeByThreadPerClient"_s)->trigger();
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QVERIFY(fixture.connectClient());
    fixture.find<QAction>(u"actionInspector"_s)->trigger();
    fixture.select({1});
    QTRY_VERIFY(threadOf(fixture).startsWith(u"server-io-1"_s));
    fixture.select({2});
    QTRY_VERIFY(threadOf(fixture).startsWith(u"server-io-2"_s));
#ifdef Q_OS_LINUX
    QVERIFY(threadOf(fixture).contains(u"system id "_s));
#endif
}

void TestServerWindowServing::theStatusBarComparesWhatWasTried()
{
    WindowFixture fixture;
    QVERIFY(statusText(fixture).isEmpty());
    for (const QString &way : {u"actionServeByOneLoop"_s, u"actionServeByThreadPerClient"_s}) {
        fixture.find<QAction>(way)->trigger();
        QVERIFY(fixture.listen());
        QTRY_VERIFY(!statusText(fixture).isEmpty());
        QTRY_VERIFY(statusText(fixture).contains(way.endsWith(u"Loop"_s) ? u"One event loop: "_s : u"One thread per client: "_s));
        fixture.listenButton()->click();
        QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
        QVERIFY(statusText(fixture).isEmpty());
    }
    QVERIFY(fixture.listen());
    QTRY_VERIFY(statusText(fixture).contains(u"One event loop: "_s));
    QVERIFY(statusText(fixture).contains(u"One thread per client: "_s));
}

void TestServerWindowServing::aComparisonHasALineForEachWay()
{
    using namespace std::chrono_literals;
    ServingComparison comparison;
    QVERIFY(comparison.isEmpty());
    comparison.take({.threads = 1, .sockets = 2, .meanDelay = 50us, .worstDelay = 2ms});
    comparison.take({.threads = 7, .threadPerClient = true, .sockets = 7, .meanDelay = 80us, .worstDelay = 1ms});
    comparison.take({.threads = 4, .sockets = 9, .meanDelay = 60us, .worstDelay = 3ms});
    comparison.take({.threads = 1, .sockets = 3, .meanDelay = 70us, .worstDelay = 4ms, .residentBytes = 5'000'000});
    QVERIFY(comparison.line().startsWith(u"1 I/O thread"_s));
    QVERIFY(comparison.line().endsWith(u" · 5.0 MB · delay 0.070 ms"_s));
    const QStringList lines = comparison.all().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith(u"One thread per client: 7 client"_s));
    QVERIFY(lines.at(0).endsWith(u" · delay 0.080 ms, at worst 1.000 ms"_s));
    QVERIFY(lines.at(1).startsWith(u"One event loop: 3 client"_s));
    QVERIFY(lines.at(1).endsWith(u" · memory 5.0 MB · delay 0.070 ms, at worst 4.000 ms"_s));
    QVERIFY(lines.at(2).startsWith(u"An event loop in each of 4 thread"_s));
    QVERIFY(lines.at(2).endsWith(u" · delay 0.060 ms, at worst 3.000 ms"_s));
}

void TestServerWindowServing::aComparisonKeepsTheHighestOfEachNumber()
{
    using namespace std::chrono_literals;
    ServingComparison comparison;
    comparison.take({.threads = 1, .sockets = 90, .meanDelay = 5ms, .worstDelay = 8ms, .residentBytes = 7'000'000});
    comparison.take({.threads = 1, .sockets = 40, .meanDelay = 1ms, .worstDelay = 9ms, .residentBytes = 6'000'000});
    comparison.take({.threads = 1}); // all have left
    QVERIFY(comparison.all().contains(u"90 client"_s));
    QVERIFY(comparison.all().endsWith(u" · memory 7.0 MB · delay 5.000 ms, at worst 9.000 ms"_s));
    QVERIFY2(comparison.line().endsWith(u" · delay 0.000 ms"_s), "the line is of now");
}

QTEST_MAIN(TestServerWindowServing)
#include "tst_serverwindow_serving.moc"
