#pragma once

#include <QList>

#include <utility>

/// First and last row of rows that follow each other.
using RowRange = std::pair<int, int>;

/// The rows, in any order and each more than once, as few ranges as possible in ascending order.
QList<RowRange> contiguousRanges(QList<int> rows);

/// The same, or one range over all of them when there are more than `most`: telling a view of many small changes costs
/// more than letting it look at a few rows in vain.
QList<RowRange> contiguousRanges(const QList<int> &rows, int most);
