#pragma once

#include <QRect>

class QFontMetrics;

/// Where the bytes of a hex view are, in pixels from the top left corner of its first row: offset, hex in groups of
/// eight, text. All columns have the width of a character.
struct HexGeometry
{
    static constexpr int WideRow = 16; ///< bytes
    static constexpr int NarrowRow = 8;

    int bytesPerRow = WideRow;
    int digits = 4; ///< of an offset
    int charWidth = 1;
    int rowHeight = 1;

    /// Rows as long as fit into this width, the narrow ones where none do.
    static HexGeometry fitting(const QFontMetrics &metrics, qint64 size, int width);
    static HexGeometry of(const QFontMetrics &metrics, qint64 size, int bytesPerRow);

    int offsetLeft() const { return charWidth; }
    int hexLeft() const { return offsetLeft() + (digits + 2) * charWidth; }
    int textLeft() const { return hexColumn(bytesPerRow) + charWidth; }
    int width() const { return textLeft() + (bytesPerRow + 1) * charWidth; }

    /// Both cells of a byte, by its column. A hex cell reaches half way to its neighbours.
    QRect hexCell(int column, int top) const;
    QRect textCell(int column, int top) const;
    /// The column of the byte at this place, the nearest one where there is none.
    int columnAt(int x) const;

private:
    int hexColumn(int column) const;
};
