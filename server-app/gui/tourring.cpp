#include "tourring.h"

#include <QEvent>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

TourRing::TourRing(QWidget *window)
    : QWidget(window)
{
    setObjectName(u"tourRing"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TourRing::surround(QWidget *target)
{
    if (target != m_target) {
        unfollow();
        m_target = target;
        follow();
    }
    place();
}

void TourRing::follow()
{
    for (QWidget *widget = m_target; widget; widget = widget->parentWidget()) {
        widget->installEventFilter(this);
        m_followed.append(widget);
        if (widget->isWindow())
            return;
    }
}

void TourRing::unfollow()
{
    for (const QPointer<QWidget> &widget : std::as_const(m_followed)) {
        if (widget)
            widget->removeEventFilter(this);
    }
    m_followed.clear();
}

void TourRing::place()
{
    if (!m_target || !m_target->isVisible()) {
        hide();
        return;
    }
    if (parentWidget() != m_target->window()) // it is in a pane that was taken out
        setParent(m_target->window());
    constexpr int Around = Gap + Width;
    const QRect control(m_target->mapTo(parentWidget(), QPoint()), m_target->size());
    setGeometry(control.adjusted(-Around, -Around, Around, Around) & parentWidget()->rect());
    setMask(QRegion(rect()) - QRegion(rect().adjusted(Width, Width, -Width, -Width)));
    raise();
    show();
}

bool TourRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide: place(); break;
    case QEvent::ParentChange: surround(std::exchange(m_target, nullptr)); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void TourRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Highlight));
}
