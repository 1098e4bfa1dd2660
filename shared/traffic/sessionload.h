#pragma once

#include "interpretation.h"
#include "segment.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// What was found in a session on disk. It ends before the first thing that is not right: half an entry, a wrong CRC,
/// bytes that are not there, a field that does not fit what came before.
struct LoadedSession
{
    QList<SegmentPointer> segments; ///< the whole ones and the good part of the last, published
    qint64 startTime = 0;           ///< nanoseconds since 1970-01-01T00:00Z
    bool torn = false;              ///< it ended before what its files promise
    quint64 tornBytes = 0;          ///< in the files, behind that end
    std::optional<Interpretations> interpretations = {}; ///< how its bytes were read; nothing: it does not say
};

/// Told how far it is, in percent; false gives up.
using Progress = std::function<bool(int percent)>;

/// Reads and checks everything. Nothing, and a sentence, when it is no session or cannot be read; nothing and no
/// sentence when `goOn` gave up. Blocks as long as reading the files takes; any thread.
std::optional<LoadedSession> loadSessionFolder(const QString &folder, const Progress &goOn, QString *error);
std::optional<LoadedSession> loadSessionFile(const QString &file, const Progress &goOn, QString *error);
