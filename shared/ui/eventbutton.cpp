#include "eventbutton.h"

#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyle>

static constexpr std::initializer_list<EventGroup> Groups{EventGroup::Opened, EventGroup::HalfClosed,
                                                          EventGroup::Closed, EventGroup::Unsent,
                                                          EventGroup::Error,  EventGroup::Gap};

EventButton::EventButton(QWidget *parent)
    : QToolButton(parent)
    , m_menu(new QMenu(this))
    , m_all(m_menu->addAction(QString()))
    , m_none(m_menu->addAction(QString()))
{
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(InstantPopup);
    setMenu(m_menu);
    m_menu->installEventFilter(this);
    m_menu->addSeparator();
    for (const EventGroup group : Groups) {
        auto *action = m_menu->addAction(QString());
        action->setCheckable(true);
        action->setChecked(true);
        action->setData(int(group));
        m_groups.append(action);
        connect(action, &QAction::toggled, this, &EventButton::showChoice);
    }
    connect(m_all, &QAction::triggered, this, [this] { setGroups(AllEvents); });
    connect(m_none, &QAction::triggered, this, [this] { setGroups({}); });
    retranslate();
}

EventGroups EventButton::groups() const
{
    EventGroups groups;
    for (const QAction *action : m_groups)
        groups.setFlag(EventGroup(action->data().toInt()), action->isChecked());
    return groups;
}

void EventButton::setGroups(EventGroups groups)
{
    for (QAction *action : std::as_const(m_groups)) {
        const QSignalBlocker blocker(this); // told once, below
        action->setChecked(groups.testFlag(EventGroup(action->data().toInt())));
    }
    showChoice();
}

/// With room for the arrow beside the text, which stands in the middle.
QSize EventButton::sizeHint() const
{
    QSize size = QToolButton::sizeHint();
    size.rwidth() += 2 * style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, this);
    return size;
}

void EventButton::showChoice()
{
    const auto chosen =
        std::count_if(m_groups.cbegin(), m_groups.cend(), [](const QAction *its) { return its->isChecked(); });
    setText(chosen == m_groups.size() ? tr("Events") : tr("Events (%1 of %2)").arg(chosen).arg(m_groups.size()));
    Q_EMIT groupsChanged();
}

bool EventButton::eventFilter(QObject *watched, QEvent *event)
{
    QAction *action = m_menu->activeAction();
    const bool isClick = event->type() == QEvent::MouseButtonRelease;
    const bool isSpace = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (watched != m_menu || !action || !action->isCheckable() || (!isClick && !isSpace))
        return QToolButton::eventFilter(watched, event);
    action->trigger();
    return true;
}

void EventButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventButton::retranslate()
{
    const QStringList names{tr("&Opened: listening, connecting, accepted, connected"),
                            tr("&Half-closed: a FIN"),
                            tr("&Closed"),
                            tr("What was &not sent"),
                            tr("&Errors"),
                            tr("&Gaps in what was kept")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_groups[i]->setText(names[i]);
    m_all->setText(tr("&All events"));
    m_none->setText(tr("No e&vents"));
    setAccessibleName(tr("Events"));
    setToolTip(tr("Show connects, closes and other things that happened"));
    const QSignalBlocker blocker(this);
    showChoice();
}
