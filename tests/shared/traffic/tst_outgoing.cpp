#include "outgoing.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOutgoing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void piecesAreSentAsTheyCome()
    {
        Outgoing outgoing;
        QString problem;
        QCOMPARE(outgoing.compose({}, "one ", true, &problem)->wire, "one "_ba);
        QCOMPARE(outgoing.compose({}, "line", false, &problem)->wire, "line\n"_ba);
        QCOMPARE(problem, QString());
    }

    void aMessageIsRefusedWithAllItsPieces()
    {
        const Framing framing{.kind = Framing::Kind::Fixed, .size = 4};
        Outgoing outgoing;
        QString problem;
        QVERIFY(!outgoing.compose(framing, "piec", true, &problem));
        QVERIFY(!problem.isEmpty());

        problem.clear();
        QVERIFY(!outgoing.compose(framing, "also", true, &problem));
        QVERIFY(!outgoing.compose(framing, "last", false, &problem));
        QCOMPARE(problem, QString());

        QCOMPARE(outgoing.compose(framing, "next", false, &problem)->wire, "next"_ba);
    }
};

QTEST_APPLESS_MAIN(TestOutgoing)
#include "tst_outgoing.moc"
