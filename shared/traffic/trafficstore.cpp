#include "trafficstore.h"

#include "recordcodec.h"
#include "sessionchoices.h"
#include "sessionfolder.h"
#include "sessionsave.h"
#include "storewriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMutexLocker>

static constexpr qint64 NanosecondsPerMillisecond = 1'000'000;

TrafficStore::TrafficStore() = default;

TrafficStore::~TrafficStore()
{
    flush();
}

std::shared_ptr<TrafficStore> TrafficStore::create(const QString &parent, qint64 diskLimit, QString *error)
{
    std::shared_ptr<TrafficStore> store(new TrafficStore);
    store->m_folder = SessionFolder::create(parent, error);
    if (!store->m_folder)
        return {};
    store->m_startTime = store->m_folder->startTime();
    const auto limit = quint64(qMax<qint64>(0, diskLimit));
    store->m_writer = std::make_unique<StoreWriter>(store->folder(), limit, &store->m_segments);
    QString problem;
    if (store->m_writer->open(&problem))
        return store;
    *error = QCoreApplication::translate("TrafficStore", "The session can't be recorded: %1").arg(problem);
    store->m_writer.reset();
    return {};
}

std::shared_ptr<TrafficStore> TrafficStore::open(const QString &path, QString *error, const Progress &goOn)
{
    std::shared_ptr<TrafficStore> store(new TrafficStore);
    const bool isFolder = QFileInfo(path).isDir();
    if (isFolder)
        store->m_folder = SessionFolder::adopt(path, error);
    if (isFolder && !store->m_folder)
        return {};
    const auto loaded = isFolder ? loadSessionFolder(store->folder(), goOn, error) : loadSessionFile(path, goOn, error);
    if (!loaded)
        return {};
    store->m_startTime = loaded->startTime;
    store->m_torn = loaded->torn;
    store->m_tornBytes = loaded->tornBytes;
    store->m_interpretations = loaded->interpretations;
    for (const SegmentPointer &segment : loaded->segments)
        store->m_segments.add(segment);
    return store;
}

QStringList TrafficStore::abandoned(const QString &parent)
{
    return SessionFolder::abandoned(parent);
}

void TrafficStore::appendRead(SocketId socket, QByteArrayView bytes, qint64 time)
{
    const Traffic read{StoredRecord::Kind::Read, socket, bytes, time};
    append({&read, 1});
}

void TrafficStore::appendWrite(SocketId socket, QByteArrayView bytes, qint64 time)
{
    const Traffic written{StoredRecord::Kind::Write, socket, bytes, time};
    append({&written, 1});
}

void TrafficStore::append(std::span<const Traffic> traffic)
{
    const QMutexLocker lock(&m_mutex);
    Q_ASSERT(m_writer);
    for (const Traffic &one : traffic)
        appendLocked(one);
    noteTrouble();
}

void TrafficStore::appendLocked(const Traffic &traffic)
{
    const auto &[kind, socket, bytes, time] = traffic;
    constexpr qsizetype most = SessionFormat::MaxPayload;
    for (qsizetype at = 0; at < bytes.size(); at += most)
        m_writer->appendBytes(kind, socket, bytes.sliced(at, qMin(most, bytes.size() - at)), time, at == 0);
}

void TrafficStore::appendEvent(const Record &record, qint64 time)
{
    const QByteArray payload = RecordCodec::encode(record);
    Q_ASSERT(!payload.isEmpty());
    const QMutexLocker lock(&m_mutex);
    Q_ASSERT(m_writer);
    m_writer->appendEvent(record.socket, payload, time >= 0 ? time : record.time * NanosecondsPerMillisecond);
    noteTrouble();
}

void TrafficStore::flush()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_writer)
        return;
    m_writer->flush();
    noteTrouble();
}

bool TrafficStore::isFlushed() const
{
    const QMutexLocker lock(&m_mutex);
    return m_onTheWay == 0 && (!m_writer || m_writer->isFlushed());
}

/// Kept apart from the writer, so that who asks need not wait for the disk.
void TrafficStore::noteTrouble()
{
    const StoreTrouble now{m_writer->problem(), m_writer->lost().lostRecords, m_writer->lost().lostBytes};
    if (now == m_trouble)
        return;
    const QMutexLocker lock(&m_troubleMutex);
    m_trouble = now;
}

StoreTrouble TrafficStore::trouble() const
{
    const QMutexLocker lock(&m_troubleMutex);
    return m_trouble;
}

QString TrafficStore::folder() const
{
    return m_folder ? m_folder->path() : QString();
}

void TrafficStore::setInterpretations(const Interpretations &interpretations)
{
    const QMutexLocker lock(&m_interpretationsMutex);
    if (m_interpretations == interpretations)
        return;
    m_interpretations = interpretations;
    const QByteArray choices = SessionFormat::write(interpretations);
    if (m_writer && !choices.isEmpty())
        m_folder->writeChoices(choices);
}

std::optional<Interpretations> TrafficStore::interpretations() const
{
    const QMutexLocker lock(&m_interpretationsMutex);
    return m_interpretations;
}

bool TrafficStore::saveAs(const QString &file, const Progress &goOn, QString *error) const
{
    return saveSession({.segments = m_segments.all(), .startTime = m_startTime, .interpretations = interpretations()}, file,
                       goOn, error);
}

void TrafficStore::discardOnClose()
{
    const QMutexLocker lock(&m_mutex);
    if (m_folder)
        m_folder->setRemovedOnClose(true);
}

void TrafficStore::keepOnClose()
{
    const QMutexLocker lock(&m_mutex);
    if (m_folder)
        m_folder->setRemovedOnClose(false);
}
