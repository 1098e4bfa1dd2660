#include "outcomeline.h"
#include "outcomemodel.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

using State = SendOutcome::State;

class tst_OutcomeLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysNothingBeforeTheFirstSend()
    {
        OutcomeModel outcomes;
        QVERIFY(OutcomeLine::summary(outcomes).isEmpty());
    }

    void namesTheOnlyTarget()
    {
        OutcomeModel outcomes;
        outcomes.begin(1);
        outcomes.apply({{1, 3, State::Queued, CloseReason::None}});
        QCOMPARE(OutcomeLine::summary(outcomes), u"#3 queued"_s);
        outcomes.apply({{1, 3, State::Sent, CloseReason::None}});
        QCOMPARE(OutcomeLine::summary(outcomes), u"Sent to #3"_s);
    }

    void namesTheFewThatDidNotGetIt()
    {
        OutcomeModel outcomes;
        outcomes.begin(1);
        outcomes.apply({{1, 1, State::Sent, CloseReason::None},
                        {1, 2, State::Sent, CloseReason::None},
                        {1, 3, State::Queued, CloseReason::None},
                        {1, 4, State::Failed, CloseReason::PeerClosed}});
        QCOMPARE(OutcomeLine::summary(outcomes), u"Sent to 2 of 4 · #3 queued · #4 failed: the peer closed"_s);
    }

    void countsTheManyThatDidNotGetIt()
    {
        OutcomeModel outcomes;
        outcomes.begin(1);
        QList<SendOutcome> values;
        for (SocketId id = 1; id <= 10'000; ++id)
            values.append({1, id, id <= 8 ? State::Queued : id <= 10 ? State::Failed : State::Sent, CloseReason::None});
        outcomes.apply(values);
        QCOMPARE(OutcomeLine::summary(outcomes), u"Sent to 9,990 of 10,000 · queued: 8 · failed: 2"_s);
    }
};

QTEST_MAIN(tst_OutcomeLine)
#include "tst_outcomeline.moc"
