#include "serversettings.h"
#include "socketsmodel.h"
#include "socketsview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QEnterEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QStyle>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

static SocketStatus socket(SocketId id, SocketState state = SocketState::Connected)
{
    SocketStatus status;
    status.id = id;
    status.state = id == ListenerId ? SocketState::Listening : state;
    status.local = {QHostAddress(QHostAddress::LocalHost), 8080};
    if (id != ListenerId)
        status.peer = {QHostAddress(QHostAddress::LocalHost), quint16(50000 + id % 10000)};
    return status;
}

class tst_SocketsView final : public QObject
{
    Q_OBJECT

private:
    static void select(SocketsView &view, const QList<int> &rows)
    {
        view.clearSelection();
        for (const int row : rows)
            view.selectionModel()->select(view.model()->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    /// Opens the context menu and triggers the action of this text, as soon as the menu is there.
    void chooseFromMenu(SocketsView &view, const QString &text)
    {
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&timer, text] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            timer.stop();
            for (QAction *action : menu->actions()) {
                if (action->text() == text && action->isEnabled())
                    action->trigger();
            }
            menu->close();
        });
        timer.start(10);
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(5, 5), view.viewport()->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(view.viewport(), &event);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"OnePortTests"_s);
        QCoreApplication::setApplicationName(u"tst_socketsview"_s);
    }
    void init() { QSettings().clear(); }

    void theColumnOfStatesHoldsEachOfThem()
    {
        SocketsModel model;
        SocketsView view(&model);
        const int margin = view.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &view) + 1;
        for (SocketState state : {SocketState::Connecting, SocketState::Connected, SocketState::PeerFinished,
                                  SocketState::WeFinished, SocketState::Closing, SocketState::Closed}) {
            model.update({socket(1, state)});
            const QString text = view.model()->index(0, SocketsModel::State).data().toString();
            const int wanted = view.fontMetrics().horizontalAdvance(text) + 2 * margin;
            QVERIFY2(view.columnWidth(SocketsModel::State) >= wanted, qPrintable(text));
        }
    }

    void columnsAreRemembered()
    {
        SocketsModel model;
        {
            SocketsView view(&model);
            view.columnsMenu()->actions().at(SocketsModel::Local)->trigger();
            view.horizontalHeader()->moveSection(0, 3);
            view.setColumnWidth(SocketsModel::Peer, 321);
            view.sortByColumn(SocketsModel::Sent, Qt::DescendingOrder);
        }
        SocketsView view(&model);
        QVERIFY(view.isColumnHidden(SocketsModel::Local));
        QVERIFY(!view.columnsMenu()->actions().at(SocketsModel::Local)->isChecked());
        QCOMPARE(view.horizontalHeader()->visualIndex(0), 3);
        QCOMPARE(view.columnWidth(SocketsModel::Peer), 321);
        QCOMPARE(view.horizontalHeader()->sortIndicatorSection(), int(SocketsModel::Sent));
        QCOMPARE(view.horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void theFramingIsHiddenUntilItIsWanted()
    {
        SocketsModel model;
        {
            SocketsView view(&model);
            QVERIFY(view.isColumnHidden(SocketsModel::Framing));
            view.columnsMenu()->actions().at(SocketsModel::Framing)->trigger();
            QVERIFY(!view.isColumnHidden(SocketsModel::Framing));
        }
        QVERIFY(!SocketsView(&model).isColumnHidden(SocketsModel::Framing));
    }

    /// What was remembered when there were fewer columns.
    void olderColumnsComeBack()
    {
        QStandardItemModel fewer(0, SocketsModel::Framing);
        QTableView before;
        before.setModel(&fewer);
        before.setColumnWidth(SocketsModel::Peer, 321);
        before.setColumnHidden(SocketsModel::Local, true);
        ServerSettings::setLayout(ServerSettings::Layout::Columns, before.horizontalHeader()->saveState());
        SocketsModel model;
        SocketsView view(&model);
        QCOMPARE(view.horizontalHeader()->count(), int(SocketsModel::ColumnCount));
        QCOMPARE(view.columnWidth(SocketsModel::Peer), 321);
        QVERIFY(view.isColumnHidden(SocketsModel::Local));
        QVERIFY(view.isColumnHidden(SocketsModel::Framing));
        view.columnsMenu()->actions().at(SocketsModel::Framing)->trigger();
        QVERIFY(view.columnWidth(SocketsModel::Framing) > 0);
    }

    void aHundredMillionBytesFitInTheirColumns()
    {
        SocketsModel model;
        SocketsView view(&model);
        SocketStatus busy = socket(1);
        busy.bytesIn = busy.bytesOut = 99'999'999;
        model.update({socket(0), busy});
        view.show();
        const QAbstractItemView &any = view;
        for (const int column : {SocketsModel::Received, SocketsModel::Sent})
            QVERIFY(view.columnWidth(column) >= any.sizeHintForColumn(column));
    }

    void theLastColumnCanNotBeHidden()
    {
        SocketsModel model;
        SocketsView view(&model);
        for (QAction *action : view.columnsMenu()->actions()) {
            if (action->isChecked())
                action->trigger();
        }
        QCOMPARE(view.horizontalHeader()->hiddenSectionCount(), int(SocketsModel::ColumnCount) - 1);
    }

    void selectedSocketsAreTold()
    {
        SocketsModel model;
        SocketsView view(&model);
        model.update({socket(0), socket(1), socket(2), socket(3)});
        QSignalSpy told(&view, &SocketsView::selectedIdsChanged);
        select(view, {3, 1});
        QVERIFY(!told.isEmpty());
        QCOMPARE(view.selectedIds(), (QList<SocketId>{1, 3}));
    }

    void disconnectInTheContextMenuNamesTheSelectedSockets()
    {
        SocketsModel model;
        SocketsView view(&model);
        model.update({socket(0), socket(1), socket(2)});
        view.show();
        select(view, {2});
        QSignalSpy asked(&view, &SocketsView::disconnectRequested);
        chooseFromMenu(view, u"Disconnect"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).value<QList<SocketId>>(), QList<SocketId>{2});
    }

    void sendToTheseIsInTheContextMenuOfOpenSockets()
    {
        SocketsModel model;
        SocketsView view(&model);
        model.update({socket(0), socket(1), socket(2), socket(3, SocketState::Closed)});
        view.show();
        QSignalSpy asked(&view, &SocketsView::sendToSelectedRequested);
        select(view, {0, 1, 3});
        chooseFromMenu(view, u"Send to this one"_s);
        QCOMPARE(asked.size(), 1);
        select(view, {1, 2});
        chooseFromMenu(view, u"Send to these"_s);
        QCOMPARE(asked.size(), 2);
        select(view, {0, 3});
        chooseFromMenu(view, u"Send to this one"_s); // there, but off
        QCOMPARE(asked.size(), 2);
    }

    void addressesAreCopied()
    {
        SocketsModel model;
        SocketsView view(&model);
        model.update({socket(0), socket(1), socket(2)});
        view.show();
        select(view, {0, 1, 2});
        chooseFromMenu(view, u"Copy address"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"127.0.0.1:50001\n127.0.0.1:50002"_s);
        select(view, {0});
        chooseFromMenu(view, u"Copy local address"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"127.0.0.1:8080"_s);
    }

    void clearClosedIsInTheContextMenu()
    {
        SocketsModel model;
        SocketsView view(&model);
        model.update({socket(0), socket(1, SocketState::Closed), socket(2)});
        view.show();
        chooseFromMenu(view, u"Clear closed"_s);
        QCOMPARE(model.rowCount(), 2);
    }

    void theSelectionSurvivesClearingManyScatteredRows()
    {
        SocketsModel model;
        SocketsView view(&model);
        QList<SocketStatus> sockets{socket(0)};
        for (SocketId id = 1; id <= 1000; ++id)
            sockets.append(socket(id, id % 2 ? SocketState::Closed : SocketState::Connected));
        model.update(sockets);
        select(view, {1, 2, 4});
        model.clearClosed();
        QCOMPARE(view.selectedIds(), (QList<SocketId>{2, 4}));
    }

    void noRowMovesUnderThePointerOrTheKeys_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("pointer") << false;
        QTest::newRow("key") << true;
    }

    void noRowMovesUnderThePointerOrTheKeys()
    {
        QFETCH(bool, byKey);
        SocketsModel model;
        SocketsView view(&model);
        view.show();
        model.update({socket(ListenerId), socket(1), socket(2)});
        view.sortByColumn(SocketsModel::Received, Qt::DescendingOrder);
        const auto second = [&view] { return view.model()->index(1, SocketsModel::Number).data().toString(); };
        if (byKey) {
            QTest::keyClick(&view, Qt::Key_Down);
        } else {
            QEnterEvent enter({5, 5}, {5, 5}, {5, 5});
            QCoreApplication::sendEvent(view.viewport(), &enter);
        }
        QSignalSpy moved(view.model(), &QAbstractItemModel::layoutChanged);
        SocketStatus busy = socket(2);
        busy.bytesIn = 100;

        model.update({busy});

        QVERIFY(!moved.wait(1500));
        QCOMPARE(second(), u"#1"_s);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(view.viewport(), &leave);
        QTRY_COMPARE(second(), u"#2"_s);
    }

    void tenThousandRowsChangeWithoutAStall()
    {
        constexpr qint64 MostMilliseconds = 200; // generous: debug and sanitizer builds run this too
        SocketsModel model;
        SocketsView view(&model);
        QList<SocketStatus> sockets{socket(0)};
        for (SocketId id = 1; id <= 10'000; ++id)
            sockets.append(socket(id));
        model.update(sockets);
        view.show();
        view.sortByColumn(SocketsModel::Received, Qt::DescendingOrder);
        qint64 worst = 0;
        for (int frame = 0; frame < 10; ++frame) {
            for (SocketStatus &status : sockets)
                status.bytesIn += status.id % 7;
            QElapsedTimer clock;
            clock.start();
            model.update(sockets);
            QCoreApplication::processEvents();
            worst = std::max(worst, clock.elapsed());
        }
        qInfo("the worst of ten updates took %lld ms", worst);
        QVERIFY(worst < MostMilliseconds);
    }
};

QTEST_MAIN(tst_SocketsView)
#include "tst_socketsview.moc"
