#pragma once

#include "sessionload.h"

/// Writes what the session's segments have published as one file, or leaves what was there. False and a sentence when it
/// can't; false and no sentence when `goOn` gave up. Any thread; blocks as long as writing takes.
bool saveSession(const LoadedSession &session, const QString &file, const Progress &goOn, QString *error);
