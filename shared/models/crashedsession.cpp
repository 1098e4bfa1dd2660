#include "crashedsession.h"

#include "sessionfolder.h"
#include "sizetext.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Files or folders. No wildcards: Qt makes them regular expressions, which hang the end of a thread with the library of
/// MinGW.
static QFileInfoList entries(const QString &folder, QDir::Filters kind)
{
    return QDir(folder).entryInfoList(kind | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
}

static CrashedSession looked(const QString &folder)
{
    CrashedSession session;
    session.folder = folder;
    QString problem;
    if (const auto adopted = SessionFolder::adopt(folder, &problem))
        session.started = QDateTime::fromMSecsSinceEpoch(adopted->startTime() / 1'000'000);
    for (const QFileInfo &file : entries(folder, QDir::Files)) {
        if (file.suffix() != "index"_L1 && file.suffix() != "bytes"_L1)
            continue;
        session.ended = session.ended.isValid() ? qMax(session.ended, file.lastModified()) : file.lastModified();
        session.bytes += file.suffix() == "bytes"_L1 ? file.size() : 0;
    }
    return session;
}

static bool holdsRecords(const QString &folder)
{
    const QFileInfoList files = entries(folder, QDir::Files);
    return std::any_of(files.cbegin(), files.cend(), [](const QFileInfo &file) {
        return file.suffix() == "index"_L1 && file.size() > SessionFormat::BlockSize;
    });
}

/// What programs left that ended before there was anything to keep.
static void removeEmpty(const QString &parent)
{
    for (const QFileInfo &folder : entries(parent, QDir::Dirs)) {
        if (!folder.fileName().startsWith("session-"_L1))
            continue;
        QString problem;
        const auto adopted = SessionFolder::adopt(folder.absoluteFilePath(), &problem);
        if (adopted && !holdsRecords(adopted->path())) // it is looked at while nobody can write to it
            adopted->setRemovedOnClose(true);
    }
}

QList<CrashedSession> crashedSessions(const QString &parent)
{
    QList<CrashedSession> found;
    const QStringList folders = SessionFolder::abandoned(parent);
    for (const QString &folder : folders) {
        const CrashedSession session = looked(folder);
        if (session.started.isValid()) // else it was opened meanwhile
            found.prepend(session);
    }
    removeEmpty(parent);
    return found;
}

bool discardSession(const QString &folder, QString *problem)
{
    const auto adopted = SessionFolder::adopt(folder, problem);
    if (adopted)
        adopted->setRemovedOnClose(true);
    return adopted != nullptr;
}

QString sessionTime(const QDateTime &time)
{
    return time.toString(u"yyyy-MM-dd HH:mm"_s);
}

QString CrashedSession::name() const
{
    return u"%1 · %2"_s.arg(sessionTime(started), sizeText(quint64(bytes)));
}
