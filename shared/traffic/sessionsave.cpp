#include "sessionsave.h"

#include "mappedsegment.h"
#include "sessionchoices.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

using namespace SessionFormat;

static constexpr qint64 PieceBytes = 1024 * 1024; ///< written before asking whether to go on

namespace {

class Saver
{
public:
    Saver(const QString &file, quint64 size, const Progress &goOn)
        : m_file(file)
        , m_size(qMax<quint64>(1, size))
        , m_goOn(goOn)
    {
    }

    bool open() { return m_file.open(QIODevice::WriteOnly) || fail(m_file.errorString()); }
    bool add(const Block &block) { return add(block.data(), BlockSize); }
    bool add(const SegmentPointer &segment);
    bool add(const char *bytes, qint64 size);
    bool commit() { return m_file.commit() || fail(m_file.errorString()); }
    /// What went wrong; empty when it was given up.
    QString problem() const { return m_problem; }

private:
    bool fail(const QString &problem);

    QSaveFile m_file;
    QString m_problem;
    quint64 m_size;
    quint64 m_done = 0;
    const Progress &m_goOn;
};

QString unreadable()
{
    return QCoreApplication::translate("SessionSave", "a part of the session can't be read.");
}

bool Saver::add(const SegmentPointer &segment)
{
    const auto mapped = MappedSegment::of(segment);
    if (!mapped)
        return fail(unreadable());
    SegmentHeader header = segment->header();
    header.entries = mapped->entryCount();
    header.bytes = mapped->usedBytes();
    const bool isAdded = add(write(header)) && add(mapped->block(0), header.entries * BlockSize)
        && add(mapped->bytes(), qint64(header.bytes));
    return isAdded && mapped->isCut() ? fail(unreadable()) : isAdded;
}

bool Saver::add(const char *bytes, qint64 size)
{
    for (qint64 done = 0; done < size;) {
        if (m_goOn && !m_goOn(int(qMin<quint64>(100, m_done * 100 / m_size))))
            return false;
        const qint64 piece = qMin(PieceBytes, size - done);
        const QByteArray read(bytes + done, piece); // here, and not by the system, which would call it a bad address
        if (m_file.write(read) != piece)
            return fail(m_file.errorString());
        done += piece;
        m_done += quint64(piece);
    }
    return true;
}

bool Saver::fail(const QString &problem)
{
    m_problem = problem;
    return false;
}

} // namespace

bool saveSession(const LoadedSession &session, const QString &file, const Progress &goOn, QString *error)
{
    const QByteArray choices = session.interpretations ? write(*session.interpretations) : QByteArray();
    quint64 size = quint64(BlockSize + choices.size());
    for (const SegmentPointer &segment : session.segments)
        size += segment->diskSize();
    const SessionHeader header{quint32(session.segments.size()), session.startTime, quint32(choices.size())};
    Saver saver(file, size, goOn);
    bool good = saver.open() && saver.add(write(header)) && saver.add(choices.data(), choices.size());
    for (qsizetype i = 0; good && i < session.segments.size(); ++i)
        good = saver.add(session.segments[i]);
    if (good && saver.commit())
        return true;
    if (!saver.problem().isEmpty()) {
        *error = QCoreApplication::translate("SessionSave", "The session can't be saved as %1: %2")
                     .arg(QDir::toNativeSeparators(file), saver.problem());
    }
    return false;
}
