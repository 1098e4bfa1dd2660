#include "picturepainter.h"

#include "picturetext.h"
#include "shades.h"

#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

static constexpr qreal DotRadius = 4;
static constexpr qreal DotOffset = 2; // what comes runs above the line, what goes below it
static constexpr qreal PlugRadius = 3;
static constexpr qreal FullQueue = 0.8; // part of the limit from which it looks like trouble

struct PicturePainter::Frame
{
    QColor border;
    QColor fill;
    bool isSelected = false;
    bool hasFocus = false;
};

struct PicturePainter::Queue
{
    QString text;
    double fullness = 0; // 0 … 1
    bool isEmpty = true;
};

static QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

PicturePainter::PicturePainter(const QFont &font, const QPalette &palette)
    : m_font(font)
    , m_strong(bold(font))
    , m_plainMetrics(m_font)
    , m_strongMetrics(m_strong)
    , m_line(std::max(m_plainMetrics.height(), m_strongMetrics.height()))
    , m_text(palette.color(QPalette::Text))
    , m_base(palette.color(QPalette::Base))
    , m_window(palette.color(QPalette::Window))
    , m_highlight(palette.color(QPalette::Highlight))
    , m_subdued(Shades::subdued(palette))
    , m_good(Shades::good(palette))
    , m_busy(Shades::busy(palette))
    , m_problem(Shades::problem(palette))
    , m_received(Shades::received(palette))
    , m_sent(Shades::sent(palette))
{
}

PictureMetrics PicturePainter::metrics() const
{
    PictureMetrics metrics;
    metrics.line = m_line;
    metrics.letter = m_plainMetrics.averageCharWidth();
    metrics.width = [plain = m_plainMetrics](const QString &text) { return plain.horizontalAdvance(text); };
    metrics.strongWidth = [strong = m_strongMetrics](const QString &text) { return strong.horizontalAdvance(text); };
    return metrics;
}

void PicturePainter::draw(QPainter *painter, const PictureScene &scene, const Exposed &isExposed) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (isExposed(scene.layout.server))
        drawServer(painter, scene, isExposed);
    if (isExposed(scene.layout.listener | scene.layout.port | scene.layout.waiting)) {
        drawListener(painter, scene);
        drawWaiting(painter, scene);
    }
    if (isExposed(scene.layout.hint))
        drawHint(painter, scene);
    for (int client = 0; client < scene.layout.clients.size(); ++client) {
        if (isExposed(scene.layout.clients.at(client).adjusted(-PlugRadius, 0, 0, 0)))
            drawClient(painter, scene, client);
    }
    for (int row = 0; row < scene.layout.rows.size(); ++row) {
        if (isExposed(scene.layout.rows.at(row).bounds()))
            drawRow(painter, scene, row, isExposed);
    }
    painter->setOpacity(1);
    if (isExposed(scene.layout.port))
        drawPort(painter, scene);
}

void PicturePainter::drawServer(QPainter *painter, const PictureScene &scene, const Exposed &isExposed) const
{
    drawBox(painter, scene.layout.server, {m_subdued, m_window});
    if (isExposed(scene.layout.serverTitle))
        drawLine(painter, scene.layout.serverTitle, PictureText::serverTitle(scene.picture.server), m_text, true);
    if (scene.layout.rail.isNull())
        return;
    painter->setPen(QPen(m_subdued, 1, Qt::DotLine));
    painter->drawLine(scene.layout.rail);
}

void PicturePainter::drawListener(QPainter *painter, const PictureScene &scene) const
{
    const bool listens = scene.picture.isListening;
    const QColor busy = m_busy;
    const QColor open = scene.picture.isPaused ? busy : m_good;
    const QColor color = listens ? open : m_subdued;
    const QRectF box = scene.layout.listener;
    drawBox(painter, box, frameOf(scene, {}, color));
    drawLine(painter, line(box, 0), PictureText::listenerTitle(scene.picture), color, true);
    drawLine(painter, line(box, 1), PictureText::listenerNote(scene.picture), scene.picture.isPaused ? busy : m_subdued,
             false);
}

/// The door in the server's wall.
void PicturePainter::drawPort(QPainter *painter, const PictureScene &scene) const
{
    if (scene.layout.port.isEmpty())
        return;
    const QColor color = scene.picture.isPaused ? m_busy : m_good;
    drawBox(painter, scene.layout.port, {color, m_base});
    painter->setFont(m_strong);
    painter->setPen(color);
    painter->drawText(scene.layout.port, int(Qt::AlignCenter), u":%1"_s.arg(scene.picture.listening.port));
}

/// Those who stand before the door: a mark for each, up to some.
void PicturePainter::drawWaiting(QPainter *painter, const PictureScene &scene) const
{
    const QRectF place = scene.layout.waiting;
    if (place.isEmpty())
        return;
    const QColor color = m_busy;
    drawLine(painter, line(place, 0), PictureText::waiting(scene.picture), color, true);
    QRectF mark = line(place, 1);
    mark = QRectF(mark.left(), mark.top() + mark.height() * 0.2, mark.height() * 0.6, mark.height() * 0.6);
    painter->setPen(QPen(color, 1.5));
    painter->setBrush(m_base);
    for (quint64 i = 0; i < std::min(scene.picture.waiting, PictureLayout::MaxWaiting); ++i) {
        painter->drawRoundedRect(mark, 2, 2);
        mark.translate(mark.width() * 1.6, 0);
    }
    if (scene.picture.waiting > PictureLayout::MaxWaiting)
        painter->drawText(QRectF(mark.topLeft(), QSizeF(place.right() - mark.left(), mark.height())),
                          int(Qt::AlignVCenter), u"…"_s);
}

void PicturePainter::drawHint(QPainter *painter, const PictureScene &scene) const
{
    painter->setFont(m_font);
    painter->setPen(m_text);
    painter->drawText(scene.layout.hint, int(Qt::AlignVCenter | Qt::TextWordWrap), PictureText::hint(scene.picture));
}

void PicturePainter::drawRow(QPainter *painter, const PictureScene &scene, int row, const Exposed &isExposed) const
{
    const PictureRow &value = scene.picture.rows.at(row);
    const PictureLayout::Row &place = scene.layout.rows.at(row);
    painter->setOpacity(pictureOpacity(value.closedAt, scene.now));
    drawWire(painter, value, place);
    if (isExposed(place.localLabel))
        drawLine(painter, place.localLabel, value.ends.local.toString(), m_text, false);
    if (isExposed(place.peerLabel))
        drawLine(painter, place.peerLabel, value.ends.peer.toString(), m_text, false);
    const QRectF withTick = place.box.adjusted(-place.box.height(), 0, 0, 0);
    if (isExposed(withTick)) {
        painter->setPen(QPen(m_subdued, 1, Qt::DotLine));
        painter->drawLine(QPointF(scene.layout.rail.x1(), place.box.center().y()),
                          QPointF(place.box.left(), place.box.center().y()));
        drawSocket(painter, scene, row);
    }
    for (const PictureDot &dot : scene.dots) {
        if (dot.row == value.key)
            drawDot(painter, place, dot);
    }
}

void PicturePainter::drawWire(QPainter *painter, const PictureRow &row, const PictureLayout::Row &place) const
{
    const QColor color = stateColor(row);
    painter->setPen(QPen(color, row.isGroup ? 3 : 1.5, row.isClosed() ? Qt::DashLine : Qt::SolidLine));
    painter->drawLine(place.wire);
    painter->setPen(QPen(color, 1.5));
    painter->setBrush(m_base);
    for (const QPointF &end : {place.wire.p1(), place.wire.p2()})
        painter->drawEllipse(end, PlugRadius, PlugRadius);
}

void PicturePainter::drawSocket(QPainter *painter, const PictureScene &scene, int row) const
{
    const PictureRow &value = scene.picture.rows.at(row);
    const QRectF box = scene.layout.rows.at(row).box;
    const QColor color = stateColor(value);
    drawBox(painter, box, frameOf(scene, {PictureItem::Kind::Row, row}, color));
    QRectF state = line(box, 0);
    const QString title = PictureText::rowTitle(value);
    drawLine(painter, state, title, m_text, true);
    state.setLeft(state.left() + m_strongMetrics.horizontalAdvance(title) + 2 * m_plainMetrics.averageCharWidth());
    drawLine(painter, state, PictureText::rowState(value), color, false);
    drawLine(painter, line(box, 1), PictureText::rowTraffic(value), m_text, false);
    if (value.isClosed() && !value.isGroup) {
        drawLine(painter, line(box, 2), PictureText::rowQueue(value), color, false);
        return;
    }
    int number = 2;
    for (const Queue &queue : queuesOf(scene, value))
        drawQueue(painter, queue, line(box, number++));
}

/// What comes above what goes.
QList<PicturePainter::Queue> PicturePainter::queuesOf(const PictureScene &scene, const PictureRow &row)
{
    const qint64 limit = scene.picture.server.queueLimit;
    const double queued = limit > 0 ? std::min(1.0, double(row.bytesQueued) / double(limit)) : 0;
    QList<Queue> queues{{PictureText::rowQueue(row), queued, row.bytesQueued == 0}};
    if (scene.picture.tellsUnread)
        queues.prepend({PictureText::rowUnread(row), row.unreadFullness(), row.bytesUnread().value_or(0) == 0});
    return queues;
}

void PicturePainter::drawQueue(QPainter *painter, const Queue &queue, const QRectF &line) const
{
    const QColor color = queue.fullness >= FullQueue ? m_problem : m_busy;
    drawLine(painter, line, queue.text, queue.isEmpty ? m_subdued : color, false);
    QRectF bar = line;
    const qreal textWidth = m_plainMetrics.horizontalAdvance(queue.text) + m_plainMetrics.averageCharWidth();
    bar.setLeft(std::max(line.center().x(), line.left() + textWidth));
    bar.adjust(0, line.height() * 0.3, 0, -line.height() * 0.25);
    painter->setPen(QPen(m_subdued, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar);
    if (queue.isEmpty)
        return;
    bar.setWidth(std::max(2.0, bar.width() * queue.fullness)); // what is not empty shows a little
    painter->fillRect(bar, color);
}

void PicturePainter::drawClient(QPainter *painter, const PictureScene &scene, int client) const
{
    const PictureClient &value = scene.picture.clients.at(client);
    const QRectF box = scene.layout.clients.at(client);
    qreal opacity = 0;
    for (int row = value.firstRow; row < value.firstRow + value.rows; ++row)
        opacity = std::max(opacity, pictureOpacity(scene.picture.rows.at(row).closedAt, scene.now));
    painter->setOpacity(opacity);
    drawBox(painter, box, frameOf(scene, {PictureItem::Kind::Client, client}, m_subdued));
    const QString note = PictureText::clientNote(scene.picture, client);
    const int lines = note.isEmpty() ? 1 : 2;
    const qreal padding = m_line * PictureLayout::Padding;
    const QRectF seen = scene.seen.isEmpty() ? box : box & scene.seen; // the name of a long box stays in view
    const qreal top = std::clamp(seen.center().y() - lines * m_line / 2, box.top() + padding,
                                 box.bottom() - padding - lines * m_line);
    const QRectF text(box.left() + 2 * padding, top, box.width() - 3 * padding, m_line);
    drawLine(painter, text, PictureText::clientTitle(scene.picture, client), m_text, true);
    drawLine(painter, text.translated(0, m_line), note, m_text, false);
    painter->setOpacity(1);
}

QRectF PicturePainter::dotRect(const PictureLayout::Row &row, const PictureDot &dot)
{
    const qreal along = dot.inward ? 1 - dot.progress : dot.progress;
    const QPointF center = row.way.pointAt(along) + QPointF(0, dot.inward ? -DotOffset : DotOffset);
    return QRectF(center - QPointF(DotRadius, DotRadius), QSizeF(2 * DotRadius, 2 * DotRadius));
}

/// An arrow head, so that its way can be told while it stands still, too.
void PicturePainter::drawDot(QPainter *painter, const PictureLayout::Row &place, const PictureDot &dot) const
{
    const QRectF rect = dotRect(place, dot);
    const qreal tip = dot.inward ? rect.left() - 1 : rect.right() + 1;
    const qreal back = dot.inward ? rect.right() : rect.left();
    painter->setPen(Qt::NoPen);
    painter->setBrush(dot.inward ? m_received : m_sent);
    const std::array<QPointF, 3> head{QPointF(tip, rect.center().y()), QPointF(back, rect.top()),
                                      QPointF(back, rect.bottom())};
    painter->drawPolygon(head.data(), int(head.size()));
}

PicturePainter::Frame PicturePainter::frameOf(const PictureScene &scene, const PictureItem &item,
                                              const QColor &border) const
{
    return {border, m_base, scene.selected.contains(scene.picture.keyOf(item)), scene.focus == item};
}

/// Selected: a wide border in the colour of selections. Where the keyboard is: a dotted line inside.
void PicturePainter::drawBox(QPainter *painter, const QRectF &box, const Frame &frame) const
{
    const qreal radius = m_plainMetrics.height() / 3;
    painter->setBrush(frame.fill);
    painter->setPen(frame.isSelected ? QPen(m_highlight, 3) : QPen(frame.border, 1.2));
    painter->drawRoundedRect(box, radius, radius);
    if (!frame.hasFocus)
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_text, 1, Qt::DotLine));
    painter->drawRoundedRect(box.adjusted(3, 3, -3, -3), radius, radius);
}

QRectF PicturePainter::line(const QRectF &box, int number) const
{
    const qreal padding = m_line * PictureLayout::Padding;
    return {box.left() + 2 * padding, box.top() + padding + number * m_line, box.width() - 3 * padding, m_line};
}

void PicturePainter::drawLine(QPainter *painter, const QRectF &line, const QString &text, const QColor &color,
                              bool strong) const
{
    painter->setFont(strong ? m_strong : m_font);
    painter->setPen(color);
    const QFontMetricsF &metrics = strong ? m_strongMetrics : m_plainMetrics;
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                      metrics.elidedText(text, Qt::ElideRight, line.width() + 1));
}

QColor PicturePainter::stateColor(const PictureRow &row) const
{
    if (row.readingStopped > 0)
        return m_busy;
    switch (row.state()) {
    case SocketState::Listening:
    case SocketState::Connected: return m_good;
    case SocketState::Connecting:
    case SocketState::PeerFinished:
    case SocketState::WeFinished:
    case SocketState::Closing: return m_busy;
    case SocketState::Closed: break;
    }
    const bool isUsual = row.isGroup || row.reason == CloseReason::PeerClosed || row.reason == CloseReason::ClosedByUs;
    return isUsual ? m_subdued : m_problem;
}
