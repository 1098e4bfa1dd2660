#include "pictureview.h"

#include "pictureaccessible.h"

#include <QAccessible>
#include <QApplication>
#include <QDateTime>
#include <QFocusEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto FrameTime = 16ms;

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
    for (const QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()})
        connect(bar, &QScrollBar::actionTriggered, this, &PictureView::keepPlace); // not for what we set ourselves
    retranslate();
    lay();
}

void PictureView::setPicture(const Picture &picture)
{
    const Picture before = std::exchange(m_scene.picture, picture);
    m_scene.now = timeShown();
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

void PictureView::updateRect(const QRectF &rect, int margin)
{
    if (rect.isEmpty())
        return;
    const QRectF place(rect.topLeft() * m_zoom + origin(), rect.size() * m_zoom);
    viewport()->update(place.adjusted(-margin, -margin, margin, margin).toAlignedRect());
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
    reachCurrent();
    updateFocus();
}

void PictureView::reachCurrent()
{
    const QRect rect = viewRectOf(m_current);
    reach(horizontalScrollBar(), rect.left(), rect.width());
    reach(verticalScrollBar(), rect.top(), rect.height());
}

void PictureView::updateFocus()
{
    m_scene.focus = hasFocus() ? std::optional(m_current) : std::nullopt;
    viewport()->update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(int(m_scene.picture.items().indexOf(m_current)));
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

void PictureView::setPaused(bool paused)
{
    m_dots.setPaused(paused, moment());
    m_pausedAt = paused ? QDateTime::currentMSecsSinceEpoch() : 0;
    if (m_dots.isMoving() && isVisible())
        m_frame.start();
}

/// Ms since 1970.
qint64 PictureView::timeShown() const
{
    return m_pausedAt != 0 ? m_pausedAt : QDateTime::currentMSecsSinceEpoch();
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
        updateRect(m_scene.layout.rows.at(row).wayBounds(), 0);
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
    m_scene.now = timeShown();
    const QTransform transform = QTransform::fromTranslate(origin().x(), origin().y()).scale(m_zoom, m_zoom);
    m_scene.seen = transform.inverted().mapRect(QRectF(viewport()->rect()));
    painter.setClipRegion(event->region());
    painter.setTransform(transform);
    m_painter.draw(&painter, m_scene, [&](const QRectF &rect) {
        return event->region().intersects(transform.mapRect(rect).toAlignedRect());
    });
}

void PictureView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        reachCurrent(); // not when a window comes back, or a click says where
    updateFocus();
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
    case QEvent::LanguageChange:
        retranslate();
        lay();
        break;
    case QEvent::StyleChange:
        m_isAnimated = systemWantsMotion();
        lay();
        break;
    case QEvent::FontChange:
    case QEvent::PaletteChange: lay(); break;
    default: break;
    }
}

void PictureView::retranslate()
{
    setAccessibleName(tr("Picture of the sockets"));
    setWhatsThis(
        tr("This program with its listening socket, the sockets that accept made, and the clients at their other "
           "ends. Arrow heads on a line are messages on their way. Click a socket to select it, Ctrl+click to select "
           "several; the arrow keys walk, Enter selects. Ctrl and the wheel zoom."));
}
