#include "picturelayout.h"

#include "picturetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr qreal Gap = 0.6;           // between boxes, in lines
static constexpr qreal DotReach = 7;        // of a spot, above and below a line
static constexpr qreal LabelReach = 9;      // of what is written above a line
static constexpr qreal WayInset = 12;       // between a box and the middle of a spot
static constexpr qreal MinWireLetters = 24; // of the shortest line

namespace {

/// The widths of the columns, then the rectangles in them.
class Layouter
{
public:
    Layouter(const Picture &picture, const PictureMetrics &metrics)
        : m_picture(picture)
        , m_metrics(metrics)
        , m_gap(metrics.line * Gap)
        , m_padding(metrics.line * PictureLayout::Padding)
    {
    }

    PictureLayout run()
    {
        placeServer();
        placeRows();
        placeClients();
        placeWaiting();
        placeHint();
        QRectF all = m_layout.server;
        for (const QRectF &box : {m_layout.port, m_layout.hint, m_layout.waiting, m_layout.clients.value(0)})
            all |= box;
        m_layout.size = QSizeF(all.right() + m_gap, all.bottom() + m_gap);
        return m_layout;
    }

private:
    qreal boxHeight(int lines) const { return lines * m_metrics.line + 2 * m_padding; }
    qreal indent() const { return 2 * m_metrics.line; } // of the sockets, for the rail beside them

    qreal socketWidth() const
    {
        qreal widest = 0;
        for (size_t state = 0; state < PictureRow::States; ++state)
            widest = std::max(widest, m_metrics.width(socketStateText(SocketState(state))));
        widest += m_metrics.strongWidth(u"#10000"_s) + 2 * m_metrics.letter;
        return widest + 3 * m_padding;
    }

    qreal serverInside() const
    {
        qreal widest = indent() + socketWidth();
        widest = std::max(widest, m_metrics.strongWidth(PictureText::serverTitle(m_picture.server)) + 2 * m_padding);
        const qreal title = m_metrics.strongWidth(PictureText::listenerTitle(m_picture)) + m_metrics.line;
        const qreal listening = std::max(title, m_metrics.width(PictureText::listenerNote(m_picture)));
        return std::max(widest, listening + 4 * m_padding + portWidth() / 2);
    }

    qreal portWidth() const { return m_metrics.strongWidth(u":%1"_s.arg(m_picture.listening.port)) + 2 * m_padding; }

    void placeServer()
    {
        const qreal inside = serverInside();
        m_layout.server = QRectF(m_gap, m_gap, inside + 2 * m_gap, 0);
        const QPointF corner = m_layout.server.topLeft() + QPointF(m_gap, m_padding);
        m_layout.serverTitle = QRectF(corner, QSizeF(inside, 1.4 * m_metrics.line));
        m_layout.listener = QRectF(corner.x(), m_layout.serverTitle.bottom(), inside, boxHeight(2));
        m_layout.server.setBottom(m_layout.listener.bottom() + m_gap);
        if (!m_picture.isListening)
            return;
        m_layout.port = QRectF(0, 0, portWidth(), 1.4 * m_metrics.line);
        m_layout.port.moveCenter({m_layout.server.right(), m_layout.listener.center().y()});
    }

    qreal wireLength() const
    {
        qreal longest = 0;
        for (const PictureRow &row : m_picture.rows) {
            const qreal labels = m_metrics.width(row.ends.local.toString()) + m_metrics.width(row.ends.peer.toString());
            longest = std::max(longest, row.isGroup ? 0 : labels);
        }
        return std::max(longest + 5 * m_metrics.letter, MinWireLetters * m_metrics.letter);
    }

    void placeRows()
    {
        qreal top = m_layout.listener.bottom() + m_gap;
        const qreal left = m_layout.listener.left() + indent();
        const qreal length = wireLength();
        const int lines = m_picture.tellsUnread ? 4 : 3;
        for (qsizetype i = 0; i < m_picture.rows.size(); ++i, top += boxHeight(lines) + m_gap) {
            PictureLayout::Row row;
            row.box = QRectF(left, top, m_layout.listener.right() - left, boxHeight(lines));
            const qreal y = row.box.center().y() + m_metrics.line * 0.4;
            row.wire = QLineF(row.box.right(), y, m_layout.server.right() + length, y);
            row.way = QLineF(m_layout.server.right() + WayInset, y, row.wire.x2() - WayInset, y);
            placeLabels(&row, m_picture.rows.at(i));
            m_layout.rows.append(row);
        }
        if (m_layout.rows.isEmpty())
            return;
        m_layout.server.setBottom(m_layout.rows.constLast().box.bottom() + m_gap);
        const qreal x = m_layout.listener.left() + indent() / 2;
        m_layout.rail = QLineF(x, m_layout.listener.bottom(), x, m_layout.rows.constLast().box.center().y());
    }

    void placeLabels(PictureLayout::Row *row, const PictureRow &value) const
    {
        if (value.isGroup)
            return;
        const qreal top = row->wire.y1() - LabelReach - m_metrics.line;
        const qreal local = m_metrics.width(value.ends.local.toString()) + m_metrics.letter;
        const qreal peer = m_metrics.width(value.ends.peer.toString()) + m_metrics.letter;
        row->localLabel = QRectF(m_layout.server.right() + m_metrics.letter, top, local, m_metrics.line);
        row->peerLabel = QRectF(row->wire.x2() - m_metrics.letter - peer, top, peer, m_metrics.line);
    }

    void placeClients()
    {
        qreal width = 0;
        for (int client = 0; client < m_picture.clients.size(); ++client) {
            width = std::max(width, m_metrics.strongWidth(PictureText::clientTitle(m_picture, client)));
            width = std::max(width, m_metrics.width(PictureText::clientNote(m_picture, client)));
        }
        for (const PictureClient &client : m_picture.clients) {
            const PictureLayout::Row &first = m_layout.rows.at(client.firstRow);
            const PictureLayout::Row &last = m_layout.rows.at(client.firstRow + client.rows - 1);
            const QSizeF size(width + 4 * m_padding, last.box.bottom() - first.box.top());
            m_layout.clients.append(QRectF(QPointF(first.wire.x2(), first.box.top()), size));
        }
    }

    void placeWaiting()
    {
        const QString text = PictureText::waiting(m_picture);
        if (text.isEmpty() || m_layout.port.isEmpty())
            return;
        const qreal marks = qreal(PictureLayout::MaxWaiting + 1) * m_metrics.line; // and the dots behind them
        const qreal width = std::max(m_metrics.strongWidth(text), marks) + 4 * m_padding;
        m_layout.waiting =
            QRectF(m_layout.port.right() + 2 * m_gap, m_layout.listener.top(), width, m_layout.listener.height());
    }

    void placeHint()
    {
        if (PictureText::hint(m_picture).isEmpty())
            return;
        const qreal left = std::max(m_layout.server.right(), m_layout.port.right()) + 2 * m_gap;
        m_layout.hint = QRectF(left, m_layout.server.top(), 36 * m_metrics.letter,
                               std::max(m_layout.server.height(), 5 * m_metrics.line));
    }

    const Picture &m_picture;
    const PictureMetrics &m_metrics;
    qreal m_gap;
    qreal m_padding;
    PictureLayout m_layout;
};

}

QRectF PictureLayout::Row::wayBounds() const
{
    return QRectF(way.p1(), way.p2()).adjusted(-DotReach, -DotReach, DotReach, DotReach);
}

QRectF PictureLayout::Row::bounds() const
{
    const QRectF line = QRectF(wire.p1(), wire.p2()).adjusted(0, -DotReach, 0, DotReach);
    return box | line | localLabel | peerLabel;
}

PictureLayout PictureLayout::of(const Picture &picture, const PictureMetrics &metrics)
{
    return Layouter(picture, metrics).run();
}

PictureItem PictureLayout::last() const
{
    return rows.isEmpty() ? PictureItem{} : PictureItem{PictureItem::Kind::Row, int(rows.size()) - 1};
}

QRectF PictureLayout::rectOf(const PictureItem &item) const
{
    switch (item.kind) {
    case PictureItem::Kind::Listener: return listener;
    case PictureItem::Kind::Row: return rows.at(item.index).box;
    case PictureItem::Kind::Client: return clients.at(item.index);
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<PictureItem> PictureLayout::itemAt(const QPointF &point) const
{
    if (listener.contains(point) || port.contains(point) || waiting.contains(point))
        return PictureItem{};
    for (int client = 0; client < clients.size(); ++client) {
        if (clients.at(client).contains(point))
            return PictureItem{PictureItem::Kind::Client, client};
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (rows.at(row).bounds().contains(point))
            return PictureItem{PictureItem::Kind::Row, row};
    }
    return {};
}

/// Up and down among the sockets, of which the listening one is the first.
static PictureItem nextSocket(const PictureItem &from, int step, int rows)
{
    const int place = from.kind == PictureItem::Kind::Listener ? 0 : from.index + 1;
    const int to = std::clamp(place + step, 0, rows);
    return to == 0 ? PictureItem{} : PictureItem{PictureItem::Kind::Row, to - 1};
}

PictureItem PictureLayout::next(const Picture &picture, const PictureItem &from, Way way) const
{
    const bool isClient = from.kind == PictureItem::Kind::Client;
    const int step = way == Way::Up ? -1 : 1;
    switch (way) {
    case Way::Up:
    case Way::Down:
        if (!isClient)
            return nextSocket(from, step, int(rows.size()));
        return {from.kind, std::clamp(from.index + step, 0, int(clients.size()) - 1)};
    case Way::Left:
        return isClient ? PictureItem{PictureItem::Kind::Row, picture.clients.at(from.index).firstRow} : from;
    case Way::Right:
        return from.kind == PictureItem::Kind::Row
            ? PictureItem{PictureItem::Kind::Client, picture.clientOf(from.index)}
            : from;
    }
    Q_UNREACHABLE();
    return from;
}
