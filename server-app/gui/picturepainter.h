#pragma once

#include "picturedots.h"
#include "picturelayout.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QPalette>
#include <QSet>

#include <functional>

class QPainter;

/// All that is drawn at one moment, in the layout's unit of length.
struct PictureScene
{
    Picture picture = {};
    PictureLayout layout = {};
    QSet<QString> selected = {};           ///< keys
    std::optional<PictureItem> focus = {}; ///< what the keyboard is on
    QList<PictureDot> dots = {};
    QRectF seen = {}; ///< the part that can be seen; empty: all of it
    qint64 now = 0;   ///< ms since 1970
};

/// Draws a picture in this font and these colours. States have a colour and a word.
class PicturePainter final
{
public:
    PicturePainter(const QFont &font, const QPalette &palette);

    PictureMetrics metrics() const;
    /// Whether something of a rectangle is to be drawn.
    using Exposed = std::function<bool(const QRectF &)>;

    /// Draws what is exposed; the painter is clipped to it.
    void draw(QPainter *painter, const PictureScene &scene, const Exposed &isExposed) const;

    /// Where a spot on its way is.
    static QRectF dotRect(const PictureLayout::Row &row, const PictureDot &dot);

private:
    struct Frame; // of a box

    void drawServer(QPainter *painter, const PictureScene &scene, const Exposed &isExposed) const;
    void drawListener(QPainter *painter, const PictureScene &scene) const;
    void drawPort(QPainter *painter, const PictureScene &scene) const;
    void drawWaiting(QPainter *painter, const PictureScene &scene) const;
    void drawHint(QPainter *painter, const PictureScene &scene) const;
    void drawRow(QPainter *painter, const PictureScene &scene, int row, const Exposed &isExposed) const;
    void drawWire(QPainter *painter, const PictureRow &row, const PictureLayout::Row &place) const;
    void drawSocket(QPainter *painter, const PictureScene &scene, int row) const;
    struct Queue; // with its bar
    static QList<Queue> queuesOf(const PictureScene &scene, const PictureRow &row);
    void drawQueue(QPainter *painter, const Queue &queue, const QRectF &line) const;
    void drawClient(QPainter *painter, const PictureScene &scene, int client) const;
    void drawDot(QPainter *painter, const PictureLayout::Row &place, const PictureDot &dot) const;

    void drawBox(QPainter *painter, const QRectF &box, const Frame &frame) const;
    void drawLine(QPainter *painter, const QRectF &line, const QString &text, const QColor &color, bool strong) const;
    Frame frameOf(const PictureScene &scene, const PictureItem &item, const QColor &border) const;
    QColor stateColor(const PictureRow &row) const;
    QRectF line(const QRectF &box, int number) const;

    QFont m_font;
    QFont m_strong;
    QFontMetricsF m_plainMetrics;
    QFontMetricsF m_strongMetrics;
    qreal m_line;  // height of a line of text
    QColor m_text; // colours are worked out once: that takes longer than to draw with them
    QColor m_base;
    QColor m_window;
    QColor m_highlight;
    QColor m_subdued;
    QColor m_good;
    QColor m_busy;
    QColor m_problem;
    QColor m_received;
    QColor m_sent;
};
