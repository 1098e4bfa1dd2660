#include "outcomemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using State = SendOutcome::State;

static SendOutcome outcome(quint64 ticket, SocketId socket, State state, CloseReason reason = CloseReason::None)
{
    return {ticket, socket, state, reason};
}

class tst_OutcomeModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTargetHasARowWithItsLatestState()
    {
        OutcomeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(1);
        model.apply({outcome(1, 1, State::Queued), outcome(1, 2, State::Queued), outcome(1, 1, State::Sent)});
        model.apply({outcome(1, 2, State::Failed, CloseReason::Reset)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.counts().sent, 1);
        QCOMPARE(model.counts().failed, 1);
        QCOMPARE(model.counts().queued, 0);
        QCOMPARE(model.index(1).data().toString(), u"#2  failed: the peer reset the connection"_s);
    }

    void aMessageThatCanNotBeWrittenSaysWhy()
    {
        OutcomeModel model;
        model.begin(1);
        model.apply({{1, 4, State::Failed, CloseReason::None, u"It has no such character."_s}});
        QCOMPARE(model.index(0).data().toString(), u"#4  failed: It has no such character."_s);
    }

    void outcomesOfAnotherSendAreNotMixedIn()
    {
        OutcomeModel model;
        model.begin(2);
        model.apply({outcome(1, 1, State::Sent), outcome(2, 1, State::Queued)});
        QCOMPARE(model.counts().sent, 0);
        QCOMPARE(model.counts().queued, 1);
    }

    void aNewSendStartsAfresh()
    {
        OutcomeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.begin(1);
        model.apply({outcome(1, 1, State::Sent)});
        QSignalSpy counts(&model, &OutcomeModel::countsChanged);
        model.begin(2);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.counts().targets(), 0);
        QCOMPARE(counts.size(), 1);
    }

    void unfinishedTargetsAreNamedUpToALimit()
    {
        OutcomeModel model;
        model.begin(1);
        model.apply({outcome(1, 1, State::Sent), outcome(1, 2, State::Queued), outcome(1, 3, State::Failed),
                     outcome(1, 4, State::Queued)});
        const auto first = model.unfinished(2);
        QCOMPARE(first.size(), 2);
        QCOMPARE(first.at(0).socket, 2u);
        QCOMPARE(first.at(1).socket, 3u);
    }

    void tenThousandTargetsComeInOneInsertion()
    {
        OutcomeModel model;
        model.begin(1);
        QList<SendOutcome> outcomes;
        for (SocketId id = 1; id <= 10'000; ++id)
            outcomes << outcome(1, id, State::Queued) << outcome(1, id, State::Sent);
        QSignalSpy inserted(&model, &OutcomeModel::rowsInserted);
        model.apply(outcomes);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.counts().sent, 10'000);
    }
};

QTEST_GUILESS_MAIN(tst_OutcomeModel)
#include "tst_outcomemodel.moc"
