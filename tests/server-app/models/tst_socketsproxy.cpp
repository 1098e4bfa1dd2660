#include "socketsproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

static SocketStatus socket(SocketId id, quint64 in, const QString &address = u"127.0.0.1"_s)
{
    SocketStatus status;
    status.id = id;
    status.state = id == ListenerId ? SocketState::Listening : SocketState::Connected;
    status.bytesIn = in;
    status.peer = {QHostAddress(address), quint16(50000 + id)};
    return status;
}

class tst_SocketsProxy final : public QObject
{
    Q_OBJECT

private:
    static QList<SocketId> ids(const SocketsProxy &proxy)
    {
        QList<SocketId> list;
        for (int row = 0; row < proxy.rowCount(); ++row)
            list.append(proxy.index(row, 0).data(SocketsModel::IdRole).value<SocketId>());
        return list;
    }

private Q_SLOTS:
    void theListeningSocketIsFirstInEitherOrder()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update({socket(0, 0), socket(1, 20), socket(2, 10), socket(3, 30)});
        proxy.sort(SocketsModel::Received, Qt::AscendingOrder);
        QCOMPARE(ids(proxy), (QList<SocketId>{0, 2, 1, 3}));
        proxy.sort(SocketsModel::Received, Qt::DescendingOrder);
        QCOMPARE(ids(proxy), (QList<SocketId>{0, 3, 1, 2}));
    }

    void numbersAndAddressesSortByValue()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        model.update({socket(10, 0, u"10.0.0.9"_s), socket(9, 0, u"10.0.0.10"_s), socket(2, 0, u"9.0.0.1"_s)});
        proxy.sort(SocketsModel::Number, Qt::AscendingOrder);
        QCOMPARE(ids(proxy), (QList<SocketId>{2, 9, 10}));
        proxy.sort(SocketsModel::Peer, Qt::AscendingOrder);
        QCOMPARE(ids(proxy), (QList<SocketId>{2, 10, 9}));
    }

    void framingsSortByWhatTheySay()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        Interpretations interpretations;
        interpretations.own.insert(1, {*parseFraming(u"raw"), {}});
        interpretations.own.insert(3, {*parseFraming(u"fixed:4"), {}});
        model.setInterpretations(interpretations);
        model.update({socket(1, 0), socket(2, 0), socket(3, 0)});
        proxy.sort(SocketsModel::Framing, Qt::AscendingOrder);
        QCOMPARE(ids(proxy), (QList<SocketId>{3, 2, 1}));
    }

    void theOrderSettlesAMomentAfterAChange()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update({socket(1, 1), socket(2, 2)});
        proxy.sort(SocketsModel::Received, Qt::DescendingOrder);
        model.update({socket(1, 5), socket(3, 9)});
        QTRY_COMPARE(ids(proxy), (QList<SocketId>{3, 1, 2}));
    }

    void whileItIsHeldNoRowMoves()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update({socket(1, 1), socket(2, 2)});
        proxy.sort(SocketsModel::Received, Qt::DescendingOrder);
        QSignalSpy moved(&proxy, &SocketsProxy::layoutChanged);
        proxy.setHeld(true);
        model.update({socket(1, 5), socket(3, 9)});
        QVERIFY(!moved.wait(int((SocketsProxy::CalmInterval + SocketsProxy::SettleInterval).count())));
        QCOMPARE(ids(proxy), (QList<SocketId>{2, 1, 3}));
        proxy.setHeld(false);
        QTRY_COMPARE(ids(proxy), (QList<SocketId>{3, 1, 2}));
    }

    void whatIsInOrderIsNotSorted()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        model.update({socket(0, 0), socket(1, 1), socket(2, 2)});
        proxy.sort(SocketsModel::Number, Qt::AscendingOrder);
        QSignalSpy moved(&proxy, &SocketsProxy::layoutChanged);
        model.update({socket(1, 9), socket(3, 1)});
        QVERIFY(!moved.wait(int(2 * SocketsProxy::SettleInterval.count())));
        QCOMPARE(ids(proxy), (QList<SocketId>{0, 1, 2, 3}));
    }

    void aStateThatChangesSettlesToo()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        model.update({socket(1, 0), socket(2, 0)});
        proxy.sort(SocketsModel::State, Qt::AscendingOrder);
        SocketStatus closed = socket(1, 0);
        closed.state = SocketState::Closed;
        model.update({closed});
        QTRY_COMPARE(ids(proxy), (QList<SocketId>{2, 1}));
    }

    void theFilterLooksAtNumberAddressAndState_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QList<SocketId>>("shown");
        QTest::newRow("empty") << u""_s << QList<SocketId>{0, 1, 2};
        QTest::newRow("number") << u"#2"_s << QList<SocketId>{0, 2};
        QTest::newRow("address") << u"10.0."_s << QList<SocketId>{0, 2};
        QTest::newRow("state, upper case") << u"CONNECTED"_s << QList<SocketId>{0, 1, 2};
        QTest::newRow("nothing but the listening socket") << u"nowhere"_s << QList<SocketId>{0};
    }

    void theFilterLooksAtNumberAddressAndState()
    {
        QFETCH(QString, filter);
        QFETCH(QList<SocketId>, shown);
        SocketsModel model;
        SocketsProxy proxy(&model);
        model.update({socket(0, 0), socket(1, 0), socket(2, 0, u"10.0.0.1"_s)});
        proxy.setFilterText(filter);
        QCOMPARE(ids(proxy), shown);
    }

    void aSocketThatComesToFitTheFilterAppears()
    {
        SocketsModel model;
        SocketsProxy proxy(&model);
        model.update({socket(0, 0), socket(1, 0)});
        proxy.setFilterText(u"the peer closed"_s);
        QCOMPARE(ids(proxy), (QList<SocketId>{0}));
        SocketStatus closed = socket(1, 0);
        closed.state = SocketState::Closed;
        closed.reason = CloseReason::PeerClosed;
        model.update({closed});
        QTRY_COMPARE(ids(proxy), (QList<SocketId>{0, 1}));
    }
};

QTEST_GUILESS_MAIN(tst_SocketsProxy)
#include "tst_socketsproxy.moc"
