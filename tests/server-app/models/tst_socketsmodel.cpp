#include "socketsmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

static SocketStatus listener(SocketState state = SocketState::Listening)
{
    SocketStatus status;
    status.id = ListenerId;
    status.state = state;
    status.local = {QHostAddress(QHostAddress::LocalHost), 8080};
    status.since = 1;
    return status;
}

static SocketStatus client(SocketId id, SocketState state = SocketState::Connected, quint64 in = 0, quint64 out = 0)
{
    SocketStatus status;
    status.id = id;
    status.state = state;
    status.reason = state == SocketState::Closed ? CloseReason::PeerClosed : CloseReason::None;
    status.local = {QHostAddress(QHostAddress::LocalHost), 8080};
    status.peer = {QHostAddress(QHostAddress::LocalHost), quint16(50000 + id)};
    status.bytesIn = in;
    status.bytesOut = out;
    status.since = qint64(id);
    return status;
}

static QList<SocketStatus> clients(SocketId first, SocketId last, SocketState state = SocketState::Connected)
{
    QList<SocketStatus> list;
    for (SocketId id = first; id <= last; ++id)
        list.append(client(id, state));
    return list;
}

class tst_SocketsModel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SocketsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void make(qsizetype maxClosed = SocketsModel::MaxClosed)
    {
        m_tester.reset();
        m_model = std::make_unique<SocketsModel>(nullptr, maxClosed);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    QString text(int row, SocketsModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { make(); }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void startsEmpty()
    {
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->columnCount(), int(SocketsModel::ColumnCount));
        QCOMPARE(m_model->rowOf(ListenerId), -1);
    }

    void theListeningSocketIsTheFirstRowEvenWhenItComesLate()
    {
        m_model->update(clients(1, 2));
        m_model->update({listener()});
        QCOMPARE(m_model->at(0).id, ListenerId);
        QCOMPARE(m_model->rowOf(2), 2);
    }

    void newSocketsOfABatchAreInsertedAtOnce()
    {
        m_model->update({listener()});
        QSignalSpy inserted(m_model.get(), &SocketsModel::rowsInserted);
        m_model->update(clients(1, 50));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(m_model->rowCount(), 51);
        QCOMPARE(m_model->rowOf(50), 50);
    }

    void changedSocketsThatAreNeighboursAreToldAsOneRange()
    {
        m_model->update(clients(1, 10));
        QSignalSpy changed(m_model.get(), &SocketsModel::dataChanged);
        m_model->update(QList<SocketStatus>{client(4), client(2), client(3), client(8)});
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 3);
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 7);
    }

    void manyScatteredChangesAreToldOnce()
    {
        m_model->update(clients(1, 1000));
        QSignalSpy changed(m_model.get(), &SocketsModel::dataChanged);
        QList<SocketStatus> every;
        for (SocketId id = 1; id <= 1000; id += 2)
            every.append(client(id, SocketState::Connected, 7));
        m_model->update(every);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_model->at(m_model->rowOf(999)).bytesIn, 7u);
    }

    void cellsSayWhatASocketIsLike()
    {
        SocketStatus closed = client(2, SocketState::Closed, 1'234'567, 42);
        m_model->update({listener(), client(1), closed});
        QCOMPARE(text(2, SocketsModel::Number), u"#2"_s);
        QCOMPARE(text(2, SocketsModel::Peer), u"127.0.0.1:50002"_s);
        QCOMPARE(text(2, SocketsModel::Local), u"127.0.0.1:8080"_s);
        QCOMPARE(text(2, SocketsModel::State), u"closed"_s);
        QCOMPARE(text(2, SocketsModel::Received), u"1,234,567"_s);
        QCOMPARE(text(2, SocketsModel::Sent), u"42"_s);
        QCOMPARE(text(2, SocketsModel::Reason), u"the peer closed"_s);
        QCOMPARE(text(0, SocketsModel::State), u"listening"_s);
    }

    void everyCellOfAnOpenSocketHasATitleAndNoneOfItIsASymbolForScreenReaders()
    {
        m_model->update({listener(), client(1)});
        for (int column = 0; column < SocketsModel::ColumnCount; ++column)
            QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
        QCOMPARE(m_model->index(0, SocketsModel::Number).data(Qt::AccessibleTextRole).toString(),
                 u"the listening socket"_s);
    }

    void sortRoleGivesRawValues()
    {
        m_model->update({client(1, SocketState::Connected, 1'000'000)});
        QCOMPARE(m_model->index(0, SocketsModel::Received).data(SocketsModel::SortRole).toULongLong(), 1'000'000u);
        QCOMPARE(m_model->index(0, SocketsModel::Number).data(SocketsModel::SortRole).toULongLong(), 1u);
    }

    void closedSocketsStayAndAreMarked()
    {
        m_model->update({listener(), client(1), client(2)});
        m_model->update({client(1, SocketState::Closed)});
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(m_model->index(1, 0).data(SocketsModel::ClosedRole).toBool());
        QVERIFY(!m_model->index(2, 0).data(SocketsModel::ClosedRole).toBool());
    }

    void clearClosedLeavesOpenOnesAndTheListeningSocket()
    {
        m_model->update({listener(), client(1), client(2), client(3)});
        m_model->update({listener(SocketState::Closed), client(1, SocketState::Closed), client(3, SocketState::Closed)});
        m_model->clearClosed();
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_model->rowOf(ListenerId), 0);
        QCOMPARE(m_model->rowOf(2), 1);
        QCOMPARE(m_model->rowOf(3), -1);
        QCOMPARE(m_model->totals().closed, 0);
        m_model->update({client(2, SocketState::Connected, 9)});
        QCOMPARE(m_model->at(1).bytesIn, 9u);
    }

    void clearingManyScatteredOnesKeepsTheRows()
    {
        m_model->update({listener()});
        m_model->update(clients(1, 1000));
        QList<SocketStatus> odd;
        for (SocketId id = 1; id <= 1000; id += 2)
            odd.append(client(id, SocketState::Closed));
        m_model->update(odd);
        m_model->clearClosed();
        QCOMPARE(m_model->rowCount(), 501);
        QCOMPARE(m_model->rowOf(1000), 500);
        QCOMPARE(m_model->at(500).id, 1000u);
    }

    void theFirstToCloseAreDroppedPastTheLimitAndCounted()
    {
        make(20);
        m_model->update({listener(), client(1)});
        m_model->update(clients(2, 21, SocketState::Closed));
        QCOMPARE(m_model->totals().dropped, 0u);
        m_model->update({client(1, SocketState::Closed)});
        QCOMPARE(m_model->totals().dropped, 3u); // one too many, and a tenth more
        QCOMPARE(m_model->totals().closed, 18);
        QCOMPARE(m_model->rowOf(2), -1);
        QCOMPARE(m_model->rowOf(4), -1);
        QVERIFY(m_model->rowOf(1) > 0); // it closed last
        QCOMPARE(m_model->rowCount(), 19);
    }

    void totalsCountWhatIsOpenAndEveryByteThereEverWas()
    {
        m_model->update({listener(), client(1, SocketState::Connected, 10, 1), client(2, SocketState::Connected, 5)});
        m_model->update({client(1, SocketState::Connected, 30, 4), client(2, SocketState::Closed, 6)});
        m_model->update({client(3, SocketState::Closed)}); // turned away: closed from the first
        QCOMPARE(m_model->totals().open, 1);
        QCOMPARE(m_model->totals().closed, 2);
        QCOMPARE(m_model->totals().bytesIn, 36u);
        QCOMPARE(m_model->totals().bytesOut, 4u);
        m_model->clearClosed();
        QCOMPARE(m_model->totals().bytesIn, 36u);
        QCOMPARE(m_model->openIds(), QList<SocketId>{1});
        m_model->update({client(4), client(1, SocketState::WeFinished)});
        QCOMPARE(m_model->totals().open, 2);
        QCOMPARE(m_model->totals().takers, 1);
        QCOMPARE(m_model->takerIds(), QList<SocketId>{4});
    }

    void theListeningSocketComesBackToItsRow()
    {
        m_model->update({listener(), client(1, SocketState::Closed)});
        m_model->update({listener(SocketState::Closed)});
        QVERIFY(m_model->index(0, 0).data(SocketsModel::ClosedRole).toBool());
        m_model->update({listener()});
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->index(0, 0).data(SocketsModel::ClosedRole).toBool());
    }

    void aSocketReadInItsOwnWayBearsAMark()
    {
        m_model->update({listener(), client(1), client(2)});
        Interpretations interpretations;
        interpretations.own.insert(2, {*parseFraming(u"crlf"), *Encoding::parse(u"latin1")});
        QSignalSpy changed(m_model.get(), &SocketsModel::dataChanged);
        m_model->setInterpretations(interpretations);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(text(0, SocketsModel::Framing), QString());
        QCOMPARE(text(1, SocketsModel::Number), u"#1"_s);
        QCOMPARE(text(1, SocketsModel::Framing), u"Lines · UTF-8"_s);
        QCOMPARE(text(2, SocketsModel::Number), u"#2*"_s);
        QCOMPARE(text(2, SocketsModel::Framing), u"Lines (CR LF) · ISO-8859-1"_s);
        const QString why = m_model->index(2, SocketsModel::Number).data(Qt::ToolTipRole).toString();
        QVERIFY2(why.contains(u"Lines (CR LF) · ISO-8859-1"_s), qPrintable(why));
        QCOMPARE(m_model->index(2, SocketsModel::Number).data(Qt::AccessibleTextRole).toString(), why);
    }

    void whyASocketClosedIsWholeInTheToolTip()
    {
        SocketStatus broken = client(1, SocketState::Closed);
        broken.reason = CloseReason::ProtocolError;
        broken.detail = u"A length of 9 million bytes was told."_s;
        m_model->update({broken, client(2, SocketState::Closed)});
        QCOMPARE(m_model->index(0, SocketsModel::Reason).data(Qt::ToolTipRole).toString(),
                 u"the bytes break the framing\nA length of 9 million bytes was told."_s);
        QCOMPARE(m_model->index(1, SocketsModel::Reason).data(Qt::ToolTipRole).toString(), u"the peer closed"_s);
    }

    void howTheSocketsStandIsToldApartFromCounters_data()
    {
        SocketStatus stopped = client(1);
        stopped.readingStopped = true;
        QTest::addColumn<SocketStatus>("next");
        QTest::addColumn<bool>("isOther");
        QTest::newRow("counters") << client(1, SocketState::Connected, 5, 7) << false;
        QTest::newRow("half-closed") << client(1, SocketState::PeerFinished) << true;
        QTest::newRow("closed") << client(1, SocketState::Closed) << true;
        QTest::newRow("reading stopped") << stopped << true;
        QTest::newRow("another one") << client(3) << true;
        QTest::newRow("the listening one") << listener() << true;
    }

    void howTheSocketsStandIsToldApartFromCounters()
    {
        QFETCH(SocketStatus, next);
        QFETCH(bool, isOther);
        m_model->update(clients(1, 2));
        const quint64 before = m_model->standing();

        m_model->update({next});

        QCOMPARE(m_model->standing() != before, isOther);
    }

    void aSocketThatIsClearedStandsNoMore()
    {
        m_model->update(clients(1, 2, SocketState::Closed));
        const quint64 before = m_model->standing();
        m_model->clearClosed();
        QVERIFY(m_model->standing() != before);
    }

    void aNewLanguageChangesEveryText()
    {
        m_model->update(clients(1, 3));
        QSignalSpy changed(m_model.get(), &SocketsModel::dataChanged);
        QSignalSpy headers(m_model.get(), &SocketsModel::headerDataChanged);
        m_model->retranslate();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(headers.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_SocketsModel)
#include "tst_socketsmodel.moc"
