#pragma once

#include "storedrecord.h"

#include <QByteArrayView>

#include <array>
#include <optional>

/// The fixed-size parts of a session on disk, as docs/session-format.md describes them. All numbers are little-endian.
/// Pure functions; any thread. What they read is bounded, or it is nothing.
namespace SessionFormat {

inline constexpr quint32 Version = 1;               ///< of all but the session headers of saved sessions with choices
inline constexpr quint32 VersionWithChoices = 2;
inline constexpr qsizetype BlockSize = 48;          ///< bytes of an index entry and of each header
inline constexpr quint32 MaxPayload = 1024 * 1024;  ///< bytes of one record
inline constexpr quint32 MaxEntries = 1'048'576;    ///< records of one segment
inline constexpr quint32 MaxSections = 65'536;      ///< segments of one session
inline constexpr SocketId MaxSocket = 0xFFFF'FFFF;

using Block = std::array<char, BlockSize>;

/// At the front of a saved session, and the whole of the file `session` in a session's folder.
struct SessionHeader
{
    quint32 sections = 0;  ///< of a saved session; 0 in a folder, whose files are counted
    qint64 startTime = 0;  ///< nanoseconds since 1970-01-01T00:00Z
    quint32 choices = 0;   ///< bytes of the part that tells how its bytes were read, directly behind; 0: there is none

    friend bool operator==(const SessionHeader &, const SessionHeader &) = default;
};

/// In front of the entries of one segment.
struct SegmentHeader
{
    quint32 sequence = 0;        ///< the how-manieth segment of the session, from 0
    RecordNumber first = 0;      ///< of its first record
    quint64 trafficBefore = 0;   ///< bytes read and written in all segments before it, gone ones too
    quint32 entries = 0;         ///< in a saved session; 0 in a folder, where the files' sizes tell
    quint64 bytes = 0;           ///< of payload, in the same way

    friend bool operator==(const SegmentHeader &, const SegmentHeader &) = default;
};

/// One record in the index.
struct IndexEntry
{
    StoredRecord record;
    quint32 place = 0; ///< of the payload in the segment's bytes
    quint32 crc = 0;   ///< CRC-32 of the payload

    quint64 end() const { return quint64(place) + record.length; }
};

Block write(const SessionHeader &header);
Block write(const SegmentHeader &header);
Block write(const IndexEntry &entry);

/// Nothing unless there is a whole block with the right magic, version and CRC, and with every field in its bounds.
std::optional<SessionHeader> readSessionHeader(QByteArrayView block);
std::optional<SegmentHeader> readSegmentHeader(QByteArrayView block);
/// The entry of record `number`. Nothing when its CRC is wrong or a field is out of bounds.
std::optional<IndexEntry> readEntry(QByteArrayView block, RecordNumber number);
/// The same for an entry that was checked before: the fields' bounds alone. `block` has BlockSize bytes.
std::optional<IndexEntry> readCheckedEntry(const char *block, RecordNumber number);

/// Whether the block starts like a session of a version that this program does not know.
bool isOtherVersion(QByteArrayView block);

std::array<char, 16> write(const StoreGap &gap);
std::optional<StoreGap> readGap(QByteArrayView payload);

} // namespace SessionFormat
