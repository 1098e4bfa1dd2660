#include "hexinput.h"

#include "text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

static constexpr qsizetype MaxNamed = 8; // characters of what is wrong

int hexDigit(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit >= u'0' && unit <= u'9')
        return unit - u'0';
    if (unit >= u'a' && unit <= u'f')
        return unit - u'a' + 10;
    return unit >= u'A' && unit <= u'F' ? unit - u'A' + 10 : -1;
}

static bool isDivider(QChar c)
{
    return c.isSpace() || c == u',' || c == u':' || c == u';' || c == u'-';
}

ParsedInput HexInput::parse()
{
    m_parsed.bytes.reserve(m_text.size() / 2);
    while (m_at < m_text.size() && m_parsed.problems.size() < ParsedInput::MaxProblems)
        step();
    return std::move(m_parsed);
}

void HexInput::step()
{
    if (isDivider(m_text[m_at]))
        ++m_at;
    else if (hasPrefix())
        readPrefix();
    else if (digitAt(m_at) >= 0)
        readByte();
    else
        markForeign();
}

int HexInput::digitAt(qsizetype at) const
{
    return at < m_text.size() ? hexDigit(m_text[at]) : -1;
}

bool HexInput::hasPrefix() const
{
    if (m_at + 1 >= m_text.size())
        return false;
    const bool x = m_text[m_at + 1] == u'x' || m_text[m_at + 1] == u'X';
    return x && (m_text[m_at] == u'0' || m_text[m_at] == u'\\');
}

void HexInput::readPrefix()
{
    const qsizetype start = m_at;
    m_at += 2;
    if (digitAt(m_at) >= 0)
        return;
    const QString sentence = QCoreApplication::translate("ByteInput", "Two hex digits must follow %1.");
    m_parsed.problems.append({start, 2, sentence.arg(m_text.sliced(start, 2))});
}

void HexInput::readByte()
{
    const int low = digitAt(m_at + 1);
    if (low < 0) {
        readOddDigit();
        return;
    }
    m_parsed.bytes.append(char(digitAt(m_at) << 4 | low));
    m_at += 2;
}

/// Where something foreign stands in the place of its second digit, that is to blame.
void HexInput::readOddDigit()
{
    const qsizetype start = m_at++;
    if (m_at < m_text.size() && !isDivider(m_text[m_at]) && !hasPrefix())
        return;
    const QString sentence =
        QCoreApplication::translate("ByteInput", "A digit is missing beside %1: write two for each byte, as in 0%1.");
    m_parsed.problems.append({start, 1, sentence.arg(m_text[start])});
}

/// A stretch of what is neither digit nor divider is one problem, whether it stands for a byte's first digit or not.
void HexInput::markForeign()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && !isDivider(m_text[m_at]) && digitAt(m_at) < 0 && (m_at == start || !hasPrefix()))
        ++m_at;
    const QString sentence = QCoreApplication::translate("ByteInput", "“%1” is not hex: only the digits 0–9 and A–F are.");
    const qsizetype length = m_at - start;
    m_parsed.problems.append({start, length, sentence.arg(visibleText(m_text.sliced(start, length), MaxNamed))});
    if (digitAt(m_at) >= 0 && digitAt(m_at + 1) < 0 && !hasPrefix())
        ++m_at;
}
