#pragma once

#include "trafficstore.h"

#include <QString>

/// Where the sessions of this user's windows are kept while they run, and after a crash.
QString sessionsFolder();

/// A new session there; in the system's folder for temporary files when that can't be written. Null, and a sentence that
/// says what to do, when neither can.
std::shared_ptr<TrafficStore> newSession(QString *problem);

/// How much of the disk one session may take; bytes. Kept in the settings.
qint64 sessionDiskLimit();
void setSessionDiskLimit(qint64 bytes);
