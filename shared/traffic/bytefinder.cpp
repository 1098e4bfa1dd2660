#include "bytefinder.h"

#include <cstring>

static constexpr ptrdiff_t BlockSize = 32 * 1024;

static constexpr char small(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

static constexpr char capital(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - ('a' - 'A')) : c;
}

/// How common a byte is in what goes over sockets: text, numbers, zeros; the greater, the commoner.
static int commonness(char c)
{
    static constexpr char byRank[] = " etaoinsrhldcumfpgwybvkxjqz0123456789";
    const char *const place = c == '\0' ? byRank : std::strchr(byRank, small(c));
    if (!place)
        return c == '\n' || c == '\r' ? 20 : 1;
    const int rank = int(sizeof byRank) - int(place - byRank);
    return c == small(c) ? rank : qMax(1, rank / 4);
}

ByteFinder::ByteFinder(const QByteArray &bytes, bool folded)
    : m_bytes(bytes)
    , m_folded(folded)
{
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (folded)
            m_bytes[i] = small(m_bytes.at(i));
        if (commonness(m_bytes.at(i)) < commonness(m_bytes.at(m_rarest)))
            m_rarest = i;
    }
}

bool ByteFinder::isAt(const char *place) const
{
    if (!m_folded)
        return std::memcmp(place, m_bytes.constData(), size_t(m_bytes.size())) == 0;
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (small(place[i]) != m_bytes.at(i))
            return false;
    }
    return true;
}

/// The next place of a byte, or `end`.
static const char *find(const char *from, const char *end, char byte)
{
    const auto *found = static_cast<const char *>(std::memchr(from, byte, size_t(end - from)));
    return found ? found : end;
}

/// The first of the places [from, end) of the rarest byte around which all are; `end` when there is none.
const char *ByteFinder::firstIn(const char *from, const char *end) const
{
    const char rare = m_bytes.at(m_rarest);
    const bool two = m_folded && capital(rare) != rare;
    const char *one = find(from, end, rare);
    const char *other = two ? find(from, end, capital(rare)) : end;
    while (one != end || other != end) {
        const char *const next = qMin(one, other);
        if (isAt(next - m_rarest))
            return next;
        if (one == next)
            one = find(next + 1, end, rare);
        else
            other = find(next + 1, end, capital(rare));
    }
    return end;
}

qsizetype ByteFinder::indexIn(QByteArrayView in, qsizetype from) const
{
    if (in.size() - from < m_bytes.size())
        return -1;
    if (m_bytes.isEmpty())
        return from;
    const char *const end = in.data() + in.size() - (m_bytes.size() - 1 - m_rarest);
    // Block by block: where one of two letters never comes, it must not be looked for up to the end each time.
    for (const char *block = in.data() + from + m_rarest; block < end; block += qMin(BlockSize, end - block)) {
        const char *const blockEnd = block + qMin(BlockSize, end - block);
        const char *const found = firstIn(block, blockEnd);
        if (found != blockEnd)
            return found - m_rarest - in.data();
    }
    return -1;
}
