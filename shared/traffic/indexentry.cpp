#include "indexentry.h"

#include "crc32.h"
#include "sessionchoices.h"

#include <QtEndian>

#include <algorithm>

namespace SessionFormat {

// An index entry, by the byte:
//
//     0 time 8    8 offset 8    16 place 4    20 length 4    24 socket 4    28 delta to previous 4    32 ordinal 4
//     36 CRC of the payload 4    40 kind 1    41 zeros 3    44 CRC of bytes 0 to 43

static constexpr qsizetype CrcAt = BlockSize - 4;
static constexpr QByteArrayView SessionMagic{"\x89ONEP\r\n\x1a", 8};
static constexpr QByteArrayView SegmentMagic{"\x89OPSEG\r\n", 8};
static constexpr RecordNumber MaxFirst = RecordNumber(1) << 62; // numbers after it can be counted without overflow

template<typename T>
static void put(Block &block, qsizetype at, T value)
{
    qToLittleEndian<T>(value, block.data() + at);
}

template<typename T>
static T get(const char *block, qsizetype at)
{
    return qFromLittleEndian<T>(block + at);
}

static void seal(Block &block)
{
    put<quint32>(block, CrcAt, crc32({block.data(), CrcAt}));
}

static bool isWhole(QByteArrayView block)
{
    return block.size() == BlockSize && get<quint32>(block.data(), CrcAt) == crc32(block.first(CrcAt));
}

static bool isHeader(QByteArrayView block, QByteArrayView magic)
{
    return isWhole(block) && block.startsWith(magic);
}

static Block startHeader(QByteArrayView magic)
{
    Block block{};
    std::copy(magic.cbegin(), magic.cend(), block.begin());
    put<quint32>(block, 8, Version);
    return block;
}

Block write(const SessionHeader &header)
{
    Block block = startHeader(SessionMagic);
    put<quint32>(block, 12, header.sections);
    put<qint64>(block, 16, header.startTime);
    if (header.choices > 0) {
        put<quint32>(block, 8, VersionWithChoices);
        put<quint32>(block, 24, header.choices);
    }
    seal(block);
    return block;
}

Block write(const SegmentHeader &header)
{
    Block block = startHeader(SegmentMagic);
    put<quint32>(block, 12, header.sequence);
    put<quint64>(block, 16, header.first);
    put<quint64>(block, 24, header.trafficBefore);
    put<quint32>(block, 32, header.entries);
    put<quint64>(block, 36, header.bytes);
    seal(block);
    return block;
}

/// The distance to the record before; 0 when there is none, or when it is too far back to be written.
static quint32 deltaOf(const StoredRecord &record)
{
    if (record.previous >= record.number)
        return 0;
    const RecordNumber delta = record.number - record.previous;
    return delta > 0xFFFF'FFFF ? 0 : quint32(delta);
}

Block write(const IndexEntry &entry)
{
    const StoredRecord &record = entry.record;
    Block block{};
    put<qint64>(block, 0, record.time);
    put<quint64>(block, 8, record.offset);
    put<quint32>(block, 16, entry.place);
    put<quint32>(block, 20, record.length);
    put<quint32>(block, 24, quint32(record.socket));
    put<quint32>(block, 28, deltaOf(record));
    put<quint32>(block, 32, record.ordinal);
    put<quint32>(block, 36, entry.crc);
    put<quint8>(block, 40, quint8(record.kind));
    seal(block);
    return block;
}

std::optional<SessionHeader> readSessionHeader(QByteArrayView block)
{
    if (!isHeader(block, SessionMagic) || isOtherVersion(block))
        return {};
    SessionHeader header{get<quint32>(block.data(), 12), get<qint64>(block.data(), 16)};
    if (get<quint32>(block.data(), 8) == VersionWithChoices) {
        header.choices = get<quint32>(block.data(), 24);
        if (header.choices < 1 || header.choices > MaxChoices)
            return {};
    }
    if (header.sections > MaxSections || header.startTime < 0)
        return {};
    return header;
}

std::optional<SegmentHeader> readSegmentHeader(QByteArrayView block)
{
    if (!isHeader(block, SegmentMagic) || get<quint32>(block.data(), 8) != Version)
        return {};
    const char *at = block.data();
    const SegmentHeader header{get<quint32>(at, 12), get<quint64>(at, 16), get<quint64>(at, 24),
                               get<quint32>(at, 32), get<quint64>(at, 36)};
    if (header.first > MaxFirst || header.entries > MaxEntries || header.bytes > quint64(header.entries) * MaxPayload)
        return {};
    return header;
}

std::optional<IndexEntry> readEntry(QByteArrayView block, RecordNumber number)
{
    return isWhole(block) ? readCheckedEntry(block.data(), number) : std::nullopt;
}

std::optional<IndexEntry> readCheckedEntry(const char *block, RecordNumber number)
{
    const quint8 kind = get<quint8>(block, 40);
    const quint32 delta = get<quint32>(block, 28);
    IndexEntry entry;
    entry.place = get<quint32>(block, 16);
    entry.crc = get<quint32>(block, 36);
    StoredRecord &record = entry.record;
    record.number = number;
    record.previous = delta == 0 ? NoRecord : number - delta;
    record.time = get<qint64>(block, 0);
    record.socket = get<quint32>(block, 24);
    record.offset = get<quint64>(block, 8);
    record.length = get<quint32>(block, 20);
    record.ordinal = get<quint32>(block, 32);
    record.kind = StoredRecord::Kind(kind);
    if (kind > quint8(StoredRecord::Kind::Gap) || delta > number || record.length > MaxPayload || record.time < 0)
        return {};
    return entry;
}

bool isOtherVersion(QByteArrayView block)
{
    if (block.size() != BlockSize || !block.startsWith(SessionMagic))
        return false;
    const auto version = get<quint32>(block.data(), 8);
    return version != Version && version != VersionWithChoices;
}

std::array<char, 16> write(const StoreGap &gap)
{
    std::array<char, 16> payload{};
    qToLittleEndian<quint64>(gap.lostRecords, payload.data());
    qToLittleEndian<quint64>(gap.lostBytes, payload.data() + 8);
    return payload;
}

std::optional<StoreGap> readGap(QByteArrayView payload)
{
    if (payload.size() != 16)
        return {};
    return StoreGap{get<quint64>(payload.data(), 0), get<quint64>(payload.data(), 8)};
}

} // namespace SessionFormat
