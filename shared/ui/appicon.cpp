#include "appicon.h"

#include <QPainter>
#include <QPixmap>

#include <array>

namespace {

constexpr std::array Sizes{16, 24, 32, 48, 64, 128, 256};
constexpr std::array SocketHeights{0.16, 0.50, 0.84}; // of the picture
constexpr double PortX = 0.24;
constexpr double SocketX = 0.82;

void drawLines(QPainter &painter)
{
    painter.setPen(QPen(QColor(0xcf, 0xe4, 0xff), 0.055, Qt::SolidLine, Qt::RoundCap));
    for (const double y : SocketHeights)
        painter.drawLine(QPointF(PortX, 0.5), QPointF(SocketX, y));
}

void drawSpot(QPainter &painter, const QPointF &center, double radius, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(center, radius, radius);
}

QPixmap drawn(int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x12, 0x3b, 0x6e));
    painter.drawRoundedRect(QRectF(0, 0, 1, 1), 0.2, 0.2);
    drawLines(painter);
    drawSpot(painter, {PortX, 0.5}, 0.16, Qt::white);
    drawSpot(painter, {PortX, 0.5}, 0.07, QColor(0x12, 0x3b, 0x6e));
    for (const double y : SocketHeights)
        drawSpot(painter, {SocketX, y}, 0.1, QColor(0x5a, 0xd0, 0x8a));
    return pixmap;
}

}

QIcon appIcon()
{
    QIcon icon;
    for (const int size : Sizes)
        icon.addPixmap(drawn(size));
    return icon;
}
