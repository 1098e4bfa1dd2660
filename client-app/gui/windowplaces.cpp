#include "windowplaces.h"

#include <cmath>

namespace {

/// Positions of `count` windows of one length along one axis.
struct Axis
{
    int start;
    int length;
    int step;

    Axis(int from, int room, int count, int least, int most)
        : start(from)
        , length(qMin(qBound(least, room / count, most), room))
        , step(count > 1 ? qMin(length, (room - length) / (count - 1)) : 0)
    {
    }
    int at(int i) const { return start + i * step; }
};

int dividedUp(int count, int parts)
{
    return (count + parts - 1) / parts;
}

int columnsFor(int count, const QRect &available, const QSize &most)
{
    const double shape = double(available.width()) / most.width() * most.height() / available.height();
    const int columns = qBound(1, int(std::ceil(std::sqrt(count * shape))), count);
    // As few as fill the same number of rows: four windows are two by two rather than three and one.
    return dividedUp(count, dividedUp(count, columns));
}

}

QList<QRect> placeWindows(int count, const QRect &available, const QSize &least, const QSize &most)
{
    const int columns = columnsFor(count, available, most);
    const int rows = dividedUp(count, columns);
    const Axis x(available.left(), available.width(), columns, least.width(), most.width());
    const Axis y(available.top(), available.height(), rows, least.height(), most.height());
    QList<QRect> places;
    for (int i = 0; i < count; ++i)
        places.append(QRect(x.at(i % columns), y.at(i / columns), x.length, y.length));
    return places;
}
