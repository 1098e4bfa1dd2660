#include "rowranges.h"

#include <algorithm>

QList<RowRange> contiguousRanges(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QList<RowRange> ranges;
    for (const int row : std::as_const(rows)) {
        if (!ranges.isEmpty() && row <= ranges.last().second + 1)
            ranges.last().second = row;
        else
            ranges.append({row, row});
    }
    return ranges;
}

QList<RowRange> contiguousRanges(const QList<int> &rows, int most)
{
    const QList<RowRange> ranges = contiguousRanges(rows);
    if (ranges.size() <= most)
        return ranges;
    return {{ranges.first().first, ranges.last().second}};
}
