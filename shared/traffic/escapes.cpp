#include "escapes.h"

#include "text.h"

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView EscapeLetters = u"nrtabfve\\\"'";
constexpr QByteArrayView EscapeBytes = "\n\r\t\a\b\f\v\x1B\\\"'";

class Decoder
{
public:
    explicit Decoder(QStringView text)
        : m_text(text)
    {
    }

    bool run();
    QByteArray bytes() const { return m_bytes; }
    qsizetype badAt() const { return m_badAt; }

private:
    bool readEscape();
    bool readByte(int base, qsizetype most);
    bool readUnit();
    void addByte(char byte);
    void addUnit(QChar unit);
    void flush();

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_tokenAt = 0; // where the character or escape in hand starts
    QByteArray m_bytes;
    QString m_units; // not yet in m_bytes: a surrogate may be waiting for its other half
    qsizetype m_unitsAt = 0;
    qsizetype m_badAt = -1;
};

bool Decoder::run()
{
    while (m_at < m_text.size() && m_badAt < 0) {
        m_tokenAt = m_at;
        if (m_text[m_at] != u'\\')
            addUnit(m_text[m_at++]);
        else if (!readEscape())
            m_badAt = m_tokenAt;
    }
    if (m_badAt < 0)
        flush();
    return m_badAt < 0;
}

bool Decoder::readEscape()
{
    if (++m_at == m_text.size())
        return false;
    const QChar letter = m_text[m_at];
    if (letter >= u'0' && letter <= u'7')
        return readByte(8, 3);
    ++m_at;
    if (letter == u'x')
        return readByte(16, 2);
    if (letter == u'u')
        return readUnit();
    const qsizetype known = EscapeLetters.indexOf(letter);
    if (known >= 0)
        addByte(EscapeBytes[known]);
    return known >= 0;
}

int digit(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    const char16_t lower = u | 0x20;
    return lower >= u'a' && lower <= u'f' ? lower - u'a' + 10 : 16;
}

/// As many digits as there are, up to `most`.
bool Decoder::readByte(int base, qsizetype most)
{
    const qsizetype first = m_at;
    int value = 0;
    for (; m_at < m_text.size() && m_at - first < most && digit(m_text[m_at]) < base; ++m_at)
        value = value * base + digit(m_text[m_at]);
    if (m_at == first || value > 0xFF)
        return false;
    addByte(char(value));
    return true;
}

bool Decoder::readUnit()
{
    if (m_text.size() - m_at < 4)
        return false;
    int value = 0;
    for (const QChar c : m_text.sliced(m_at, 4)) {
        if (digit(c) == 16)
            return false;
        value = value * 16 + digit(c);
    }
    m_at += 4;
    addUnit(QChar(char16_t(value)));
    return true;
}

void Decoder::addUnit(QChar unit)
{
    if (m_units.isEmpty())
        m_unitsAt = m_tokenAt;
    m_units.append(unit);
}

void Decoder::addByte(char byte)
{
    flush();
    m_bytes.append(byte);
}

void Decoder::flush()
{
    if (!m_units.isValidUtf16() && m_badAt < 0)
        m_badAt = m_unitsAt;
    m_bytes.append(std::exchange(m_units, {}).toUtf8());
}

QString escapeOf(char16_t c)
{
    switch (c) {
    case u'\n': return u"\\n"_s;
    case u'\r': return u"\\r"_s;
    case u'\t': return u"\\t"_s;
    case u'\\': return u"\\\\"_s;
    default: break;
    }
    return c < 0x80 ? u"\\x%1"_s.arg(uint(c), 2, 16, QChar(u'0')) : u"\\u%1"_s.arg(uint(c), 4, 16, QChar(u'0'));
}

}

std::optional<QByteArray> decodeEscapes(QStringView text, qsizetype *badAt)
{
    Decoder decoder(text);
    if (decoder.run())
        return decoder.bytes();
    if (badAt)
        *badAt = decoder.badAt();
    return {};
}

QString encodeEscapes(QByteArrayView bytes)
{
    QString text;
    if (!bytes.isValidUtf8()) {
        for (const char byte : bytes)
            text += uchar(byte) < 0x80 ? encodeEscapes(QByteArrayView(&byte, 1)) : u"\\x%1"_s.arg(uchar(byte), 2, 16);
        return text;
    }
    Message whole; // decoded as messages are: a byte order mark stays
    whole.wire = bytes.toByteArray();
    for (const QChar c : decodeMessage(whole).text)
        text += c == u'\\' || isUnsafeToShow(c.unicode()) ? escapeOf(c.unicode()) : QString(c);
    return text;
}
