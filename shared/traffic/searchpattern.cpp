#include "searchpattern.h"

#include <QCoreApplication>

#include <algorithm>

static QString say(const char *text)
{
    return QCoreApplication::translate("SearchPattern", text);
}

static bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return uchar(c) < 0x80; });
}

static constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

/// Pairs of hex digits with anything blank or a comma between them.
static std::optional<QByteArray> bytesOfHex(const QString &text)
{
    QByteArray digits;
    for (const QChar c : text) {
        const bool isDigit = (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
        if (isDigit)
            digits.append(c.toLatin1());
        else if (!c.isSpace() && c != u',')
            return {};
    }
    return digits.size() % 2 == 0 ? std::optional(QByteArray::fromHex(digits)) : std::nullopt;
}

std::optional<SearchPattern> SearchPattern::compile(const SearchText &text, QString *problem)
{
    SearchPattern pattern;
    pattern.m_text = text;
    if (text.kind == SearchText::Kind::Hex) {
        const auto bytes = bytesOfHex(text.text);
        if (!bytes) {
            *problem = say(QT_TRANSLATE_NOOP("SearchPattern", "Write bytes as pairs of hex digits: 0d 0a"));
            return {};
        }
        pattern.m_bytes = *bytes;
    } else if (text.kind == SearchText::Kind::Regex) {
        const auto none = QRegularExpression::NoPatternOption;
        pattern.m_expression = QRegularExpression(text.text, text.matchCase ? none : QRegularExpression::CaseInsensitiveOption);
        if (!pattern.m_expression.isValid()) {
            *problem = say(QT_TRANSLATE_NOOP("SearchPattern", "Not a regular expression: %1"))
                           .arg(pattern.m_expression.errorString());
            return {};
        }
        pattern.m_expression.optimize();
    } else if (text.matchCase) {
        pattern.m_bytes = text.text.toUtf8();
    } else if (isAscii(text.text.toUtf8())) {
        pattern.m_folded = text.text.toLatin1();
        std::transform(pattern.m_folded.cbegin(), pattern.m_folded.cend(), pattern.m_folded.begin(), folded);
    }
    pattern.m_matcher.setPattern(pattern.m_bytes);
    return pattern;
}

bool SearchPattern::isIn(QByteArrayView wire, QByteArrayView content, bool isUtf8,
                         const std::function<QString()> &decode) const
{
    if (m_text.kind == SearchText::Kind::Hex)
        return m_matcher.indexIn(wire) >= 0;
    if (isUtf8 && !m_bytes.isEmpty())
        return m_matcher.indexIn(content) >= 0;
    if (isUtf8 && !m_folded.isEmpty() && isAscii(content))
        return isInAscii(content);
    return isIn(decode());
}

/// Both are ASCII; the pattern is in small letters.
bool SearchPattern::isInAscii(QByteArrayView content) const
{
    const auto same = [](char in, char sought) { return folded(in) == sought; };
    return std::search(content.begin(), content.end(), m_folded.cbegin(), m_folded.cend(), same) != content.end();
}

bool SearchPattern::isIn(const QString &text) const
{
    switch (m_text.kind) {
    case SearchText::Kind::Plain: return text.contains(m_text.text, m_text.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    case SearchText::Kind::Regex: return m_expression.match(text).hasMatch();
    case SearchText::Kind::Hex: break;
    }
    return false;
}
