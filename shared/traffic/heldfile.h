#pragma once

#include <QFile>
#include <QMutex>

/// A file that stays open for reading: what it holds is the same when another file takes its name. Any thread.
class HeldFile final
{
public:
    explicit HeldFile(const QString &path);

    bool open();
    QString problem() const { return m_file.errorString(); } ///< why it could not be opened
    /// Null when it can't be mapped, or has not so many bytes there. To be given back by `unmap`.
    const char *map(qint64 at, qint64 size);
    void unmap(const char *mapped);

private:
    QMutex m_mutex;
    QFile m_file;
};
