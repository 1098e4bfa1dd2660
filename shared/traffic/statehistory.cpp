#include "statehistory.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

static QString translated(const char *text)
{
    return QCoreApplication::translate("StateStep", text);
}

QString closedStepText(const QString &reason)
{
    return translated(QT_TRANSLATE_NOOP("StateStep", "closed: %1")).arg(reason);
}

QString stateStepText(const StateStep &step)
{
    switch (step.kind) {
    case StateStep::Kind::Listening: return translated(QT_TRANSLATE_NOOP("StateStep", "listening"));
    case StateStep::Kind::AcceptingPaused:
        return translated(QT_TRANSLATE_NOOP("StateStep", "accepting paused: who connects waits in the backlog"));
    case StateStep::Kind::AcceptingResumed: return translated(QT_TRANSLATE_NOOP("StateStep", "accepting again"));
    case StateStep::Kind::LookingUp: return translated(QT_TRANSLATE_NOOP("StateStep", "looking up the host"));
    case StateStep::Kind::Handshake: return translated(QT_TRANSLATE_NOOP("StateStep", "handshake: SYN sent"));
    case StateStep::Kind::Accepted: return translated(QT_TRANSLATE_NOOP("StateStep", "accepted: the system had done the handshake"));
    case StateStep::Kind::Connected: return translated(QT_TRANSLATE_NOOP("StateStep", "connected"));
    case StateStep::Kind::ReadingStopped: return translated(QT_TRANSLATE_NOOP("StateStep", "reading stopped"));
    case StateStep::Kind::ReadingResumed: return translated(QT_TRANSLATE_NOOP("StateStep", "reading again"));
    case StateStep::Kind::PeerFinished:
        return translated(QT_TRANSLATE_NOOP("StateStep", "the peer's FIN: it sends no more"));
    case StateStep::Kind::WeFinished: return translated(QT_TRANSLATE_NOOP("StateStep", "our FIN: we send no more"));
    case StateStep::Kind::Closing:
        return translated(QT_TRANSLATE_NOOP("StateStep", "closing: what is queued is still sent"));
    case StateStep::Kind::ResetByUs: return translated(QT_TRANSLATE_NOOP("StateStep", "our RST: what was queued is gone"));
    case StateStep::Kind::Closed: return closedStepText(closeReasonText(step.reason));
    }
    Q_UNREACHABLE();
    return {};
}

static bool isSwitch(const StateStep &step)
{
    return step.kind == StateStep::Kind::AcceptingPaused || step.kind == StateStep::Kind::AcceptingResumed
        || step.kind == StateStep::Kind::ReadingStopped || step.kind == StateStep::Kind::ReadingResumed;
}

void StateHistory::add(StateStep::Kind kind, CloseReason reason)
{
    if (m_steps.size() >= MaxSteps) {
        const auto oldest = std::find_if(m_steps.cbegin(), m_steps.cend(), isSwitch);
        m_steps.erase(oldest != m_steps.cend() ? oldest : m_steps.cbegin());
        ++m_dropped;
    }
    m_steps.append({kind, reason, QDateTime::currentMSecsSinceEpoch()});
}
