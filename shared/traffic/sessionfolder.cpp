#include "sessionfolder.h"

#include "spilledlist.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;
using namespace SessionFormat;

static constexpr auto OwnerFile = QFile::ReadOwner | QFile::WriteOwner;
static constexpr auto OwnerFolder = OwnerFile | QFile::ExeOwner;

static QString translated(const char *text)
{
    return QCoreApplication::translate("SessionFolder", text);
}

static QString headerFile(const QString &folder)
{
    return folder + "/session"_L1;
}

static QString lockFile(const QString &folder)
{
    return folder + "/lock"_L1;
}

QString SessionFolder::choicesFile(const QString &folder)
{
    return folder + "/choices"_L1;
}

/// While it is being written.
static QString nextChoicesFile(const QString &folder)
{
    return SessionFolder::choicesFile(folder) + ".new"_L1;
}

/// Sorts by when it was made; the rest keeps two programs of the same second apart.
static QString newName()
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    return u"session-%1-%2"_s.arg(time).arg(QRandomGenerator::system()->generate(), 8, 16, QChar(u'0'));
}

QString SessionFolder::indexFile(const QString &folder, quint32 sequence)
{
    return u"%1/%2.index"_s.arg(folder).arg(sequence, 8, 10, QChar(u'0'));
}

QString SessionFolder::bytesFile(const QString &folder, quint32 sequence)
{
    return u"%1/%2.bytes"_s.arg(folder).arg(sequence, 8, 10, QChar(u'0'));
}

/// No wildcards, here and below: Qt makes them regular expressions, whose thread-local stack the C++ library of MinGW
/// frees too early when a thread ends. Sessions are removed in threads that end.
QFileInfoList SessionFolder::segmentFiles(const QString &folder, QLatin1StringView suffix)
{
    static constexpr qsizetype Digits = 8;
    QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::NoSymLinks, QDir::Name);
    files.removeIf([suffix](const QFileInfo &file) {
        return file.suffix() != suffix || file.completeBaseName().size() != Digits;
    });
    return files;
}

std::unique_ptr<SessionFolder> SessionFolder::create(const QString &parent, QString *error)
{
    const QString name = newName();
    if (!QDir().mkpath(parent) || !QDir(parent).mkdir(name, OwnerFolder)) {
        *error = translated(QT_TRANSLATE_NOOP("SessionFolder", "A folder for the session can't be made in %1."))
                     .arg(QDir::toNativeSeparators(parent));
        return {};
    }
    std::unique_ptr<SessionFolder> folder(new SessionFolder(QDir(parent).absoluteFilePath(name)));
    folder->setRemovedOnClose(true);
    return folder->lock(error) && folder->writeHeader(error) ? std::move(folder) : nullptr;
}

std::unique_ptr<SessionFolder> SessionFolder::adopt(const QString &path, QString *error)
{
    std::unique_ptr<SessionFolder> folder(new SessionFolder(QDir(path).absolutePath()));
    return folder->readHeader(error) && folder->lock(error) ? std::move(folder) : nullptr;
}

static bool holdsRecords(const QString &folder)
{
    const QFileInfoList indexes = SessionFolder::segmentFiles(folder, "index"_L1);
    return std::any_of(indexes.cbegin(), indexes.cend(), [](const QFileInfo &file) { return file.size() > BlockSize; });
}

QStringList SessionFolder::abandoned(const QString &parent)
{
    QStringList found;
    const QDir dir(parent);
    const QStringList names = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const QString &name : names) {
        const QString path = dir.absoluteFilePath(name);
        QString reason;
        if (name.startsWith("session-"_L1) && holdsRecords(path) && adopt(path, &reason))
            found.append(path);
    }
    return found;
}

SessionFolder::SessionFolder(const QString &path)
    : m_path(path)
    , m_lock(lockFile(path))
{
    m_lock.setStaleLockTime(0); // only a program that is gone loses it
}

SessionFolder::~SessionFolder()
{
    if (m_removed)
        removeFiles();
    m_lock.unlock();
    if (m_removed)
        QDir().rmdir(m_path);
}

bool SessionFolder::lock(QString *error)
{
    if (m_lock.tryLock(0)) {
        QFile::setPermissions(lockFile(m_path), OwnerFile);
        return true;
    }
    *error = m_lock.error() == QLockFile::LockFailedError
        ? translated(QT_TRANSLATE_NOOP("SessionFolder", "The session in %1 is in use by a program."))
        : translated(QT_TRANSLATE_NOOP("SessionFolder", "The session in %1 can't be locked."));
    *error = error->arg(QDir::toNativeSeparators(m_path));
    return false;
}

bool SessionFolder::writeHeader(QString *error)
{
    m_header.startTime = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    const Block block = write(m_header);
    QFile file(headerFile(m_path));
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, OwnerFile)
        && file.write(block.data(), BlockSize) == BlockSize)
        return true;
    *error = translated(QT_TRANSLATE_NOOP("SessionFolder", "The session in %1 can't be written: %2"))
                 .arg(QDir::toNativeSeparators(m_path), file.errorString());
    return false;
}

/// Not forced to the disk: like all else here it outlives the program, and nobody waits for it.
bool SessionFolder::writeChoices(const QByteArray &choices) const
{
    QFile file(nextChoicesFile(m_path));
    const auto mode = QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered;
    if (!file.open(mode, OwnerFile) || file.write(choices) != choices.size())
        return false;
    file.close();
    std::error_code problem;
    const QFileInfo whole(choicesFile(m_path));
    std::filesystem::rename(QFileInfo(file).filesystemFilePath(), whole.filesystemFilePath(), problem);
    return !problem;
}

bool SessionFolder::readHeader(QString *error)
{
    QFile file(headerFile(m_path));
    QByteArray block;
    if (QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly))
        block = file.read(BlockSize);
    if (const auto header = readSessionHeader(block)) {
        m_header = *header;
        return true;
    }
    *error = isOtherVersion(block)
        ? translated(QT_TRANSLATE_NOOP("SessionFolder", "The session in %1 was written by another version of OnePort."))
        : translated(QT_TRANSLATE_NOOP("SessionFolder", "There is no session in %1."));
    *error = error->arg(QDir::toNativeSeparators(m_path));
    return false;
}

/// Only what a session consists of: nothing else that someone put there goes with it.
void SessionFolder::removeFiles()
{
    const QFileInfoList files = segmentFiles(m_path, "index"_L1) + segmentFiles(m_path, "bytes"_L1);
    for (const QFileInfo &file : files)
        QFile::remove(file.filePath());
    const QStringList names = QDir(m_path).entryList(QDir::Files | QDir::NoSymLinks);
    for (const QString &name : names) {
        if (name.startsWith(SpilledFilePrefix))
            QFile::remove(QDir(m_path).filePath(name));
    }
    for (const QString &file : {choicesFile(m_path), nextChoicesFile(m_path), headerFile(m_path)})
        QFile::remove(file);
}
