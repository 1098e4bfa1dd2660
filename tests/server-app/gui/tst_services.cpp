#include "windowfixture.h"

#include "brackettranslator.h"
#include "framingbox.h"
#include "language.h"
#include "rttplot.h"
#include "servicetabs.h"
#include "socketsmodel.h"

#include <QAction>
#include <QApplication>
#include <QGroupBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// Several services in one server window.
class TestServices final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_services"_s);
    }
    void cleanup() { WindowFixture::forgetSettings(); }

    void oneServiceHasNoTab();
    void aNewServiceOffersTheSameAddressAndAnotherPort();
    void theFieldToTypeInIsThePort();
    void theTrafficOfTwoServicesStaysApart();
    void eachServiceSendsToItsOwnClients();
    void theTabTellsPortModeAndSockets();
    void aHiddenServiceThatGotSomethingIsMarked();
    void aHiddenServiceThatDoesNotStartIsMarked();
    void thatAnotherTabHasThePortIsTold();
    void closingOneLeavesTheOther();
    void aServiceWithClientsAsksBeforeItCloses();
    void theLastOneIsNotClosed();
    void theKeysWalkThroughTheServices();
    void aKeyActsOnTheServiceThatIsShown();
    void theMenusAreThoseOfTheServiceThatIsShown();
    void theInspectorIsOnTheSocketOfTheServiceThatIsShown();
    void nothingIsAskedForAHiddenService();
    void aServiceThatLeavesLeavesTheInspector();
    void theFrameOfATourLeavesWithItsService();
    void thatTheyShareAnAddressIsTold();
    void severalListenFromTheStart();
    void aSessionThatCanNotBeKeptIsNoService();
    void aNewLanguageReachesTheHiddenOnes();
    void closingTheWindowStopsThemAll();
    void eachHasASessionOfItsOwn();
};

static QTabBar *tabs(WindowFixture &fixture)
{
    return fixture.window()->findChild<QTabBar *>(u"services"_s);
}

static QAction *action(WindowFixture &fixture, const QString &name)
{
    return fixture.find<QAction>(name);
}

static void openService(WindowFixture &fixture)
{
    action(fixture, u"actionNewService"_s)->trigger();
}

/// A window whose first and second service listen; the second one is shown.
static bool openTwo(WindowFixture &fixture)
{
    if (!fixture.listen())
        return false;
    openService(fixture);
    return fixture.listen();
}

static void setFraming(WindowFixture &fixture, const QString &word)
{
    auto *framing = fixture.find<FramingBox>(u"framing"_s);
    framing->setFraming(*parseFraming(word));
    Q_EMIT framing->framingChosen(framing->framing());
}

/// Presses the button of this text in the questions that are asked while this lives.
class Answer final : public QTimer
{
public:
    explicit Answer(const QString &button)
    {
        connect(this, &QTimer::timeout, this, [this, button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            ++asked;
            for (QAbstractButton *candidate : box->buttons()) {
                if (candidate->text() == button)
                    candidate->click();
            }
        });
        start(10);
    }

    int asked = 0;
};

void TestServices::oneServiceHasNoTab()
{
    WindowFixture fixture;
    QVERIFY(!tabs(fixture)->isVisible());
    QVERIFY(!action(fixture, u"actionCloseService"_s)->isEnabled());
    QVERIFY(!action(fixture, u"actionNextService"_s)->isEnabled());
    openService(fixture);
    QVERIFY(tabs(fixture)->isVisible());
    QCOMPARE(tabs(fixture)->count(), 2);
    QVERIFY(action(fixture, u"actionNextService"_s)->isEnabled());
}

void TestServices::aNewServiceOffersTheSameAddressAndAnotherPort()
{
    WindowFixture fixture;
    fixture.find<QComboBox>(u"address"_s)->setEditText(u"127.0.0.5"_s);
    fixture.find<QSpinBox>(u"port"_s)->setValue(65534);
    for (const int port : {65535, 0, 0}) {
        openService(fixture);
        QCOMPARE(fixture.find<QComboBox>(u"address"_s)->currentText(), u"127.0.0.5"_s);
        QCOMPARE(fixture.find<QSpinBox>(u"port"_s)->value(), port);
    }
    fixture.find<QSpinBox>(u"port"_s)->setValue(65533);
    openService(fixture);
    QVERIFY2(fixture.find<QSpinBox>(u"port"_s)->value() == 0, "65534 and 65535 are offered by others");
}

void TestServices::theFieldToTypeInIsThePort()
{
    WindowFixture fixture;
    QTest::mouseClick(fixture.window()->findChild<QToolButton *>(u"newService"_s), Qt::LeftButton);
    openService(fixture);
    QCOMPARE(fixture.window()->focusWidget(), fixture.find<QSpinBox>(u"port"_s));
}

void TestServices::theTrafficOfTwoServicesStaysApart()
{
    WindowFixture fixture;
    ServicePage *first = fixture.window()->service();
    fixture.choose(u"mode"_s, u"Echo"_s);
    QVERIFY(fixture.listen());
    QTcpSocket *echoed = fixture.connectClient();
    QVERIFY(echoed);

    openService(fixture);
    QVERIFY(fixture.window()->service() != first);
    fixture.choose(u"mode"_s, u"Relay"_s);
    setFraming(fixture, u"delimiter:;"_s);
    QVERIFY(fixture.listen());
    QVERIFY(fixture.window()->listeningEndpoint().port != first->listeningEndpoint().port);
    QTcpSocket *one = fixture.connectClient();
    QTcpSocket *two = fixture.connectClient();
    QVERIFY(one && two);

    echoed->write("for;one\n");
    one->write("for\nall;");
    QTRY_COMPARE(echoed->bytesAvailable(), 8);
    QTRY_COMPARE(two->bytesAvailable(), 8);
    QCOMPARE(echoed->readAll(), "for;one\n");
    QCOMPARE(two->readAll(), "for\nall;");
    QCOMPARE(one->bytesAvailable(), 0);
    QTRY_VERIFY(fixture.transcriptHas(u"all"_s));
    QVERIFY(!fixture.transcriptHas(u"one"_s));
    QCOMPARE(fixture.table()->model()->rowCount(), 3);
    QTRY_COMPARE(fixture.cell(1, SocketsModel::Received), u"8"_s);

    action(fixture, u"actionPreviousService"_s)->trigger();
    QCOMPARE(fixture.window()->service(), first);
    QTRY_VERIFY(fixture.transcriptHas(u"for;one"_s));
    QVERIFY(!fixture.transcriptHas(u"all"_s));
    QCOMPARE(fixture.table()->model()->rowCount(), 2);
}

void TestServices::eachServiceSendsToItsOwnClients()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    openService(fixture);
    QVERIFY(fixture.listen());
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    fixture.send(u"to the second"_s);
    QTRY_COMPARE(second->bytesAvailable(), 14);
    QCOMPARE(second->readAll(), "to the second\n");
    action(fixture, u"actionNextService"_s)->trigger();
    fixture.send(u"to the first"_s);
    QTRY_COMPARE(first->bytesAvailable(), 13);
    QCOMPARE(first->readAll(), "to the first\n");
    QCOMPARE(second->bytesAvailable(), 0);
}

void TestServices::theTabTellsPortModeAndSockets()
{
    WindowFixture fixture;
    fixture.find<QSpinBox>(u"port"_s)->setValue(8123);
    fixture.choose(u"mode"_s, u"Echo"_s);
    openService(fixture);
    QCOMPARE(tabs(fixture)->tabText(0), u":8123 · Echo · not listening"_s);
    QCOMPARE(tabs(fixture)->tabText(1), u":8124 · Echo · not listening"_s);
    fixture.choose(u"mode"_s, u"Show"_s);
    QVERIFY(fixture.listen());
    const Endpoint where = fixture.window()->listeningEndpoint();
    QTRY_COMPARE(tabs(fixture)->tabText(1), u":%1 · Show · 0"_s.arg(where.port));
    QVERIFY(fixture.connectClient());
    QTRY_COMPARE(tabs(fixture)->tabText(1), u":%1 · Show · 1"_s.arg(where.port));
    setFraming(fixture, u"nul"_s);
    const QString told = tabs(fixture)->tabToolTip(1);
    QVERIFY2(told.startsWith(where.toString() + u'\n'), qPrintable(told));
    QVERIFY2(told.contains(fixture.find<FramingBox>(u"framing"_s)->currentText()), qPrintable(told));
}

void TestServices::aHiddenServiceThatGotSomethingIsMarked()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    openService(fixture);
    QVERIFY(fixture.listen());
    QVERIFY(!tabs(fixture)->tabText(0).startsWith(u"● "_s));
    client->write("while nobody looks\n");
    QTRY_VERIFY(tabs(fixture)->tabText(0).startsWith(u"● "_s));
    QVERIFY(tabs(fixture)->accessibleTabName(0).contains(u"something new"_s));
    QVERIFY(!tabs(fixture)->tabText(1).startsWith(u"● "_s));
    tabs(fixture)->setCurrentIndex(0);
    QVERIFY(!tabs(fixture)->tabText(0).startsWith(u"● "_s));
    tabs(fixture)->setCurrentIndex(1);
    QVERIFY(!tabs(fixture)->tabText(0).startsWith(u"● "_s));
}

void TestServices::aHiddenServiceThatDoesNotStartIsMarked()
{
    WindowFixture other;
    QVERIFY(other.listen());
    ServerWindowSetup setup{.options = {}, .startListening = true, .mode = {}};
    setup.options.listen.port = 0;
    setup.further = {other.window()->listeningEndpoint()};
    WindowFixture fixture(setup);
    QTRY_VERIFY(tabs(fixture)->tabText(1).startsWith(u"● "_s));
    QVERIFY(tabs(fixture)->tabText(1).endsWith(u"not listening"_s));
    tabs(fixture)->setCurrentIndex(1);
    QVERIFY(fixture.banner().contains(u"uses this port"_s));
}

void TestServices::thatAnotherTabHasThePortIsTold()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    const Endpoint taken = fixture.window()->listeningEndpoint();
    openService(fixture);
    fixture.find<QSpinBox>(u"port"_s)->setValue(taken.port);
    fixture.listenButton()->click();
    QTRY_VERIFY(fixture.banner().contains(u"the tab “:%1 · Relay · 0” of this window listens"_s.arg(taken.port)));
    QVERIFY(!fixture.banner().contains(u"another program"_s));
}

void TestServices::closingOneLeavesTheOther()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *stays = fixture.connectClient();
    openService(fixture);
    QVERIFY(stays && fixture.listen());
    const QPointer<ServicePage> second = fixture.window()->service();
    action(fixture, u"actionCloseService"_s)->trigger();
    QCOMPARE(fixture.window()->services().size(), 1);
    QVERIFY(!tabs(fixture)->isVisible());
    QTRY_VERIFY(!second);
    QCOMPARE(fixture.window()->phase(), ServerPhase::Listening);
    stays->write("still here\n");
    QTRY_VERIFY(fixture.transcriptHas(u"still here"_s));
    fixture.send(u"so am I"_s);
    QTRY_COMPARE(stays->bytesAvailable(), 8);
    QCOMPARE(stays->readAll(), "so am I\n");
}

void TestServices::aServiceWithClientsAsksBeforeItCloses()
{
    WindowFixture fixture;
    QVERIFY(openTwo(fixture));
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    {
        const Answer stay(u"Keep running"_s);
        Q_EMIT tabs(fixture)->tabCloseRequested(1);
        QCOMPARE(stay.asked, 1);
    }
    QCOMPARE(fixture.window()->services().size(), 2);
    QCOMPARE(client->state(), QAbstractSocket::ConnectedState);
    const Answer close(u"Close service"_s);
    Q_EMIT tabs(fixture)->tabCloseRequested(1);
    QCOMPARE(fixture.window()->services().size(), 1);
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
}

void TestServices::theLastOneIsNotClosed()
{
    WindowFixture fixture;
    fixture.window()->closeService(fixture.window()->service());
    QCOMPARE(fixture.window()->services().size(), 1);
    QVERIFY(fixture.listen());
}

void TestServices::theKeysWalkThroughTheServices()
{
    WindowFixture fixture;
    for (int more = 0; more < 2; ++more)
        openService(fixture);
    fixture.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window()));
    const auto press = [&fixture](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(fixture.window()->focusWidget(), key, modifiers);
        return tabs(fixture)->currentIndex();
    };
    QCOMPARE(press(Qt::Key_PageDown, Qt::ControlModifier), 0);
    QCOMPARE(press(Qt::Key_Tab, Qt::ControlModifier), 1);
    QCOMPARE(press(Qt::Key_PageUp, Qt::ControlModifier), 0);
    QCOMPARE(press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier), 2);
    QCOMPARE(press(Qt::Key_T, Qt::ControlModifier), 3);
    QCOMPARE(press(Qt::Key_W, Qt::ControlModifier), 2);
    QCOMPARE(tabs(fixture)->count(), 3);
}

void TestServices::aKeyActsOnTheServiceThatIsShown()
{
    WindowFixture fixture;
    QVERIFY(openTwo(fixture));
    fixture.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window()));
    const QAbstractItemModel *second = fixture.transcript();
    QTRY_VERIFY(second->rowCount() > 0);
    tabs(fixture)->setCurrentIndex(0);
    QTRY_VERIFY(fixture.transcript()->rowCount() > 0);
    QTest::keyClick(fixture.window()->focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(fixture.transcript()->rowCount(), 0);
    QVERIFY(second->rowCount() > 0);
}

void TestServices::theMenusAreThoseOfTheServiceThatIsShown()
{
    WindowFixture fixture;
    const auto barHas = [&fixture] {
        QList<QMenu *> menus;
        for (const QAction *entry : fixture.window()->menuBar()->actions())
            menus.append(entry->menu());
        return menus;
    };
    const QList<QMenu *> first = fixture.window()->service()->menus();
    QCOMPARE(barHas(), first);
    openService(fixture);
    QVERIFY(first != fixture.window()->service()->menus());
    QCOMPARE(barHas(), fixture.window()->service()->menus());
    action(fixture, u"actionCloseService"_s)->trigger();
    QCOMPARE(barHas(), first);
}

void TestServices::theInspectorIsOnTheSocketOfTheServiceThatIsShown()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    action(fixture, u"actionInspector"_s)->trigger();
    fixture.select({1});
    auto *endpoints = fixture.window()->findChild<QGroupBox *>(u"inspectorEndpoints"_s);
    QTRY_VERIFY(endpoints->isVisible());
    openService(fixture);
    QVERIFY(!endpoints->isVisible());
    QVERIFY(fixture.label(u"inspectorHint"_s).startsWith(u"Select a socket"_s));
    QVERIFY(fixture.listen());
    fixture.select({0});
    QTRY_VERIFY(fixture.window()->findChild<QGroupBox *>(u"inspectorOperations"_s)->isVisible());
    QVERIFY(!fixture.window()->findChild<QGroupBox *>(u"inspectorBuffers"_s)->isVisible());
    tabs(fixture)->setCurrentIndex(0);
    QTRY_VERIFY(fixture.window()->findChild<QGroupBox *>(u"inspectorBuffers"_s)->isVisible());
}

void TestServices::nothingIsAskedForAHiddenService()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    action(fixture, u"actionInspector"_s)->trigger();
    fixture.select({1});
    auto *plot = fixture.window()->findChild<RttPlot *>(u"rttPlot"_s);
    QTRY_VERIFY(fixture.window()->findChild<QGroupBox *>(u"inspectorBuffers"_s)->isVisible());
    const QAbstractItemModel *sockets = fixture.table()->model();
    openService(fixture);
    const qsizetype before = plot->samples().size();
    QSignalSpy updated(sockets, &QAbstractItemModel::dataChanged);
    client->write("traffic\n");
    QVERIFY(updated.wait());
    QVERIFY(!fixture.window()->findChild<QGroupBox *>(u"inspectorBuffers"_s)->isVisible());
    QCOMPARE(plot->samples().size(), before);
}

/// Its sockets are closed after it is out of sight.
void TestServices::aServiceThatLeavesLeavesTheInspector()
{
    WindowFixture fixture;
    QVERIFY(openTwo(fixture));
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    action(fixture, u"actionInspector"_s)->trigger();
    fixture.select({1});
    auto *endpoints = fixture.window()->findChild<QGroupBox *>(u"inspectorEndpoints"_s);
    QTRY_VERIFY(endpoints->isVisible());
    const QPointer<ServicePage> leaving = fixture.window()->service();
    const Answer close(u"Close service"_s);
    action(fixture, u"actionCloseService"_s)->trigger();
    QVERIFY(!endpoints->isVisible());
    QTRY_VERIFY(!leaving);
    QVERIFY(!endpoints->isVisible());
}

void TestServices::theFrameOfATourLeavesWithItsService()
{
    WindowFixture fixture;
    openService(fixture);
    action(fixture, u"actionTour"_s)->trigger();
    const QPointer<QWidget> frame = fixture.find<QWidget>(u"tourRing"_s);
    QVERIFY(frame && frame->isVisible());
    action(fixture, u"actionCloseService"_s)->trigger();
    QTRY_VERIFY(!frame);
}

void TestServices::thatTheyShareAnAddressIsTold()
{
    const auto sentence = u"the port decides which one a client reaches."_s;
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(!fixture.label(u"reach"_s).contains(sentence));
    openService(fixture);
    QVERIFY(fixture.listen());
    QVERIFY(fixture.label(u"reach"_s).endsWith(sentence));
    fixture.window()->stopListening();
    QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    tabs(fixture)->setCurrentIndex(0);
    QVERIFY(!fixture.label(u"reach"_s).contains(sentence));
#ifdef Q_OS_LINUX
    tabs(fixture)->setCurrentIndex(1);
    fixture.find<QComboBox>(u"address"_s)->setEditText(u"127.0.0.5"_s);
    QVERIFY(fixture.listen());
    QVERIFY(!fixture.label(u"reach"_s).contains(sentence));
#endif
}

void TestServices::severalListenFromTheStart()
{
    ServerWindowSetup setup{.options = {}, .startListening = true, .mode = ServerMode::Echo};
    setup.options.listen.port = 0;
    const Endpoint anyPort{QHostAddress(QHostAddress::LocalHost), 0};
    setup.further = {anyPort, anyPort};
    WindowFixture fixture(setup);
    QCOMPARE(tabs(fixture)->count(), 3);
    QCOMPARE(tabs(fixture)->currentIndex(), 0);
    for (int index = 0; index < 3; ++index) {
        tabs(fixture)->setCurrentIndex(index);
        QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Listening);
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        client->write("echo\n");
        QTRY_COMPARE(client->bytesAvailable(), 5);
    }
}

void TestServices::aSessionThatCanNotBeKeptIsNoService()
{
    ServerWindowSetup setup;
    setup.makeStore = [](QString *problem) {
        *problem = u"There is no room for it."_s;
        return std::shared_ptr<TrafficStore>();
    };
    WindowFixture fixture(setup);
    openService(fixture);
    QCOMPARE(fixture.window()->services().size(), 1);
    QCOMPARE(fixture.banner(), u"There is no room for it."_s);
    QVERIFY(fixture.listen());
}

void TestServices::aNewLanguageReachesTheHiddenOnes()
{
    WindowFixture fixture;
    fixture.find<QSpinBox>(u"port"_s)->setValue(8123);
    fixture.choose(u"mode"_s, u"Echo"_s);
    openService(fixture);
    BracketTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QTRY_COMPARE(tabs(fixture)->tabText(0), u":8123 · [Echo] · [not listening]"_s);
    tabs(fixture)->setCurrentIndex(0);
    QCOMPARE(fixture.listenButton()->text(), u"[Start listening]"_s);
    QCOMPARE(fixture.window()->service()->menus().constFirst()->title(), u"[&File]"_s);
    QCoreApplication::removeTranslator(&translator);
    QTRY_COMPARE(tabs(fixture)->tabText(1), u":8124 · Echo · not listening"_s);
}

void TestServices::closingTheWindowStopsThemAll()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    openService(fixture);
    QVERIFY(fixture.listen());
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    const Answer close(u"Close server"_s);
    fixture.window()->close();
    QCOMPARE(close.asked, 1);
    QVERIFY(!fixture.window()->isVisible());
    QTRY_COMPARE(first->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(second->state(), QAbstractSocket::UnconnectedState);
    for (const ServicePage *page : fixture.window()->services())
        QTRY_COMPARE(page->phase(), ServerPhase::Idle);
}

void TestServices::eachHasASessionOfItsOwn()
{
    WindowFixture fixture;
    openService(fixture);
    const QList<ServicePage *> pages = fixture.window()->services();
    QVERIFY(pages.at(0)->transcript().rows()->store() != pages.at(1)->transcript().rows()->store());
}

QTEST_MAIN(TestServices)
#include "tst_services.moc"
