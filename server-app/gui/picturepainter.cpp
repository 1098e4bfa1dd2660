#include "picturepainter.h"

#include "picturetext.h"
#include "shades.h"

#include <QPainter>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

static constexpr qreal DotRadius = 4;
static constexpr qreal DotOffset = 2;   // what comes runs above the line, what goes below it
static constexpr qreal PlugRadius = 3;
static constexpr qreal FullQueue = 0.8; // part of the limit from which it looks like trouble
static constexpr quint64 MaxWaitingMarks = 10;

struct PicturePainter::Frame
{
    QColor border;
    QColor fill;
    bool isSelected = false;
    bool hasFocus = false;
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
    , m_palette(palette)
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

void PicturePainter::draw(QPainter *painter, const PictureScene &scene, const QRectF &exposed) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (scene.layout.server.intersects(exposed))
        drawServer(painter, scene, exposed);
    if ((scene.layout.listener | scene.layout.port | scene.layout.waiting).intersects(exposed)) {
        drawListener(painter, scene);
        drawWaiting(painter, scene);
    }
    if (scene.layout.hint.intersects(exposed))
        drawHint(painter, scene);
    for (int client = 0; client < scene.layout.clients.size(); ++client) {
        if (scene.layout.clients.at(client).adjusted(-PlugRadius, 0, 0, 0).intersects(exposed))
            drawClient(painter, scene, client);
    }
    for (int row = 0; row < scene.layout.rows.size(); ++row) {
        if (scene.layout.rows.at(row).bounds().intersects(exposed))
            drawRow(painter, scene, row, exposed);
    }
    painter->setOpacity(1);
    if (scene.layout.port.intersects(exposed))
        drawPort(painter, scene);
}

void PicturePainter::drawServer(QPainter *painter, const PictureScene &scene, const QRectF &exposed) const
{
    drawBox(painter, scene.layout.server, {Shades::subdued(m_palette), m_palette.color(QPalette::Window)});
    if (scene.layout.serverTitle.intersects(exposed))
        drawLine(painter, scene.layout.serverTitle, PictureText::serverTitle(scene.picture.server),
                 m_palette.color(QPalette::Text), true);
    if (scene.layout.rail.isNull())
        return;
    painter->setPen(QPen(Shades::subdued(m_palette), 1, Qt::DotLine));
    painter->drawLine(scene.layout.rail);
}

void PicturePainter::drawListener(QPainter *painter, const PictureScene &scene) const
{
    const bool listens = scene.picture.isListening;
    const QColor busy = Shades::busy(m_palette);
    const QColor open = scene.picture.isPaused ? busy : Shades::good(m_palette);
    const QColor color = listens ? open : Shades::subdued(m_palette);
    const QRectF box = scene.layout.listener;
    drawBox(painter, box, frameOf(scene, {}, color));
    drawLine(painter, line(box, 0), PictureText::listenerTitle(scene.picture), color, true);
    drawLine(painter, line(box, 1), PictureText::listenerNote(scene.picture),
             scene.picture.isPaused ? busy : Shades::subdued(m_palette), false);
}

/// The door in the server's wall.
void PicturePainter::drawPort(QPainter *painter, const PictureScene &scene) const
{
    if (scene.layout.port.isEmpty())
        return;
    const QColor color = scene.picture.isPaused ? Shades::busy(m_palette) : Shades::good(m_palette);
    drawBox(painter, scene.layout.port, {color, m_palette.color(QPalette::Base)});
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
    const QColor color = Shades::busy(m_palette);
    drawLine(painter, line(place, 0), PictureText::waiting(scene.picture), color, true);
    QRectF mark = line(place, 1);
    mark = QRectF(mark.left(), mark.top() + mark.height() * 0.2, mark.height() * 0.6, mark.height() * 0.6);
    painter->setPen(QPen(color, 1.5));
    painter->setBrush(m_palette.color(QPalette::Base));
    for (quint64 i = 0; i < std::min(scene.picture.waiting, MaxWaitingMarks); ++i) {
        painter->drawRoundedRect(mark, 2, 2);
        mark.translate(mark.width() * 1.6, 0);
    }
    if (scene.picture.waiting > MaxWaitingMarks)
        painter->drawText(QRectF(mark.topLeft(), QSizeF(place.right() - mark.left(), mark.height())),
                          int(Qt::AlignVCenter), u"…"_s);
}

void PicturePainter::drawHint(QPainter *painter, const PictureScene &scene) const
{
    painter->setFont(m_font);
    painter->setPen(m_palette.color(QPalette::Text));
    painter->drawText(scene.layout.hint, int(Qt::AlignVCenter | Qt::TextWordWrap), PictureText::hint(scene.picture));
}

void PicturePainter::drawRow(QPainter *painter, const PictureScene &scene, int row, const QRectF &exposed) const
{
    const PictureRow &value = scene.picture.rows.at(row);
    const PictureLayout::Row &place = scene.layout.rows.at(row);
    painter->setOpacity(pictureOpacity(value.closedAt, scene.now));
    drawWire(painter, value, place);
    if (place.localLabel.intersects(exposed))
        drawLine(painter, place.localLabel, value.ends.local.toString(), m_palette.color(QPalette::Text), false);
    if (place.peerLabel.intersects(exposed))
        drawLine(painter, place.peerLabel, value.ends.peer.toString(), m_palette.color(QPalette::Text), false);
    const QRectF withTick = place.box.adjusted(-place.box.height(), 0, 0, 0);
    if (withTick.intersects(exposed)) {
        painter->setPen(QPen(Shades::subdued(m_palette), 1, Qt::DotLine));
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
    painter->setBrush(m_palette.color(QPalette::Base));
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
    drawLine(painter, state, title, m_palette.color(QPalette::Text), true);
    state.setLeft(state.left() + m_strongMetrics.horizontalAdvance(title) + 2 * m_plainMetrics.averageCharWidth());
    drawLine(painter, state, PictureText::rowState(value), color, false);
    drawLine(painter, line(box, 1), PictureText::rowTraffic(value), m_palette.color(QPalette::Text), false);
    if (value.isClosed() && !value.isGroup)
        drawLine(painter, line(box, 2), PictureText::rowQueue(value), color, false);
    else
        drawQueue(painter, value, scene.picture.server.queueLimit, line(box, 2));
}

void PicturePainter::drawQueue(QPainter *painter, const PictureRow &row, qint64 limit, const QRectF &line) const
{
    const QString text = PictureText::rowQueue(row);
    const qreal part = limit > 0 ? std::min(1.0, double(row.bytesQueued) / double(limit)) : 0;
    const QColor color = part >= FullQueue ? Shades::problem(m_palette) : Shades::busy(m_palette);
    drawLine(painter, line, text, row.bytesQueued > 0 ? color : Shades::subdued(m_palette), false);
    QRectF bar = line;
    bar.setLeft(std::max(line.center().x(), line.left() + m_plainMetrics.horizontalAdvance(text)
                                                + m_plainMetrics.averageCharWidth()));
    bar.adjust(0, line.height() * 0.3, 0, -line.height() * 0.25);
    painter->setPen(QPen(Shades::subdued(m_palette), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(bar);
    if (row.bytesQueued == 0)
        return;
    bar.setWidth(std::max(2.0, bar.width() * part)); // what is not empty shows a little
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
    drawBox(painter, box, frameOf(scene, {PictureItem::Kind::Client, client}, Shades::subdued(m_palette)));
    const QString note = PictureText::clientNote(scene.picture, client);
    const int lines = note.isEmpty() ? 1 : 2;
    const QRectF seen = scene.seen.isEmpty() ? box : box & scene.seen; // the name of a long box stays in view
    QRectF text(box.left(), seen.center().y() - lines * m_line / 2, box.width(), m_line);
    text.adjust(2 * m_line * PictureLayout::Padding, 0, -m_line * PictureLayout::Padding, 0);
    drawLine(painter, text, PictureText::clientTitle(scene.picture, client), m_palette.color(QPalette::Text), true);
    drawLine(painter, text.translated(0, m_line), note, m_palette.color(QPalette::Text), false);
    painter->setOpacity(1);
}

QRectF PicturePainter::dotRect(const PictureLayout::Row &row, const PictureDot &dot)
{
    const qreal along = dot.inward ? 1 - dot.progress : dot.progress;
    const QPointF center = row.wire.pointAt(along) + QPointF(0, dot.inward ? -DotOffset : DotOffset);
    return QRectF(center - QPointF(DotRadius, DotRadius), QSizeF(2 * DotRadius, 2 * DotRadius));
}

/// An arrow head, so that its way can be told while it stands still, too.
void PicturePainter::drawDot(QPainter *painter, const PictureLayout::Row &place, const PictureDot &dot) const
{
    const QRectF rect = dotRect(place, dot);
    const qreal tip = dot.inward ? rect.left() - 1 : rect.right() + 1;
    const qreal back = dot.inward ? rect.right() : rect.left();
    painter->setPen(Qt::NoPen);
    painter->setBrush(dot.inward ? Shades::received(m_palette) : Shades::sent(m_palette));
    const std::array<QPointF, 3> head{QPointF(tip, rect.center().y()), QPointF(back, rect.top()),
                                      QPointF(back, rect.bottom())};
    painter->drawPolygon(head.data(), int(head.size()));
}

PicturePainter::Frame PicturePainter::frameOf(const PictureScene &scene, const PictureItem &item,
                                              const QColor &border) const
{
    return {border, m_palette.color(QPalette::Base), scene.selected.contains(scene.picture.keyOf(item)), scene.focus == item};
}

/// Selected: a wide border in the colour of selections. Where the keyboard is: a dotted line inside.
void PicturePainter::drawBox(QPainter *painter, const QRectF &box, const Frame &frame) const
{
    const qreal radius = m_plainMetrics.height() / 3;
    painter->setBrush(frame.fill);
    painter->setPen(frame.isSelected ? QPen(m_palette.color(QPalette::Highlight), 3) : QPen(frame.border, 1.2));
    painter->drawRoundedRect(box, radius, radius);
    if (!frame.hasFocus)
        return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_palette.color(QPalette::Text), 1, Qt::DotLine));
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
        return Shades::busy(m_palette);
    switch (row.state()) {
    case SocketState::Listening:
    case SocketState::Connected: return Shades::good(m_palette);
    case SocketState::Connecting:
    case SocketState::PeerFinished:
    case SocketState::WeFinished:
    case SocketState::Closing: return Shades::busy(m_palette);
    case SocketState::Closed: break;
    }
    const bool isUsual = row.isGroup || row.reason == CloseReason::PeerClosed || row.reason == CloseReason::ClosedByUs;
    return isUsual ? Shades::subdued(m_palette) : Shades::problem(m_palette);
}
