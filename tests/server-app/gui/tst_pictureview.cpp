#include "picturefixture.h"
#include "pictureview.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QProxyStyle>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;
using namespace PictureFixture;
using Kind = PictureItem::Kind;

/// Keeps what a widget is asked to paint.
class PaintedRegion final : public QObject
{
public:
    explicit PaintedRegion(QWidget *widget) { widget->installEventFilter(this); }

    QRegion region;
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            region += static_cast<QPaintEvent *>(event)->region();
            ++paints;
        }
        return false;
    }
};

/// A system on which nothing shall move.
class StillStyle final : public QProxyStyle
{
public:
    StillStyle()
        : QProxyStyle(QStyleFactory::create(u"fusion"_s))
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

static Picture withTraffic(int count, quint64 bytes)
{
    QList<SocketStatus> all = sockets(count);
    for (qsizetype i = 1; i < all.size(); ++i)
        all[i].bytesIn = all[i].bytesOut = bytes;
    return pictureOf(all);
}

class tst_PictureView final : public QObject
{
    Q_OBJECT

private:
    static std::unique_ptr<PictureView> shown(const Picture &picture)
    {
        auto view = std::make_unique<PictureView>();
        view->resize(900, 600);
        view->setPicture(picture);
        view->show();
        view->activateWindow();
        view->setFocus();
        return QTest::qWaitForWindowExposed(view.get()) ? std::move(view) : nullptr;
    }

    static void click(PictureView *view, const PictureItem &item, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->viewRectOf(item).center());
    }

    static QList<SocketId> takeChosen(QSignalSpy *spy)
    {
        return spy->isEmpty() ? QList<SocketId>{999} : spy->takeLast().constFirst().value<QList<SocketId>>();
    }

private Q_SLOTS:
    void aClickAsksForWhatLiesThere()
    {
        const auto view = shown(pictureOf(sockets(3), {{1, {7, u"ncat"_s}}, {2, {7, u"ncat"_s}}}));
        QSignalSpy chosen(view.get(), &PictureView::chosen);
        click(view.get(), {Kind::Row, 2});
        QCOMPARE(takeChosen(&chosen), QList<SocketId>{3});
        click(view.get(), {});
        QCOMPARE(takeChosen(&chosen), QList<SocketId>{ListenerId});
        click(view.get(), {Kind::Client, 0});
        QCOMPARE(takeChosen(&chosen), (QList<SocketId>{1, 2}));
    }

    void aClickWithCtrlAddsAndTakesAway()
    {
        const auto view = shown(pictureOf(sockets(3)));
        QSignalSpy chosen(view.get(), &PictureView::chosen);
        view->setSelected({3});
        click(view.get(), {Kind::Row, 0}, Qt::ControlModifier);
        QCOMPARE(takeChosen(&chosen), (QList<SocketId>{1, 3}));
        view->setSelected({1, 3});
        click(view.get(), {Kind::Row, 2}, Qt::ControlModifier);
        QCOMPARE(takeChosen(&chosen), QList<SocketId>{1});
    }

    void whatIsSelectedElsewhereIsSelectedHere()
    {
        const auto view = shown(pictureOf(sockets(2)));
        const QImage before = view->grab().toImage();
        view->setSelected({2});
        QVERIFY(view->isSelected({Kind::Row, 1}));
        QVERIFY(view->isSelected({Kind::Client, 1}));
        QVERIFY(!view->isSelected({Kind::Row, 0}));
        QVERIFY(!view->isSelected({}));
        QVERIFY(view->grab().toImage() != before);
    }

    void arrowsWalkAndEnterChooses()
    {
        const auto view = shown(pictureOf(sockets(3)));
        QSignalSpy chosen(view.get(), &PictureView::chosen);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->current(), (PictureItem{Kind::Row, 1}));
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(view.get(), Qt::Key_Return);
        QCOMPARE(takeChosen(&chosen), QList<SocketId>{2});
        QTest::keyClick(view.get(), Qt::Key_End);
        QTest::keyClick(view.get(), Qt::Key_Space);
        QCOMPARE(takeChosen(&chosen), QList<SocketId>{3});
        QTest::keyClick(view.get(), Qt::Key_Right);
        QCOMPARE(view->current(), (PictureItem{Kind::Client, 2}));
        QTest::keyClick(view.get(), Qt::Key_Home);
        QCOMPARE(view->current(), PictureItem{});
    }

    void theKeyboardStaysOnItsSocketWhenOthersGo()
    {
        const auto view = shown(pictureOf(sockets(3)));
        view->setCurrent({Kind::Row, 2});
        view->setPicture(pictureOf({listener(), socket(3)}));
        QCOMPARE(view->current(), (PictureItem{Kind::Row, 0}));
        view->setPicture(pictureOf({listener(), socket(4)}));
        QCOMPARE(view->current(), PictureItem{});
    }

    void whatIsWalkedToIsBroughtIntoView()
    {
        const auto view = shown(pictureOf(sockets(50)));
        const QRect last = view->viewRectOf({Kind::Row, 49});
        QVERIFY(!view->viewport()->rect().contains(last));
        QTest::keyClick(view.get(), Qt::Key_End);
        QVERIFY(view->viewport()->rect().contains(view->viewRectOf({Kind::Row, 49})));
        QTest::keyClick(view.get(), Qt::Key_Home);
        QVERIFY(view->viewport()->rect().contains(view->viewRectOf({})));
    }

    void itIsZoomedByTheWheelAndFitsAgain()
    {
        const auto view = shown(pictureOf(sockets(4)));
        const double fitting = view->zoom();
        QVERIFY(view->viewport()->rect().contains(view->viewRectOf({Kind::Client, 3})));
        const QPointF at = view->viewport()->rect().center();
        QWheelEvent in(at, view->viewport()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                       Qt::NoScrollPhase, false);
        for (int i = 0; i < 40; ++i)
            QCoreApplication::sendEvent(view->viewport(), &in);
        QCOMPARE(view->zoom(), PictureView::MaxZoom);
        QVERIFY(view->verticalScrollBar()->maximum() > 0);
        view->fit();
        QCOMPARE(view->zoom(), fitting);
        QTest::keyClick(view.get(), Qt::Key_Minus);
        QVERIFY(view->zoom() < fitting);
    }

    void messagesMoveAndOnlyTheirLinesArePainted()
    {
        const auto view = shown(withTraffic(50, 0));
        if (!view->isAnimated())
            QSKIP("this system asks for no animations");
        view->setPicture(withTraffic(50, 10));
        QVERIFY(view->dotCount() > 0);
        PaintedRegion painted(view->viewport());
        QTRY_VERIFY(painted.paints > 0); // what changed with the picture
        painted.region = {};
        const int before = painted.paints;
        QTRY_VERIFY(painted.paints > before + 5);
        for (const PictureItem &item : view->picture().items())
            QVERIFY(!painted.region.intersects(view->viewRectOf(item)));
        QVERIFY(view->dotCount() <= 100);
    }

    void nothingIsPaintedOnceAllHasArrived()
    {
        const auto view = shown(withTraffic(4, 0));
        if (!view->isAnimated())
            QSKIP("this system asks for no animations");
        view->setPicture(withTraffic(4, 10));
        QCOMPARE(view->dotCount(), 8);
        QTRY_COMPARE(view->dotCount(), 0);
        PaintedRegion painted(view->viewport());
        QCoreApplication::processEvents();
        const int before = painted.paints;
        QSignalSpy never(view.get(), &PictureView::chosen);
        QVERIFY(!never.wait(100));
        QCOMPARE(painted.paints, before);
    }

    void pausedTheyStandStill()
    {
        const auto view = shown(withTraffic(2, 0));
        view->setPicture(withTraffic(2, 10));
        view->setPaused(true);
        QVERIFY(!view->isMoving());
        const qsizetype dots = view->dotCount();
        view->setPicture(withTraffic(2, 20));
        QCOMPARE(view->dotCount(), dots);
        view->setPaused(false);
        QTRY_COMPARE(view->dotCount(), 0);
    }

    void nothingMovesWhereTheSystemWantsNoAnimations()
    {
        StillStyle still;
        const auto view = std::make_unique<PictureView>();
        view->setStyle(&still);
        view->setPicture(withTraffic(2, 0));
        view->show();
        view->setPicture(withTraffic(2, 10));
        QVERIFY(!view->isMoving());
        QCOMPARE(view->dotCount(), 0);
        view->setStyle(nullptr);
    }

    void hiddenItForgetsWhatMoved()
    {
        const auto view = shown(withTraffic(2, 0));
        view->setPicture(withTraffic(2, 10));
        view->hide();
        QCOMPARE(view->dotCount(), 0);
        view->setPicture(withTraffic(2, 20));
        QCOMPARE(view->dotCount(), 0);
    }

    void whatOneScrolledToStaysUntilItIsFitted()
    {
        const auto view = shown(pictureOf(sockets(30)));
        view->resize(450, 300); // too narrow for all
        view->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        const PictureItem seen{Kind::Row, 10};
        const QRect place = view->viewRectOf(seen);
        QList<SocketStatus> more = sockets(31);
        more.last() = socket(31, u"2001:db8:1234:5678:9abc:def0:1234:5678"_s); // wider than the others
        const double zoom = view->zoom();
        view->setPicture(pictureOf(more));
        QCOMPARE(view->zoom(), zoom);
        QCOMPARE(view->viewRectOf(seen).top(), place.top());
        view->fit();
        QVERIFY(view->zoom() < zoom);
    }

    void aSmallPictureStaysWhereItIsOnceOneHasZoomed()
    {
        const auto view = shown(pictureOf(sockets(1)));
        view->zoomOut();
        view->zoomOut();
        const QRect place = view->viewRectOf({});
        view->setPicture(pictureOf(sockets(4)));
        QCOMPARE(view->viewRectOf({}), place);
    }

    void aWindowThatComesBackDoesNotScroll()
    {
        const auto view = shown(pictureOf(sockets(30)));
        view->clearFocus();
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->maximum());
        view->setFocus(Qt::ActiveWindowFocusReason);
        QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
        view->clearFocus();
        view->setFocus(Qt::TabFocusReason);
        QVERIFY2(view->viewport()->rect().contains(view->viewRectOf(view->current())), "the keyboard's place is seen");
    }

    void aFullerQueueIsSeen()
    {
        QList<SocketStatus> all = sockets(1);
        const auto view = shown(pictureOf(all));
        const QImage empty = view->grab().toImage();
        all[1].bytesQueued = 500;
        view->setPicture(pictureOf(all));
        const QImage half = view->grab().toImage();
        all[1].bytesQueued = 1000;
        view->setPicture(pictureOf(all));
        QVERIFY(half != empty);
        QVERIFY(view->grab().toImage() != half);
    }

    void aFullerReceiveQueueIsSeen()
    {
        Picture picture = pictureOf(sockets(1));
        picture.tellsUnread = true;
        picture.rows.first().receiveQueue = ReceiveQueue();
        const auto view = shown(picture);
        const QImage empty = view->grab().toImage();
        picture.rows.first().receiveQueue = ReceiveQueue{.bytes = 500, .taken = 600, .room = 1000};
        view->setPicture(picture);
        QVERIFY(view->grab().toImage() != empty);
    }

    void aScreenReaderFindsEverything()
    {
        const auto view = shown(pictureOf(sockets(2)));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Picture of the sockets"_s);
        QCOMPARE(list->childCount(), 5);
        QAccessibleInterface *first = list->child(1);
        QVERIFY(first->text(QAccessible::Name).startsWith(u"socket 1, connected"_s));
        QCOMPARE(first->parent(), list);
        QCOMPARE(list->indexOfChild(first), 1);
        QVERIFY(view->rect().contains(view->mapFromGlobal(first->rect().center())));
        QCOMPARE(list->childAt(first->rect().center().x(), first->rect().center().y()), first);
        QSignalSpy chosen(view.get(), &PictureView::chosen);
        first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(takeChosen(&chosen), QList<SocketId>{1});
        view->setSelected({1});
        QVERIFY(first->state().selected);
        QCOMPARE(list->focusChild(), first);
    }

    void aScreenReadersEntryLastsAsLongAsItsSocket()
    {
        const auto view = shown(pictureOf(sockets(2)));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(view.get());
        QAccessibleInterface *second = list->child(2);
        view->setPicture(pictureOf({listener(), socket(2)}));
        QVERIFY(second->isValid());
        QCOMPARE(list->indexOfChild(second), 1);
        view->setPicture(pictureOf({listener()}));
        QVERIFY(!second->isValid());
        QCOMPARE(second->text(QAccessible::Name), QString());
        QCOMPARE(list->childCount(), 1);
    }
};

QTEST_MAIN(tst_PictureView)
#include "tst_pictureview.moc"
