#pragma once

#include "indexentry.h"

#include <QFileInfo>
#include <QLockFile>
#include <QString>
#include <QStringList>

#include <memory>

/// The folder of one session while a program works with it, locked so that another program knows. Its files:
///
///     session           the header
///     00000000.index    the entries of segment 0
///     00000000.bytes    the bytes of segment 0
///     choices           how the bytes are read, once someone chose it
///     lock              whose it is
class SessionFolder final
{
public:
    /// Makes a new one under `parent`, for the owner alone. Null, and a sentence, when it can't.
    static std::unique_ptr<SessionFolder> create(const QString &parent, QString *error);
    /// Takes over one whose program is gone. Null, and a sentence, when it is none or still in use.
    static std::unique_ptr<SessionFolder> adopt(const QString &path, QString *error);
    /// The sessions under `parent` that hold records and whose program is gone, the oldest first.
    static QStringList abandoned(const QString &parent);

    ~SessionFolder();
    Q_DISABLE_COPY_MOVE(SessionFolder)

    QString path() const { return m_path; }
    qint64 startTime() const { return m_header.startTime; }
    void setRemovedOnClose(bool removed) { m_removed = removed; }
    /// What was written before stays until these are whole. False: the disk would not take them.
    bool writeChoices(const QByteArray &choices) const;

    static QString indexFile(const QString &folder, quint32 sequence);
    static QString bytesFile(const QString &folder, quint32 sequence);
    static QString choicesFile(const QString &folder);
    /// The files of its segments that are there, by name; `suffix`: "index" or "bytes". No links.
    static QFileInfoList segmentFiles(const QString &folder, QLatin1StringView suffix);

private:
    explicit SessionFolder(const QString &path);
    bool lock(QString *error);
    bool writeHeader(QString *error);
    bool readHeader(QString *error);
    void removeFiles();

    QString m_path;
    QLockFile m_lock;
    SessionFormat::SessionHeader m_header;
    bool m_removed = false;
};
