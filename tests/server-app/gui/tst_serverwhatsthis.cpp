#include "controls.h"
#include "language.h"
#include "windowfixture.h"

using namespace Qt::StringLiterals;

/// Shift+F1 on any control of the server window.
class TestServerWhatsThis final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwhatsthis"_s);
    }
    void cleanup() { WindowFixture::forgetSettings(); }
    void everyControlIsExplained();
    void soIsAFurtherService();
    void everyControlIsExplainedInTheOtherLanguage();
};

/// All that can be opened in the window is open.
static void openAll(WindowFixture &fixture)
{
    fixture.find<QAction>(u"actionNewService"_s)->trigger();
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    for (const QString &name :
         {u"showDetails"_s, u"showCalls"_s, u"actionInspector"_s, u"filter"_s, u"find"_s, u"actionTour"_s})
        fixture.find<QAction>(name)->trigger();
    fixture.find<QAction>(u"actionPicture"_s)->setChecked(true);
    fixture.select({1});
}

void TestServerWhatsThis::everyControlIsExplained()
{
    WindowFixture fixture;
    openAll(fixture);
    const QStringList silent = Controls::unexplained(fixture.window());
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    QVERIFY(fixture.find<QWidget>(u"mode"_s)->whatsThis().contains(u"relay"_s));
}

void TestServerWhatsThis::soIsAFurtherService()
{
    WindowFixture fixture;
    fixture.find<QAction>(u"actionNewService"_s)->trigger();
    QVERIFY(fixture.find<QWidget>(u"services"_s)->isVisible());
    const QStringList silent = Controls::unexplained(fixture.window());
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
}

void TestServerWhatsThis::everyControlIsExplainedInTheOtherLanguage()
{
    WindowFixture fixture;
    openAll(fixture);
    const auto button = [&fixture] { return fixture.listenButton()->whatsThis(); };
    const auto item = [&fixture] { return fixture.find<QAction>(u"timeAbsolute"_s)->whatsThis(); };
    const QStringList english{button(), item()};
    QVERIFY(Language::apply(u"zh_CN"_s));
    QCoreApplication::processEvents();
    QVERIFY(button() != english.at(0));
    QVERIFY(item() != english.at(1));
    QVERIFY(Language::apply(u"en"_s));
    QCoreApplication::processEvents();
    QCOMPARE(button(), english.at(0));
    QCOMPARE(item(), english.at(1));
}

QTEST_MAIN(TestServerWhatsThis)
#include "tst_serverwhatsthis.moc"
