#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

/// A session whose program ended without closing it. A value.
struct CrashedSession
{
    QString folder;
    QDateTime started; ///< local time
    QDateTime ended;   ///< when something was last kept
    qint64 bytes = 0;  ///< of the traffic that it holds

    QString name() const; ///< "2026-11-23 10:04 · 3.4 MB"; translated
};

/// All of them under `parent`, the newest first. Looks into each folder, so not for the GUI thread. Those in which
/// nothing was kept go from the disk.
QList<CrashedSession> crashedSessions(const QString &parent);

/// Removes one from the disk, unless a program has it open. Then false, and a sentence that says so.
bool discardSession(const QString &folder, QString *problem);

/// "2026-11-23 10:04"
QString sessionTime(const QDateTime &time);
