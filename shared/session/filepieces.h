#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

/// A file that is read in bounded pieces, in whatever order they are asked for. The size counts that it had when it was
/// opened: what is appended later is not part of it.
class FilePieces final
{
public:
    static constexpr qint64 PieceSize = 64 * 1024; ///< bytes, the most that is read at once

    /// Opens the file. False: `problem` says why it can't be sent.
    bool open(const QString &path);
    /// `length` bytes from `offset` on, which lie inside the size. Empty: they can't be read, and `problem` says why.
    /// The piece read last is kept, for readers that go side by side.
    QByteArray read(quint64 offset, qint64 length);

    QString name() const { return m_name; } ///< without its folder, safe to show
    quint64 size() const { return m_size; }
    QString problem() const { return m_problem; } ///< a whole sentence

private:
    QFile m_file;
    QString m_name;
    QString m_problem;
    quint64 m_size = 0;
    quint64 m_keptOffset = 0;
    QByteArray m_kept;
};
