#include "socketfacts.h"
#include "statehistory.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = StateStep::Kind;

static QList<Kind> kindsOf(const StateHistory &history)
{
    QList<Kind> kinds;
    for (const StateStep &step : history.steps())
        kinds.append(step.kind);
    return kinds;
}

class TestStateHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsStayInOrderWithTheirTimes();
    void whatIsSwitchedWithoutEndIsBounded();
    void everyStepHasItsOwnText();
    void theLastStepSaysWhy();
    void everyTcpStateHasItsOwnName();
};

void TestStateHistory::stepsStayInOrderWithTheirTimes()
{
    StateHistory history;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    history.add(Kind::LookingUp);
    history.add(Kind::Handshake);
    history.add(Kind::Connected);

    QCOMPARE(kindsOf(history), QList({Kind::LookingUp, Kind::Handshake, Kind::Connected}));
    qint64 last = before;
    for (const StateStep &step : history.steps()) {
        QVERIFY(step.time >= last);
        last = step.time;
    }
    QCOMPARE(history.dropped(), 0U);
}

void TestStateHistory::whatIsSwitchedWithoutEndIsBounded()
{
    StateHistory history;
    history.add(Kind::Accepted);
    for (int i = 0; i < 1000; ++i) {
        history.add(Kind::ReadingStopped);
        history.add(Kind::ReadingResumed);
    }
    history.add(Kind::PeerFinished);
    history.add(Kind::Closed, CloseReason::PeerClosed);

    QCOMPARE(history.steps().size(), StateHistory::MaxSteps);
    QCOMPARE(history.dropped(), quint64(2003 - StateHistory::MaxSteps));
    QCOMPARE(history.steps().constFirst().kind, Kind::Accepted);
    QCOMPARE(kindsOf(history).mid(StateHistory::MaxSteps - 3), QList({Kind::ReadingResumed, Kind::PeerFinished, Kind::Closed}));
}

void TestStateHistory::everyStepHasItsOwnText()
{
    QSet<QString> texts;
    for (int kind = 0; kind <= int(Kind::Closed); ++kind)
        texts.insert(stateStepText({.kind = Kind(kind)}));
    QCOMPARE(texts.size(), int(Kind::Closed) + 1);
    QVERIFY(!texts.contains(QString()));
}

void TestStateHistory::theLastStepSaysWhy()
{
    QCOMPARE(stateStepText({Kind::Closed, CloseReason::Reset, 0}), u"closed: the peer reset the connection"_s);
}

void TestStateHistory::everyTcpStateHasItsOwnName()
{
    QSet<QLatin1StringView> names;
    for (int state = 0; state <= int(TcpState::Closing); ++state)
        names.insert(tcpStateName(TcpState(state)));
    QCOMPARE(names.size(), int(TcpState::Closing) + 1);
}

QTEST_GUILESS_MAIN(TestStateHistory)
#include "tst_statehistory.moc"
