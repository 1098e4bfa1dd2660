#include "sessionplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

static const auto LimitKey = u"session/diskLimit"_s; // TrafficStore::DefaultDiskLimit at first

QString sessionsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/sessions"_s;
}

std::shared_ptr<TrafficStore> newSession(QString *problem)
{
    QString first;
    if (auto store = TrafficStore::create(sessionsFolder(), sessionDiskLimit(), &first))
        return store;
    QString second;
    if (auto store = TrafficStore::create(QDir::tempPath(), sessionDiskLimit(), &second))
        return store;
    *problem = QCoreApplication::translate("Session",
                                           "What goes over the sockets can't be kept: %1 Free some room, or make the folder "
                                           "writable, then start again.")
                   .arg(first);
    return {};
}

qint64 sessionDiskLimit()
{
    const qint64 limit = QSettings().value(LimitKey, TrafficStore::DefaultDiskLimit).toLongLong();
    return limit > 0 ? qBound(MinDiskLimit, limit, MaxDiskLimit) : TrafficStore::DefaultDiskLimit;
}

void setSessionDiskLimit(qint64 bytes)
{
    QSettings().setValue(LimitKey, bytes);
}
