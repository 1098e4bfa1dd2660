#pragma once

#include <QtGlobal>

class QWidget;

/// Asks whether the window may close while sockets are open, unless one has said not to ask again.
bool mayCloseWithSockets(QWidget *window, qsizetype open);
/// The same for one of several services in the window, with so many sockets.
bool mayCloseService(QWidget *window, qsizetype open);
