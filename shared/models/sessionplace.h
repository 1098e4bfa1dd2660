#pragma once

#include "trafficstore.h"

#include <QString>

/// Where the sessions of this user's windows are kept while they run, and after a crash.
QString sessionsFolder();

/// A new session there; in the system's folder for temporary files when that can't be written. Null, and a sentence that
/// says what to do, when neither can.
std::shared_ptr<TrafficStore> newSession(QString *problem);

constexpr qint64 MinDiskLimit = Q_INT64_C(16'000'000);            ///< bytes
constexpr qint64 MaxDiskLimit = Q_INT64_C(1'000'000'000'000);

/// How much of the disk one session may take; bytes, from MinDiskLimit to MaxDiskLimit. Kept in the settings.
qint64 sessionDiskLimit();
void setSessionDiskLimit(qint64 bytes);
