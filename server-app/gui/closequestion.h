#pragma once

#include <QtGlobal>

class QWidget;

/// Asks whether the window may close while sockets are open, unless one has said not to ask again.
bool mayCloseWithSockets(QWidget *window, qsizetype open);
