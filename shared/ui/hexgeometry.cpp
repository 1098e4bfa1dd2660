#include "hexgeometry.h"

#include <QFontMetrics>

namespace {

constexpr int Group = 8;       // bytes
constexpr int RowPadding = 2;  // pixels
constexpr int HexCellSize = 3; // characters, blank included

int digitsFor(qint64 size)
{
    if (size <= 0x10000)
        return 4;
    return size <= 0x1'0000'0000 ? 8 : 12;
}

}

HexGeometry HexGeometry::of(const QFontMetrics &metrics, qint64 size, int bytesPerRow)
{
    return {bytesPerRow, digitsFor(size), metrics.horizontalAdvance(u'0'), metrics.height() + RowPadding};
}

HexGeometry HexGeometry::fitting(const QFontMetrics &metrics, qint64 size, int width)
{
    const HexGeometry wide = of(metrics, size, WideRow);
    return wide.width() <= width ? wide : of(metrics, size, NarrowRow);
}

int HexGeometry::hexColumn(int column) const
{
    return hexLeft() + (HexCellSize * column + column / Group) * charWidth;
}

QRect HexGeometry::hexCell(int column, int top) const
{
    return {hexColumn(column) - charWidth / 2, top, HexCellSize * charWidth, rowHeight};
}

QRect HexGeometry::textCell(int column, int top) const
{
    return {textLeft() + column * charWidth, top, charWidth, rowHeight};
}

int HexGeometry::columnAt(int x) const
{
    const auto isPast = [this, x](int column) {
        return x >= textLeft() - charWidth / 2 ? x >= textCell(column, 0).left() : x >= hexCell(column, 0).left();
    };
    int column = 0;
    while (column + 1 < bytesPerRow && isPast(column + 1))
        ++column;
    return column;
}
