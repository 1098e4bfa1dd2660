#include "escapedinput.h"

#include "hexinput.h"
#include "text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr uint LastOctal = 0377;
constexpr qsizetype OctalDigits = 3;
constexpr qsizetype MaxQuoted = 12; // characters

QString sentence(const char *text)
{
    return QCoreApplication::translate("ByteInput", text);
}

/// What a letter behind a backslash stands for in C; 0 for none.
char16_t simpleEscape(QChar kind)
{
    switch (kind.unicode()) {
    case u'n': return u'\n';
    case u'r': return u'\r';
    case u't': return u'\t';
    case u'a': return u'\a';
    case u'b': return u'\b';
    case u'f': return u'\f';
    case u'v': return u'\v';
    case u'e': return u'\u001B';
    case u'\\':
    case u'\'':
    case u'"': return kind.unicode();
    default: return 0;
    }
}

bool isOctal(QChar c)
{
    return c >= u'0' && c <= u'7';
}

/// How many UTF-16 units the character at the front has.
qsizetype unitsOf(QStringView text)
{
    return text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate() ? 2 : 1;
}

/// `U+0416 (Ж)`; what can't be shown has its number alone.
QString nameOf(QStringView character)
{
    const bool pair = character.size() == 2;
    const char32_t number = pair ? QChar::surrogateToUcs4(character[0], character[1]) : character[0].unicode();
    const QString name = u"U+"_s + QString::number(uint(number), 16).toUpper().rightJustified(4, u'0');
    return QChar::isPrint(number) ? u"%1 (%2)"_s.arg(name, visibleText(character)) : name;
}

}

ParsedInput EscapedInput::parse()
{
    while (m_at < m_text.size() && m_parsed.problems.size() < ParsedInput::MaxProblems) {
        const qsizetype backslash = m_form == InputForm::Text ? -1 : m_text.indexOf(u'\\', m_at);
        readPlain(backslash < 0 ? m_text.size() : backslash);
        if (backslash >= 0)
            readEscape();
    }
    encodePending();
    return std::move(m_parsed);
}

void EscapedInput::readPlain(qsizetype end)
{
    if (end == m_at)
        return;
    m_origins.append({m_pending.size(), m_at, 0});
    m_pending.append(m_text.sliced(m_at, end - m_at));
    m_at = end;
}

void EscapedInput::readEscape()
{
    if (m_at + 1 == m_text.size()) {
        addProblem(1, sentence(QT_TRANSLATE_NOOP("ByteInput", "A lone backslash: write \\\\ for a backslash.")));
        return;
    }
    const QChar kind = m_text[m_at + 1];
    if (m_form == InputForm::PacketSender)
        readPacketSender(kind);
    else
        readC(kind);
}

void EscapedInput::readPacketSender(QChar kind)
{
    if (kind == u'n' || kind == u'r' || kind == u't' || kind == u'\\') {
        addCharacter(simpleEscape(kind), 2);
        return;
    }
    const qsizetype digits = hexDigits(m_at + 1, 2);
    if (digits == 2)
        addByte(hexNumber(m_at + 1, 2), 3);
    else
        addProblem(1 + digits,
                   sentence(QT_TRANSLATE_NOOP("ByteInput", "Two hex digits, as in \\0D; \\\\ for a backslash.")));
}

void EscapedInput::readC(QChar kind)
{
    if (const char16_t simple = simpleEscape(kind)) {
        addCharacter(simple, 2);
        return;
    }
    if (isOctal(kind))
        readOctal();
    else if (kind == u'x')
        readHexByte();
    else if (kind == u'u')
        readCodePoint(4);
    else if (kind == u'U')
        readCodePoint(8);
    else
        addProblem(1 + unitsOf(m_text.sliced(m_at + 1)),
                   sentence(QT_TRANSLATE_NOOP("ByteInput", "No such escape: write \\\\ for a backslash.")));
}

void EscapedInput::readHexByte()
{
    const qsizetype digits = hexDigits(m_at + 2, 2);
    if (digits == 2)
        addByte(hexNumber(m_at + 2, 2), 4);
    else
        addProblem(2 + digits, sentence(QT_TRANSLATE_NOOP("ByteInput", "\\x takes two hex digits, as in \\x0A.")));
}

void EscapedInput::readOctal()
{
    qsizetype digits = 0;
    uint value = 0;
    for (qsizetype at = m_at + 1; digits < OctalDigits && at < m_text.size() && isOctal(m_text[at]); ++at, ++digits)
        value = value * 8 + uint(m_text[at].unicode() - u'0');
    if (value <= LastOctal)
        addByte(value, 1 + digits);
    else
        addProblem(1 + digits, sentence(QT_TRANSLATE_NOOP("ByteInput", "An octal byte goes up to \\377.")));
}

void EscapedInput::readCodePoint(qsizetype digits)
{
    const qsizetype found = hexDigits(m_at + 2, digits);
    if (found < digits) {
        const char *four = QT_TRANSLATE_NOOP("ByteInput", "\\u takes four hex digits, as in \\u00E9.");
        const char *eight = QT_TRANSLATE_NOOP("ByteInput", "\\U takes eight hex digits, as in \\U0001F600.");
        addProblem(2 + found, sentence(digits == 4 ? four : eight));
        return;
    }
    const uint number = hexNumber(m_at + 2, digits);
    if (number <= QChar::LastValidCodePoint)
        addCharacter(number, 2 + digits);
    else
        addProblem(2 + digits, sentence(QT_TRANSLATE_NOOP("ByteInput", "The last character is \\U0010FFFF.")));
}

void EscapedInput::addCharacter(char32_t character, qsizetype escapeLength)
{
    m_origins.append({m_pending.size(), m_at, escapeLength});
    m_pending.append(QChar::fromUcs4(character));
    m_at += escapeLength;
}

void EscapedInput::addByte(uint byte, qsizetype escapeLength)
{
    encodePending();
    m_parsed.bytes.append(char(byte));
    m_at += escapeLength;
}

void EscapedInput::addProblem(qsizetype length, const QString &sentence)
{
    encodePending();
    if (m_parsed.problems.size() < ParsedInput::MaxProblems)
        m_parsed.problems.append({m_at, length, sentence});
    m_at += length;
}

void EscapedInput::encodePending()
{
    if (m_pending.isEmpty())
        return;
    if (const auto bytes = m_encode(m_pending))
        m_parsed.bytes.append(*bytes);
    else
        markUnwritable();
    m_pending.clear();
    m_origins.clear();
}

/// Looks for the characters that the encoder can't write, one by one. When each can be but all together can't, they are
/// the problem.
void EscapedInput::markUnwritable()
{
    const QString why = sentence(QT_TRANSLATE_NOOP("ByteInput", "%1 can't be written in this encoding."));
    const qsizetype before = m_parsed.problems.size();
    qsizetype origin = 0;
    qsizetype units = 0;
    for (qsizetype at = 0; at < m_pending.size() && m_parsed.problems.size() < ParsedInput::MaxProblems; at += units) {
        const QStringView rest = QStringView(m_pending).sliced(at);
        units = unitsOf(rest);
        while (origin + 1 < m_origins.size() && m_origins[origin + 1].at <= at)
            ++origin;
        if (m_encode(rest.first(units)))
            continue;
        const Origin &from = m_origins[origin];
        const bool typed = from.escapeLength == 0;
        m_parsed.problems.append({typed ? from.position + at - from.at : from.position,
                                  typed ? units : from.escapeLength, why.arg(nameOf(rest.first(units)))});
    }
    const qsizetype start = m_origins.constFirst().position;
    if (m_parsed.problems.size() == before && before < ParsedInput::MaxProblems)
        m_parsed.problems.append({start, m_at - start, why.arg(visibleText(m_pending, MaxQuoted))});
}

qsizetype EscapedInput::hexDigits(qsizetype from, qsizetype most) const
{
    qsizetype digits = 0;
    while (digits < most && from + digits < m_text.size() && hexDigit(m_text[from + digits]) >= 0)
        ++digits;
    return digits;
}

uint EscapedInput::hexNumber(qsizetype from, qsizetype digits) const
{
    uint number = 0;
    for (const QChar digit : m_text.sliced(from, digits))
        number = number << 4 | uint(hexDigit(digit));
    return number;
}
