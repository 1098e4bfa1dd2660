#include "inspectordock.h"

#include "inspector.h"
#include "whatsthis.h"

#include <QAction>
#include <QEvent>

using namespace Qt::StringLiterals;

InspectorDock::InspectorDock(QWidget *parent)
    : QDockWidget(parent)
{
    setObjectName(u"inspectorDock"_s);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    hide();
    toggleViewAction()->setObjectName(u"actionInspector"_s);
    toggleViewAction()->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (std::exchange(m_watching, visible) != visible)
            Q_EMIT watchingChanged();
    });
    retranslate();
}

Inspector *InspectorDock::inspector()
{
    if (m_inspector)
        return m_inspector;
    m_inspector = new Inspector(this);
    m_inspector->clear(m_hint);
    connect(m_inspector, &Inspector::subjectChanged, this, &InspectorDock::showTitle);
    setWidget(m_inspector);
    explainControls(this, {}); // the window explained its controls without these
    return m_inspector;
}

void InspectorDock::setVisible(bool visible)
{
    if (visible)
        inspector();
    QDockWidget::setVisible(visible);
}

void InspectorDock::setFacts(const SocketFacts &facts)
{
    inspector()->setFacts(facts);
}

void InspectorDock::clear(const QString &hint)
{
    m_hint = hint;
    if (m_inspector)
        m_inspector->clear(hint);
}

void InspectorDock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDockWidget::changeEvent(event);
}

void InspectorDock::showTitle()
{
    const QString subject = m_inspector ? m_inspector->subject() : QString();
    setWindowTitle(subject.isEmpty() ? tr("Inspector") : tr("Inspector – %1").arg(subject));
    toggleViewAction()->setText(tr("&Inspector")); // the dock makes it its title
}

void InspectorDock::retranslate()
{
    showTitle();
    toggleViewAction()->setToolTip(
        tr("Shows what the selected socket wraps: its ends, protocol, buffers, state and calls."));
    toggleViewAction()->setWhatsThis(toggleViewAction()->toolTip());
}
