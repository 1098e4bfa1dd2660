#pragma once

#include <QString>

/// Why the file at this path can't be sent: a whole sentence; empty: nothing stands against it. Does not open it, since
/// opening a pipe or a device can wait for ever.
QString fileObstacle(const QString &path);

/// The file's name without its folder, safe to show.
QString fileNameText(const QString &path);
