#pragma once

#include "record.h"
#include "segmentlist.h"
#include "sessionload.h"

#include <QByteArrayView>
#include <QMutex>
#include <QStringList>

#include <atomic>
#include <span>

class SessionFolder;
class StoreWriter;

/// What is wrong with a store right now, and what it cost so far.
struct StoreTrouble
{
    QString text;            ///< what the system said, "No space left on device"; empty while all is well
    quint64 lostRecords = 0; ///< in the whole session, for want of room
    quint64 lostBytes = 0;   ///< what was read or written and could not be kept

    friend bool operator==(const StoreTrouble &, const StoreTrouble &) = default;
};

/// Everything that happened on the sockets of one window, in files: each read, each write, each event. Append-only; only
/// the oldest go, when the disk limit is reached. Any thread; kept by std::shared_ptr. A StoreReader looks into it.
///
/// What is appended waits in a small buffer until that is full or `flush` is called: then it can be read, and outlives
/// the program. Where the disk fails, appending goes on without waiting; what could not be kept is counted, and a gap record
/// tells of it where it is missing.
class TrafficStore final
{
public:
    static constexpr qint64 DefaultDiskLimit = Q_INT64_C(4) * 1024 * 1024 * 1024; ///< bytes of all its files

    /// A new session in a folder of its own under `parent`, for the owner alone. Null, and a sentence, when it can't be.
    static std::shared_ptr<TrafficStore> create(const QString &parent, qint64 diskLimit, QString *error);
    /// A saved session, or the folder of one whose program is gone, read-only. Reads and checks all of it, however long
    /// that takes. Null and a sentence when it can't be opened; null and no sentence when `goOn` gave up.
    static std::shared_ptr<TrafficStore> open(const QString &path, QString *error, const Progress &goOn = {});
    /// The folders of sessions with records whose program is gone, the oldest first.
    static QStringList abandoned(const QString &parent);

    ~TrafficStore();
    Q_DISABLE_COPY_MOVE(TrafficStore)

    /// Times are nanoseconds since 1970-01-01T00:00Z. A read of more than 1 MiB becomes several records.
    void appendRead(SocketId socket, QByteArrayView bytes, qint64 time);
    void appendWrite(SocketId socket, QByteArrayView bytes, qint64 time);
    /// A piece of what was read or written. The bytes are lent.
    struct Traffic
    {
        StoredRecord::Kind kind;
        SocketId socket;
        QByteArrayView bytes;
        qint64 time; ///< nanoseconds since 1970-01-01T00:00Z
    };
    /// Many in one go.
    void append(std::span<const Traffic> traffic);
    /// Something that was read or written is about to be appended; off: it was. Several threads can say so.
    void setOnTheWay(bool on) { m_onTheWay += on ? 1 : -1; }
    /// Everything but messages. At the record's own time (milliseconds), unless a finer one is given (nanoseconds).
    void appendEvent(const Record &record, qint64 time = -1);
    /// What was appended so far can be read from now on. To be called at display rate.
    void flush();
    /// Whether all that was appended, or is about to be, can be read; may wait for the disk.
    bool isFlushed() const;

    /// What can be read is [first, end). Cheap.
    RecordNumber firstNumber() const { return m_segments.first(); }
    RecordNumber endNumber() const { return m_segments.end(); }
    quint64 goneRecords() const { return m_segments.first(); }   ///< recycled because of the disk limit
    quint64 goneBytes() const { return m_segments.goneBytes(); } ///< what was read and written in those

    StoreTrouble trouble() const; ///< never waits for the disk
    bool isReadOnly() const { return !m_writer; }
    qint64 startTime() const { return m_startTime; } ///< when the session began, in nanoseconds
    bool isTorn() const { return m_torn; } ///< an opened session that ended before what its files promise
    quint64 tornBytes() const { return m_tornBytes; } ///< in its files, behind that end
    bool isUnreadable() const { return m_unreadable; } ///< a part of it can't be read any more: its files became shorter
    QString folder() const; ///< where the files are; empty for a saved session

    /// How the bytes are read, to be kept with a saved session and in the folder of one that is being recorded. Nothing until
    /// someone said it.
    void setInterpretations(const Interpretations &interpretations);
    std::optional<Interpretations> interpretations() const;

    /// Writes what can be read as one file; what was there stays until that is whole. False and a sentence when it can't
    /// be; false and no sentence when `goOn` gave up. Blocks as long as it takes, but nobody who appends.
    bool saveAs(const QString &file, const Progress &goOn, QString *error) const;

    /// Whether the folder goes when the store does. It goes for a new session, it stays for one that was opened.
    void discardOnClose();
    void keepOnClose();

    /// For StoreReader: it could not read a part.
    void noteUnreadable() const { m_unreadable = true; }
    /// For StoreReader: the segment with this record, or null.
    std::shared_ptr<const Segment> segmentWith(RecordNumber number) const { return m_segments.holding(number); }

private:
    TrafficStore();
    void appendLocked(const Traffic &traffic);
    void noteTrouble();

    std::unique_ptr<SessionFolder> m_folder; // goes last, and its files with it
    qint64 m_startTime = 0;
    bool m_torn = false;
    quint64 m_tornBytes = 0;
    mutable std::atomic<bool> m_unreadable{false};
    SegmentList m_segments;
    mutable QMutex m_mutex; // of m_writer, and of what becomes of the folder
    std::unique_ptr<StoreWriter> m_writer;
    std::atomic<int> m_onTheWay = 0;
    mutable QMutex m_troubleMutex; // who wants to write m_trouble holds both
    StoreTrouble m_trouble;
    mutable QMutex m_interpretationsMutex;
    std::optional<Interpretations> m_interpretations;
};
