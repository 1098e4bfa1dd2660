#include "pictureview.h"

#include "pictureaccessible.h"
#include "picturetext.h"

#include <QAccessible>
#include <QApplication>
#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto FrameTime = 16ms;
static constexpr double ZoomStep = 1.2;
static constexpr double ReadableZoom = 0.65; // for fitting: less only to have the width in view
static constexpr double SmallestFit = 0.4;

PictureView::PictureView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_painter(font(), palette())
{
    QAccessible::installFactory(makePictureInterface); // only the first time
    setObjectName(u"picture"_s);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_isAnimated = systemWantsMotion();
    m_clock.start();
    m_frame.setInterval(FrameTime);
    connect(&m_frame, &QTimer::timeout, this, &PictureView::frame);
    retranslate();
    lay();
}

void PictureView::setPicture(const Picture &picture)
{
    const Picture before = std::exchange(m_scene.picture, picture);
    m_scene.now = QDateTime::currentMSecsSinceEpoch();
    place(before);
    if (m_isAnimated)
        m_dots.feed(picture, moment());
    m_scene.dots = m_dots.at(moment());
    if (m_dots.isMoving() && !m_frame.isActive() && isVisible())
        m_frame.start();
}

/// Lays the new picture out; what has the focus keeps it where it is still there.
void PictureView::place(const Picture &before)
{
    const QString key = before.keyOf(m_current);
    const PictureLayout layout = std::exchange(m_scene.layout, PictureLayout::of(m_scene.picture, m_painter.metrics()));
    m_rowOf.clear();
    for (int row = 0; row < m_scene.picture.rows.size(); ++row)
        m_rowOf.insert(m_scene.picture.rows.at(row).key, row);
    keepCurrent(key);
    updateSelectedKeys();
    if (layout == m_scene.layout) {
        updateChanged(before);
        return;
    }
    setUpBars();
    viewport()->update();
}

void PictureView::keepCurrent(const QString &key)
{
    m_current = m_scene.picture.find(key).value_or(PictureItem());
    m_scene.focus = hasFocus() ? std::optional(m_current) : std::nullopt;
}

/// Everything lies where it did.
void PictureView::updateChanged(const Picture &before)
{
    for (int row = 0; row < m_scene.picture.rows.size(); ++row) {
        const PictureRow &value = m_scene.picture.rows.at(row);
        if (value == before.rows.at(row) && value.closedAt == 0)
            continue;
        updateRect(m_scene.layout.rows.at(row).bounds());
        updateRect(m_scene.layout.clients.at(m_scene.picture.clientOf(row)));
    }
    updateRect(m_scene.layout.listener | m_scene.layout.port | m_scene.layout.waiting);
    updateRect(m_scene.layout.hint);
}

void PictureView::updateRect(const QRectF &rect)
{
    if (rect.isEmpty())
        return;
    const QRectF place(rect.topLeft() * m_zoom + origin(), rect.size() * m_zoom);
    viewport()->update(place.adjusted(-4, -4, 4, 4).toAlignedRect());
}

void PictureView::setSelected(const QList<SocketId> &ids)
{
    m_selected = ids;
    updateSelectedKeys();
    viewport()->update();
}

void PictureView::updateSelectedKeys()
{
    const QSet<SocketId> selected(m_selected.cbegin(), m_selected.cend());
    m_scene.selected.clear();
    for (const PictureItem &item : m_scene.picture.items()) {
        const QList<SocketId> ids = m_scene.picture.idsOf(item);
        if (std::all_of(ids.cbegin(), ids.cend(), [&](SocketId id) { return selected.contains(id); }))
            m_scene.selected.insert(m_scene.picture.keyOf(item));
    }
}

bool PictureView::isSelected(const PictureItem &item) const
{
    return m_scene.selected.contains(m_scene.picture.keyOf(item));
}

/// Scrolls until what is there can be seen, or as much of it as there is room for.
static void reach(QScrollBar *bar, int from, int length)
{
    const int excess = from + length - bar->pageStep();
    if (from < 0)
        bar->setValue(bar->value() + from);
    else if (excess > 0)
        bar->setValue(bar->value() + std::min(from, excess));
}

void PictureView::setCurrent(const PictureItem &item)
{
    m_current = item;
    m_scene.focus = hasFocus() ? std::optional(item) : std::nullopt;
    const QRect rect = viewRectOf(item);
    reach(horizontalScrollBar(), rect.left(), rect.width());
    reach(verticalScrollBar(), rect.top(), rect.height());
    viewport()->update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(int(m_scene.picture.items().indexOf(item)));
    QAccessible::updateAccessibility(&focus);
}

void PictureView::choose(const PictureItem &item, bool adding)
{
    QList<SocketId> ids = m_scene.picture.idsOf(item);
    if (adding) {
        const QSet<SocketId> own(ids.cbegin(), ids.cend());
        QList<SocketId> others = m_selected;
        others.removeIf([&own](SocketId id) { return own.contains(id); });
        ids = isSelected(item) ? others : others + ids;
        std::sort(ids.begin(), ids.end());
    }
    Q_EMIT chosen(ids);
}

/// In the middle while there is room around it.
QPointF PictureView::origin() const
{
    const QSizeF size = m_scene.layout.size * m_zoom;
    const auto start = [](qreal room, qreal needed, const QScrollBar *bar) {
        return room > needed ? std::floor((room - needed) / 2) : -bar->value();
    };
    return {start(viewport()->width(), size.width(), horizontalScrollBar()),
            start(viewport()->height(), size.height(), verticalScrollBar())};
}

QRect PictureView::viewRectOf(const PictureItem &item) const
{
    const QRectF rect = m_scene.layout.rectOf(item);
    return QRectF(rect.topLeft() * m_zoom + origin(), rect.size() * m_zoom).toAlignedRect();
}

std::optional<PictureItem> PictureView::itemAt(const QPoint &point) const
{
    return m_scene.layout.itemAt(toPicture(point));
}

void PictureView::lay()
{
    m_painter = PicturePainter(font(), palette());
    m_scene.layout = PictureLayout::of(m_scene.picture, m_painter.metrics());
    setUpBars();
    viewport()->update();
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

void PictureView::setPaused(bool paused)
{
    m_dots.setPaused(paused, moment());
    if (m_dots.isMoving() && isVisible())
        m_frame.start();
}

/// The lines along which something moves are painted again, nothing else.
void PictureView::frame()
{
    const qint64 now = moment();
    updateDotLines();
    m_dots.advance(now);
    m_scene.dots = m_dots.at(now);
    if (!m_dots.isMoving())
        m_frame.stop();
}

void PictureView::updateDotLines()
{
    QSet<int> rows;
    for (const PictureDot &dot : std::as_const(m_scene.dots))
        rows.insert(m_rowOf.value(dot.row, -1));
    rows.remove(-1);
    for (const int row : std::as_const(rows))
        updateRect(m_scene.layout.rows.at(row).wireBounds());
}

bool PictureView::systemWantsMotion() const
{
#ifdef Q_OS_WIN
    if (!QApplication::isEffectEnabled(Qt::UI_General))
        return false;
#endif
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void PictureView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_scene.now = QDateTime::currentMSecsSinceEpoch();
    const QTransform transform = QTransform::fromTranslate(origin().x(), origin().y()).scale(m_zoom, m_zoom);
    const QTransform back = transform.inverted();
    m_scene.seen = back.mapRect(QRectF(viewport()->rect()));
    for (const QRect &rect : event->region()) {
        painter.resetTransform();
        painter.setClipRect(rect);
        painter.setTransform(transform);
        m_painter.draw(&painter, m_scene, back.mapRect(QRectF(rect)));
    }
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

void PictureView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    setCurrent(m_current);
}

void PictureView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_scene.focus = {};
    viewport()->update();
}

void PictureView::hideEvent(QHideEvent *event)
{
    m_frame.stop();
    m_dots.clear();
    m_scene.dots.clear();
    QAbstractScrollArea::hideEvent(event);
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    setUpBars();
}

void PictureView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange: retranslate(); lay(); break;
    case QEvent::StyleChange: m_isAnimated = systemWantsMotion(); lay(); break;
    case QEvent::FontChange:
    case QEvent::PaletteChange: lay(); break;
    default: break;
    }
}

void PictureView::retranslate()
{
    setAccessibleName(tr("Picture of the sockets"));
    setWhatsThis(tr("This program with its listening socket, the sockets that accept made, and the clients at their other "
                    "ends. Arrow heads on a line are messages on their way. Click a socket to select it, Ctrl+click to select "
                    "several; the arrow keys walk, Enter selects. Ctrl and the wheel zoom."));
}
