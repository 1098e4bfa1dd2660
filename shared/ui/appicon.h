#pragma once

#include <QIcon>

/// The icon of both programs, drawn: one port, many sockets.
QIcon appIcon();
