#include "inspector.h"
#include "inspectordock.h"
#include "lateicons.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

/// What a window does without until it is needed.
class TestLateIcons final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCrossIsThereWhenTheButtonIsSeen();
    void aTextCanBeCleared();
    void theInspectorIsMadeWhenItIsOpened();
    void theInspectorShowsWhatItWasToldBefore();
};

void TestLateIcons::theCrossIsThereWhenTheButtonIsSeen()
{
    QToolButton button;
    LateIcons::giveCross(&button);
    QVERIFY(button.icon().isNull());

    button.show();

    QVERIFY(!button.icon().isNull());
}

void TestLateIcons::aTextCanBeCleared()
{
    QLineEdit edit;
    LateIcons::giveClearButton(&edit);
    QVERIFY(!edit.isClearButtonEnabled());

    QTest::keyClicks(&edit, u"a"_s);

    QVERIFY(edit.isClearButtonEnabled());
}

void TestLateIcons::theInspectorIsMadeWhenItIsOpened()
{
    QMainWindow window;
    auto *dock = new InspectorDock(&window);
    window.addDockWidget(Qt::RightDockWidgetArea, dock);
    window.show();
    QVERIFY(!dock->findChild<Inspector *>());

    dock->toggleViewAction()->trigger();

    QVERIFY(dock->findChild<Inspector *>());
    QVERIFY(dock->findChild<Inspector *>()->isVisible());
}

void TestLateIcons::theInspectorShowsWhatItWasToldBefore()
{
    InspectorDock dock;
    dock.clear(u"Choose one."_s);
    dock.show();
    const auto labels = dock.findChildren<QLabel *>();
    const auto says = [](const QLabel *label) { return label->isVisible() && label->text() == u"Choose one."; };
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), says));
}

QTEST_MAIN(TestLateIcons)
#include "tst_lateicons.moc"
