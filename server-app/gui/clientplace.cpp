#include "clientplace.h"

#include <QFontMetrics>
#include <QScreen>
#include <QStyle>
#include <QWidget>

static constexpr int Step = 32; // from one client window to the next, about the height of a title bar

ClientSurroundings ClientSurroundings::of(const QWidget *page, const QWidget *top)
{
    const QWidget *window = page->window();
    const QFontMetrics metrics = window->fontMetrics();
    const int title = window->style()->pixelMetric(QStyle::PM_TitleBarHeight);
    return {.server = window->frameGeometry(),
            .below = top->mapToGlobal(QPoint(0, top->height())).y(),
            .available = window->screen()->availableGeometry(),
            .client = QSize(metrics.averageCharWidth() * 90, metrics.height() * 32 + title)};
}

namespace {

struct Stair
{
    QPoint first;
    QPoint step;
    QPoint turn; // from where one ends at the lower edge to the next one
};

}

static Stair stairFor(const ClientSurroundings &around)
{
    const QRect &server = around.server;
    const int width = around.client.width();
    if (around.available.right() - server.right() >= width)
        return {{server.right() + 1, server.top()}, {Step, Step}, {2 * Step, 0}};
    if (server.left() - around.available.left() >= width)
        return {{server.left() - width, server.top()}, {-Step, Step}, {-2 * Step, 0}};
    return {{around.available.right() + 1 - width - 3 * Step, around.below + 1}, {Step, Step}, {-2 * Step, 0}};
}

QPoint placeForClient(const ClientSurroundings &around, int nth)
{
    const QRect &available = around.available;
    const QPoint most(available.right() + 1 - around.client.width(), available.bottom() + 1 - around.client.height());
    const Stair stair = stairFor(around);
    const int steps = qMax(1, (most.y() - stair.first.y()) / Step + 1);
    const QPoint place = stair.first + stair.step * (nth % steps) + stair.turn * (nth / steps);
    return {qMax(available.left(), qMin(place.x(), most.x())), qMax(available.top(), qMin(place.y(), most.y()))};
}
