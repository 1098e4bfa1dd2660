#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

class QWidget;

/// What a client window that is opened from here should not cover. In pixels of the screen, frames included.
struct ClientSurroundings
{
    QRect server;    ///< the server window
    int below = 0;   ///< the end of what is read there now: a client window over the server begins lower
    QRect available; ///< of the screen
    QSize client;    ///< a client window, as large as it usually is

    /// Of a service on this page, which is to stay in view down to the lower edge of `top`.
    static ClientSurroundings of(const QWidget *page, const QWidget *top);
};

/// Where the upper left corner of the `nth` client window goes, from 0: beside the server window while there is room,
/// else over its lower part; each a little below the one before. A pure function.
QPoint placeForClient(const ClientSurroundings &around, int nth);
