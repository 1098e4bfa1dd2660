#pragma once

#include "storereader.h"
#include "trafficstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

/// A folder for sessions, and the ways in which the tests of the store look at one.
struct SessionFixture
{
    using StorePointer = std::shared_ptr<TrafficStore>;

    QTemporaryDir dir;

    StorePointer create(qint64 diskLimit = TrafficStore::DefaultDiskLimit) const
    {
        QString error;
        StorePointer store = TrafficStore::create(dir.path(), diskLimit, &error);
        if (!store)
            qFatal("%s", qPrintable(error));
        return store;
    }

    static StorePointer open(const QString &path, QString *error = nullptr)
    {
        QString reason;
        StorePointer store = TrafficStore::open(path, &reason);
        if (!store && reason.isEmpty())
            qFatal("A session was refused without a reason");
        if (error)
            *error = reason;
        return store;
    }

    /// A session of a program that ended without closing it: a copy without a lock.
    QString crashed(const TrafficStore &store) const
    {
        const QDir from(store.folder());
        const QString copy = dir.filePath(QStringLiteral("session-copy-%1").arg(QDir(dir.path()).count()));
        QDir().mkpath(copy);
        for (const QString &name : from.entryList(QDir::Files)) {
            if (name != QStringLiteral("lock"))
                QFile::copy(from.filePath(name), copy + QLatin1Char('/') + name);
        }
        return copy;
    }

    QString saved(const TrafficStore &store, const QString &name = QStringLiteral("saved.oneport")) const
    {
        const QString file = dir.filePath(name);
        QString error;
        if (!store.saveAs(file, {}, &error))
            qFatal("%s", qPrintable(error));
        return file;
    }
};

struct Seen
{
    StoredRecord record;
    QByteArray payload;

    friend bool operator==(const Seen &, const Seen &) = default;
};

inline QList<Seen> everything(const std::shared_ptr<TrafficStore> &store)
{
    QList<Seen> seen;
    StoreReader(store).forEach(0, NoRecord, [&seen](const StoredRecord &record, QByteArrayView payload) {
        seen.append({record, payload.toByteArray()});
        return true;
    });
    return seen;
}

/// The SHA-256 of each stream, by socket and direction.
inline QHash<QPair<SocketId, bool>, QByteArray> digests(const std::shared_ptr<TrafficStore> &store)
{
    QHash<QPair<SocketId, bool>, QByteArray> streams;
    for (const Seen &seen : everything(store)) {
        if (seen.record.hasBytes())
            streams[{seen.record.socket, seen.record.kind == StoredRecord::Kind::Write}] += seen.payload;
    }
    for (QByteArray &stream : streams)
        stream = QCryptographicHash::hash(stream, QCryptographicHash::Sha256);
    return streams;
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}
