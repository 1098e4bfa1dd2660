#include "reachline.h"

#include "machineaddresses.h"
#include "shades.h"
#include "statusdot.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

ReachLine::ReachLine(QWidget *parent)
    : QWidget(parent)
    , m_dot(new StatusDot(this))
    , m_label(new QLabel(this))
{
    m_label->setObjectName(u"reach"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_dot, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    update();
}

void ReachLine::tell(ServerPhase phase, const Endpoint &listening, qsizetype closed)
{
    m_phase = phase;
    m_listening = listening;
    m_closed = closed;
    update();
}

void ReachLine::setShared(bool shared)
{
    m_shared = shared;
    update();
}

void ReachLine::setGate(const QString &sentence)
{
    if (sentence == m_gate)
        return;
    m_gate = sentence;
    update();
}

QString ReachLine::text() const
{
    return m_label->text();
}

static QColor phaseColor(ServerPhase phase, const QPalette &palette)
{
    switch (phase) {
    case ServerPhase::Idle: return Shades::subdued(palette);
    case ServerPhase::Listening: return Shades::good(palette);
    case ServerPhase::Starting:
    case ServerPhase::Stopping: break;
    }
    return Shades::busy(palette);
}

QString ReachLine::idleText() const
{
    return m_closed == 0 ? tr("Not listening.") : tr("Stopped. %Ln connection(s) were closed.", nullptr, int(m_closed));
}

QString ReachLine::hereText() const
{
    const QString listening = listeningText(m_listening) + gateText();
    if (!m_shared)
        return listening;
    return tr("%1 Other services here have the same address: the port decides which one a client reaches.").arg(listening);
}

QString ReachLine::gateText() const
{
    return m_gate.isEmpty() ? QString() : u' ' + m_gate;
}

void ReachLine::update()
{
    m_dot->setColor(phaseColor(m_phase, palette()));
    switch (m_phase) {
    case ServerPhase::Idle: m_label->setText(idleText()); return;
    case ServerPhase::Starting: m_label->setText(tr("Starting …")); return;
    case ServerPhase::Stopping: m_label->setText(tr("Stopping: what is queued is still sent …")); return;
    case ServerPhase::Listening: m_label->setText(hereText()); return;
    }
}

QString ReachLine::listeningText(const Endpoint &listening)
{
    const QString where = listening.toString();
    if (listening.address.isLoopback())
        return tr("Listening on %1. Only programs on this machine can connect.").arg(where);
    QStringList others;
    for (const Endpoint &endpoint : reachableEndpoints(listening))
        others.append(endpoint.toString());
    if (others.isEmpty())
        return tr("Listening on %1. This machine has no network address now: only programs on it can connect.").arg(where);
    return tr("Listening on %1. Other machines reach it at %2.").arg(where, others.join(tr(", ")));
}

void ReachLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}
