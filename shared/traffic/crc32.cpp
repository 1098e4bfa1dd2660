#include "crc32.h"

#include <QtEndian>

#include <array>

#if defined(__x86_64__) && defined(__GNUC__)
#define ONEPORT_CRC_BY_FOLDING
#include <immintrin.h>
#endif

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

/// Goes on from a remainder, without the inversions at both ends.
quint32 byTables(quint32 crc, QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    for (; end - at >= 8; at += 8)
        crc = eightBytes(crc, at);
    for (; at != end; ++at)
        crc = (crc >> 8) ^ tables[0][(crc ^ uchar(*at)) & 0xFF];
    return crc;
}

#ifdef ONEPORT_CRC_BY_FOLDING

constexpr qsizetype Lane = 16;       // bytes of a register
constexpr qsizetype Block = 4 * Lane; // what is folded in one step

/// The remainder, reflected, of x to this power divided by the polynomial; one bit up, as the product of two reflected
/// numbers is one bit down.
constexpr quint64 powerOfX(int exponent)
{
    quint32 remainder = 0x80000000U; // x to the power of 0
    for (int i = 0; i < exponent; ++i)
        remainder = remainder & 1 ? (remainder >> 1) ^ 0xEDB88320U : remainder >> 1;
    return quint64(remainder) << 1;
}

/// What a register is multiplied by to stand this many bits further on: its low half by the one, its high half by the other.
template <int Bits> __m128i factors()
{
    constexpr quint64 low = powerOfX(Bits + 32);
    constexpr quint64 high = powerOfX(Bits - 32);
    return _mm_set_epi64x(qint64(high), qint64(low));
}

__attribute__((target("pclmul"))) __m128i moved(__m128i lane, __m128i by)
{
    return _mm_xor_si128(_mm_clmulepi64_si128(lane, by, 0x00), _mm_clmulepi64_si128(lane, by, 0x11));
}

__m128i laneAt(const char *at)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
}

/// Four registers are moved over the next 64 bytes at a time by carry-less multiplication and added to these, until one
/// is left, which the tables reduce. See V. Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ
/// Instruction", Intel 2009. At least a block.
__attribute__((target("pclmul"))) quint32 byFolding(quint32 crc, QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    __m128i lanes[]{laneAt(at), laneAt(at + Lane), laneAt(at + 2 * Lane), laneAt(at + 3 * Lane)};
    lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi32_si128(int(crc)));
    const __m128i overBlock = factors<int(Block) * 8>();
    for (at += Block; end - at >= Block; at += Block) {
        for (int i = 0; i < 4; ++i)
            lanes[i] = _mm_xor_si128(moved(lanes[i], overBlock), laneAt(at + i * Lane));
    }
    const __m128i overLane = factors<int(Lane) * 8>();
    __m128i one = lanes[0];
    for (int i = 1; i < 4; ++i)
        one = _mm_xor_si128(moved(one, overLane), lanes[i]);
    for (; end - at >= Lane; at += Lane)
        one = _mm_xor_si128(moved(one, overLane), laneAt(at));
    std::array<char, size_t(Lane)> rest;
    _mm_storeu_si128(reinterpret_cast<__m128i *>(rest.data()), one);
    return byTables(byTables(0, rest), {at, end});
}

bool canFold()
{
    static const bool can = __builtin_cpu_supports("pclmul");
    return can;
}

#endif

} // namespace

quint32 crc32(QByteArrayView bytes)
{
#ifdef ONEPORT_CRC_BY_FOLDING
    if (bytes.size() >= Block && canFold())
        return ~byFolding(~0U, bytes);
#endif
    return ~byTables(~0U, bytes);
}
