#include "pictureview.h"

#include "picturetext.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

// Mouse, keyboard and the size at which the picture is seen.

static constexpr double ZoomStep = 1.2;
static constexpr double ReadableZoom = 0.65; // for fitting: less only to have the width in view
static constexpr double SmallestFit = 0.4;

/// Where there is room around it: in the middle while it is fitted, else where one left it.
QPointF PictureView::origin() const
{
    const QSizeF size = m_scene.layout.size * m_zoom;
    const auto start = [this](qreal room, qreal needed, qreal place, const QScrollBar *bar) {
        if (room <= needed)
            return qreal(-bar->value());
        return m_isFitting ? std::floor((room - needed) / 2) : std::clamp(std::floor(place), 0.0, room - needed);
    };
    return {start(viewport()->width(), size.width(), m_place.x(), horizontalScrollBar()),
            start(viewport()->height(), size.height(), m_place.y(), verticalScrollBar())};
}

/// One has scrolled: what is seen stays where it is, whatever comes.
void PictureView::keepPlace()
{
    m_place = origin();
    m_isFitting = false;
}

void PictureView::setUpBars()
{
    const QSizeF size = m_scene.layout.size;
    const QSizeF room = maximumViewportSize();
    if (m_isFitting && !size.isEmpty()) {
        const double whole = std::max(room.height() / size.height(), ReadableZoom);
        m_zoom = std::clamp(std::min(room.width() / size.width(), whole), SmallestFit, 1.0);
    }
    const auto setUp = [this](QScrollBar *bar, qreal needed, int seen) {
        bar->setRange(0, std::max(0, int(std::ceil(needed * m_zoom)) - seen));
        bar->setPageStep(seen);
        bar->setSingleStep(fontMetrics().height() * 2);
    };
    setUp(horizontalScrollBar(), size.width(), viewport()->width());
    setUp(verticalScrollBar(), size.height(), viewport()->height());
}

/// What is at this point of the viewport stays there.
void PictureView::setZoom(double zoom, const QPointF &fixed)
{
    const QPointF there = toPicture(fixed);
    m_isFitting = false;
    m_zoom = std::clamp(zoom, MinZoom, MaxZoom);
    setUpBars();
    const QPointF at = there * m_zoom - fixed;
    m_place = -at;
    horizontalScrollBar()->setValue(int(at.x()));
    verticalScrollBar()->setValue(int(at.y()));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void PictureView::zoomIn()
{
    setZoom(m_zoom * ZoomStep, viewport()->rect().center());
}

void PictureView::zoomOut()
{
    setZoom(m_zoom / ZoomStep, viewport()->rect().center());
}

void PictureView::fit()
{
    m_isFitting = true;
    setUpBars();
    viewport()->update();
    Q_EMIT zoomChanged();
}

bool PictureView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // zooming is ours while the focus is here
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Plus || key->key() == Qt::Key_Minus)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool PictureView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    showToolTip(help->pos(), help->globalPos());
    return true;
}

void PictureView::showToolTip(const QPoint &at, const QPoint &global)
{
    const auto item = itemAt(at);
    if (!item) {
        QToolTip::hideText();
        return;
    }
    QToolTip::showText(global, PictureText::toolTip(m_scene.picture, *item), viewport(), viewRectOf(*item));
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    const auto item = itemAt(event->position().toPoint());
    if (!item || event->button() == Qt::MiddleButton)
        return;
    setCurrent(*item);
    const bool keeps = event->button() == Qt::RightButton && isSelected(*item);
    if (!keeps)
        choose(*item, event->modifiers() & Qt::ControlModifier);
}

void PictureView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(m_zoom * std::pow(ZoomStep, event->angleDelta().y() / double(QWheelEvent::DefaultDeltasPerStep)),
            event->position());
    event->accept();
}

void PictureView::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event))
        QAbstractScrollArea::keyPressEvent(event);
}

bool PictureView::takeKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up: walk(PictureLayout::Way::Up); return true;
    case Qt::Key_Down: walk(PictureLayout::Way::Down); return true;
    case Qt::Key_Left: walk(PictureLayout::Way::Left); return true;
    case Qt::Key_Right: walk(PictureLayout::Way::Right); return true;
    case Qt::Key_Home: setCurrent({}); return true;
    case Qt::Key_End: setCurrent(m_scene.layout.last()); return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
    case Qt::Key_Space: choose(m_current, event->modifiers() & Qt::ControlModifier); return true;
    case Qt::Key_Plus: zoomIn(); return true;
    case Qt::Key_Minus: zoomOut(); return true;
    default: return false;
    }
}

void PictureView::walk(PictureLayout::Way way)
{
    setCurrent(m_scene.layout.next(m_scene.picture, m_current, way));
}
