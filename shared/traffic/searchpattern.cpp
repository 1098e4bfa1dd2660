#include "searchpattern.h"

#include "hexinput.h"

#include <QCoreApplication>

#include <algorithm>

static QString say(const char *text)
{
    return QCoreApplication::translate("SearchPattern", text);
}

/// Whether only bytes that are letters without accents stand for this text in every case. K and S do not: U+212A and
/// U+017F are the same letters (Unicode, CaseFolding.txt).
static bool hasPlainCases(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x80 && c.toLower() != u'k' && c.toLower() != u's';
    });
}

/// Pairs of hex digits with anything blank or a comma between them.
static std::optional<QByteArray> bytesOfHex(const QString &text, QString *problem)
{
    QByteArray digits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (hexDigit(text[i]) >= 0) {
            digits.append(text[i].toLatin1());
        } else if (!text[i].isSpace() && text[i] != u',') {
            const char32_t whole = text[i].isHighSurrogate() && i + 1 < text.size()
                ? QChar::surrogateToUcs4(text[i], text[i + 1])
                : text[i].unicode();
            *problem =
                say(QT_TRANSLATE_NOOP("SearchPattern", "“%1” (character %2) is no hex digit. Write bytes as 0d 0a."))
                    .arg(QString::fromUcs4(&whole, 1))
                    .arg(i + 1);
            return {};
        }
    }
    if (digits.size() % 2 == 0)
        return QByteArray::fromHex(digits);
    *problem = say(QT_TRANSLATE_NOOP("SearchPattern", "A hex digit is missing: a byte has two. Write bytes as 0d 0a."));
    return {};
}

std::optional<SearchPattern> SearchPattern::compile(const SearchText &text, QString *problem)
{
    SearchPattern pattern;
    pattern.m_text = text;
    if (text.kind == SearchText::Kind::Hex) {
        const auto bytes = bytesOfHex(text.text, problem);
        if (!bytes)
            return {};
        pattern.m_bytes = ByteFinder(*bytes);
    } else if (text.kind == SearchText::Kind::Regex) {
        const auto none = QRegularExpression::NoPatternOption;
        pattern.m_expression = QRegularExpression(text.text, text.matchCase ? none : QRegularExpression::CaseInsensitiveOption);
        if (!pattern.m_expression.isValid()) {
            *problem = say(QT_TRANSLATE_NOOP("SearchPattern", "Not a regular expression: %1 (at character %2)"))
                           .arg(pattern.m_expression.errorString())
                           .arg(pattern.m_expression.patternErrorOffset() + 1);
            return {};
        }
        pattern.m_expression.optimize();
    } else if (text.matchCase || hasPlainCases(text.text)) {
        pattern.m_bytes = ByteFinder(text.text.toUtf8(), !text.matchCase);
    }
    return pattern;
}

bool SearchPattern::isIn(QByteArrayView wire, QByteArrayView content, bool isUtf8,
                         const std::function<QString()> &decode) const
{
    if (isHex())
        return m_bytes->indexIn(wire) >= 0;
    if (isUtf8 && m_bytes)
        return m_bytes->indexIn(content) >= 0;
    return isIn(decode());
}

bool SearchPattern::isIn(const QString &text) const
{
    m_gaveUp = false;
    switch (m_text.kind) {
    case SearchText::Kind::Plain: return text.contains(m_text.text, m_text.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    case SearchText::Kind::Regex: return matches(text);
    case SearchText::Kind::Hex: break;
    }
    return false;
}

bool SearchPattern::matches(const QString &text) const
{
    const QRegularExpressionMatch match = m_expression.match(text);
    m_gaveUp = !match.isValid(); // PCRE's limit of steps or of memory
    return match.hasMatch();
}
