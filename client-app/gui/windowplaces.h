#pragma once

#include <QList>
#include <QRect>
#include <QSize>

/// Where to put this many windows, frames included, so that all can be seen: side by side while there is room for the
/// least size, overlapping but each with its own corner when there is not. A pure function.
QList<QRect> placeWindows(int count, const QRect &available, const QSize &least, const QSize &most);
