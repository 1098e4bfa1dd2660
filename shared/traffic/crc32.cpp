#include "crc32.h"

#include <QtEndian>

#include <array>

namespace {

using Tables = std::array<std::array<quint32, 256>, 8>;

/// Table 0 advances by one byte, table n by a byte that n more bytes follow: eight bytes are taken in one step.
constexpr Tables makeTables()
{
    Tables tables{};
    for (quint32 byte = 0; byte < 256; ++byte) {
        quint32 crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320U : crc >> 1;
        tables[0][byte] = crc;
    }
    for (size_t table = 1; table < tables.size(); ++table) {
        for (size_t byte = 0; byte < 256; ++byte) {
            const quint32 before = tables[table - 1][byte];
            tables[table][byte] = (before >> 8) ^ tables[0][before & 0xFF];
        }
    }
    return tables;
}

constexpr Tables tables = makeTables();

quint32 eightBytes(quint32 crc, const char *at)
{
    const quint32 low = qFromLittleEndian<quint32>(at) ^ crc;
    const quint32 high = qFromLittleEndian<quint32>(at + 4);
    return tables[7][low & 0xFF] ^ tables[6][(low >> 8) & 0xFF]
         ^ tables[5][(low >> 16) & 0xFF] ^ tables[4][low >> 24]
         ^ tables[3][high & 0xFF] ^ tables[2][(high >> 8) & 0xFF]
         ^ tables[1][(high >> 16) & 0xFF] ^ tables[0][high >> 24];
}

} // namespace

quint32 crc32(QByteArrayView bytes)
{
    quint32 crc = ~0U;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    for (; end - at >= 8; at += 8)
        crc = eightBytes(crc, at);
    for (; at != end; ++at)
        crc = (crc >> 8) ^ tables[0][(crc ^ uchar(*at)) & 0xFF];
    return ~crc;
}
