#include "unfinishedrows.h"

#include <QTest>

/// Which of the messages without an end are listed, and when.
class TestUnfinishedRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWholeSoonIsNeverListed();
    void whatStaysIsListedAtTheSecondLook();
    void anotherMessageOfTheStreamWaitsAnew();
    void whatIsWholeGoesAtOnce();
    void tooManyAreSummedUp();

private:
    static UnfinishedMessage message(quint32 socket, quint64 from, quint32 length = 1);
};

UnfinishedMessage TestUnfinishedRows::message(quint32 socket, quint64 from, quint32 length)
{
    UnfinishedMessage message;
    message.row.socket = socket;
    message.row.length = length;
    message.from = from;
    return message;
}

void TestUnfinishedRows::whatIsWholeSoonIsNeverListed()
{
    UnfinishedRows rows;
    for (quint64 from = 0; from < 10; ++from) {
        rows.update({message(1, from)});
        QVERIFY(!rows.isSettled());
        rows.settle();
        QVERIFY(rows.listed().isEmpty());
    }
}

void TestUnfinishedRows::whatStaysIsListedAtTheSecondLook()
{
    UnfinishedRows rows;
    rows.update({message(1, 0, 5)});
    rows.settle();
    rows.update({message(1, 0, 9)});
    QVERIFY(rows.listed().isEmpty());
    rows.settle();
    QCOMPARE(rows.listed().size(), 1);
    QCOMPARE(rows.listed()[0].row.length, 9U);
    QVERIFY(rows.isSettled());
}

void TestUnfinishedRows::anotherMessageOfTheStreamWaitsAnew()
{
    UnfinishedRows rows;
    rows.update({message(1, 0), message(2, 0)});
    rows.settleAll();
    rows.update({message(1, 7), message(2, 0)});
    QCOMPARE(rows.listed().size(), 1);
    QCOMPARE(rows.listed()[0].row.socket, 2U);
    QVERIFY(!rows.isSettled());
}

void TestUnfinishedRows::whatIsWholeGoesAtOnce()
{
    UnfinishedRows rows;
    rows.update({message(1, 0)});
    rows.settleAll();
    rows.update({});
    QVERIFY(rows.listed().isEmpty());
    QVERIFY(rows.isSettled());
}

void TestUnfinishedRows::tooManyAreSummedUp()
{
    UnfinishedRows rows;
    QList<UnfinishedMessage> many;
    for (quint32 socket = 1; socket <= MostUnfinishedRows + 1; ++socket)
        many.append(message(socket, 0, 1000));
    rows.update(many);
    rows.settleAll();
    QVERIFY(rows.isSummedUp());
    QVERIFY(rows.listed().isEmpty());
    QVERIFY(rows.summary().contains(QStringLiteral("21,000 bytes")));
    QCOMPARE(rows.all().size(), 21);
}

QTEST_GUILESS_MAIN(TestUnfinishedRows)
#include "tst_unfinishedrows.moc"
