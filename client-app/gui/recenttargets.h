#pragma once

#include <QStringList>

/// The servers that were connected to, newest first, kept in the settings: `127.0.0.1:8080`.
namespace RecentTargets {

inline constexpr qsizetype MaxTargets = 12;

QStringList all();
void remember(const QString &target);

}
