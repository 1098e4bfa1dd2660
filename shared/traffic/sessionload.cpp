#include "sessionload.h"

#include "segmentcheck.h"
#include "sessionchoices.h"
#include "sessionfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace SessionFormat;

static QString translated(const char *text)
{
    return QCoreApplication::translate("SessionLoad", text);
}

namespace {

/// Where one segment of a session lies, as far as its header and the files' sizes tell.
struct Found
{
    SegmentHeader header;
    Segment::Place index;
    Segment::Place bytes;
    quint32 entries = 0;
    quint64 byteCount = 0;
    quint64 diskSize = 0; ///< all of it, so that what is torn can be counted
};

class Loader
{
public:
    Loader(qint64 diskSize, const Progress &goOn)
        : m_diskSize(quint64(diskSize))
        , m_goOn(goOn)
    {
    }

    /// False: the session ends here, before what was promised.
    bool add(const std::optional<Found> &found);
    /// Whether to go on, after what was added.
    bool goesOn() const;
    LoadedSession finish(qint64 startTime) const;
    quint64 goodSize() const { return m_goodSize; }

private:
    SegmentCheck m_check;
    QList<SegmentPointer> m_segments;
    quint64 m_diskSize;
    quint64 m_goodSize = 0;
    bool m_torn = false;
    const Progress &m_goOn;
};

bool Loader::add(const std::optional<Found> &found)
{
    m_torn = true;
    if (!found || !m_check.follows(found->header))
        return false;
    auto segment = std::make_shared<Segment>(found->header, found->index, found->bytes);
    segment->publish(found->entries, found->byteCount);
    const auto mapped = MappedSegment::of(segment);
    if (!mapped)
        return false;
    const SegmentCheck::Good good = m_check.check(*mapped);
    segment->publish(good.entries, good.bytes);
    m_segments.append(segment);
    m_goodSize += segment->diskSize();
    m_torn = segment->diskSize() != found->diskSize;
    return !m_torn;
}

bool Loader::goesOn() const
{
    return !m_goOn || m_goOn(m_diskSize == 0 ? 100 : int(m_goodSize * 100 / m_diskSize));
}

LoadedSession Loader::finish(qint64 startTime) const
{
    const quint64 tornBytes = m_diskSize - qMin(m_diskSize, m_goodSize);
    return {m_segments, startTime, m_torn || tornBytes > 0, tornBytes};
}

} // namespace

static QString openError(const QString &path, const QString &reason)
{
    return translated(QT_TRANSLATE_NOOP("SessionLoad", "The session %1 can't be opened: %2"))
        .arg(QDir::toNativeSeparators(path), reason);
}

static std::optional<SegmentHeader> headerAt(QFile &file, qint64 at)
{
    return file.seek(at) ? readSegmentHeader(file.read(BlockSize)) : std::nullopt;
}

/// The segment whose index file this is. Nothing when its header is torn.
static std::optional<Found> findSegment(const QString &folder, const QFileInfo &index)
{
    bool isNumber = false;
    const quint32 sequence = index.completeBaseName().toUInt(&isNumber);
    QFile file(index.absoluteFilePath());
    if (!isNumber || !file.open(QIODevice::ReadOnly))
        return {};
    const auto header = headerAt(file, 0);
    const QFileInfo bytes(SessionFolder::bytesFile(folder, sequence));
    if (!header || header->sequence != sequence || !bytes.isFile())
        return {};
    const qint64 entries = qMin<qint64>(MaxEntries, file.size() / BlockSize - 1);
    return Found{*header, {file.fileName(), BlockSize}, {bytes.absoluteFilePath(), 0}, quint32(entries),
                 quint64(bytes.size()), quint64(file.size() + bytes.size())};
}

static qint64 sizeOfAll(const QFileInfoList &files)
{
    qint64 size = 0;
    for (const QFileInfo &file : files)
        size += file.size();
    return size;
}

/// Nothing where they are not whole: the records can be read without them.
static std::optional<Interpretations> choicesIn(const QString &folder)
{
    QFile file(SessionFolder::choicesFile(folder));
    const bool isThere = QFileInfo(file).isFile() && file.size() <= qint64(MaxChoices) && file.open(QIODevice::ReadOnly);
    return isThere ? readChoices(file.readAll()) : std::nullopt;
}

std::optional<LoadedSession> loadSessionFolder(const QString &folder, const Progress &goOn, QString *error)
{
    QFile header(folder + "/session"_L1);
    const auto session = header.open(QIODevice::ReadOnly) ? readSessionHeader(header.read(BlockSize)) : std::nullopt;
    if (!session) {
        *error = openError(folder, translated(QT_TRANSLATE_NOOP("SessionLoad", "its header is damaged.")));
        return {};
    }
    const QFileInfoList indexes = SessionFolder::segmentFiles(folder, "index"_L1);
    Loader loader(sizeOfAll(indexes + SessionFolder::segmentFiles(folder, "bytes"_L1)), goOn);
    for (const QFileInfo &index : indexes) {
        if (!loader.goesOn())
            return {};
        if (!loader.add(findSegment(folder, index)))
            break;
    }
    LoadedSession loaded = loader.finish(session->startTime);
    loaded.interpretations = choicesIn(folder);
    return loaded;
}

/// The section that begins at this place of a saved session; of one that is cut off, what is there.
static std::optional<Found> findSection(QFile &file, qint64 at, const std::shared_ptr<HeldFile> &held)
{
    const auto header = headerAt(file, at);
    if (!header)
        return {};
    const qint64 indexAt = at + BlockSize;
    const qint64 entries = qMin<qint64>(header->entries, (file.size() - indexAt) / BlockSize);
    const qint64 bytesAt = indexAt + qint64(header->entries) * BlockSize;
    const qint64 bytes = qBound<qint64>(0, file.size() - bytesAt, qint64(header->bytes));
    const quint64 size = (quint64(header->entries) + 1) * BlockSize + header->bytes;
    return Found{*header, {file.fileName(), indexAt, held}, {file.fileName(), bytesAt, held}, quint32(entries),
                 quint64(bytes), size};
}

static std::optional<SessionHeader> openSession(QFile &file, QString *error)
{
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
        const QString reason = file.error() == QFile::NoError
            ? translated(QT_TRANSLATE_NOOP("SessionLoad", "there is no such file.")) : file.errorString();
        *error = openError(file.fileName(), reason);
        return {};
    }
    const QByteArray block = file.read(BlockSize);
    const auto header = readSessionHeader(block);
    if (!header) {
        *error = openError(file.fileName(), isOtherVersion(block)
            ? translated(QT_TRANSLATE_NOOP("SessionLoad", "another version of OnePort wrote it."))
            : translated(QT_TRANSLATE_NOOP("SessionLoad", "it is no saved session, or its beginning is damaged.")));
    }
    return header;
}

/// Behind the header. The bytes are there before memory is taken for them.
static std::optional<Interpretations> readChoicesOf(QFile &file, quint32 size, QString *error)
{
    const bool isThere = file.size() - BlockSize >= qint64(size) && file.seek(BlockSize);
    const auto choices = isThere ? readChoices(file.read(size)) : std::nullopt;
    if (!choices) {
        *error = openError(file.fileName(),
                           translated(QT_TRANSLATE_NOOP("SessionLoad", "what it says of its framing and encoding is damaged.")));
    }
    return choices;
}

std::optional<LoadedSession> loadSessionFile(const QString &path, const Progress &goOn, QString *error)
{
    QFile file(path);
    const auto session = openSession(file, error);
    if (!session)
        return {};
    const auto choices = session->choices > 0 ? readChoicesOf(file, session->choices, error) : std::nullopt;
    if (session->choices > 0 && !choices)
        return {};
    const auto held = std::make_shared<HeldFile>(path);
    if (!held->open()) {
        *error = openError(path, held->problem());
        return {};
    }
    const qint64 front = BlockSize + qint64(session->choices);
    Loader loader(file.size() - front, goOn);
    for (quint32 section = 0; section < session->sections; ++section) {
        if (!loader.goesOn())
            return {};
        if (!loader.add(findSection(file, front + qint64(loader.goodSize()), held)))
            break;
    }
    LoadedSession loaded = loader.finish(session->startTime);
    loaded.interpretations = choices;
    return loaded;
}
