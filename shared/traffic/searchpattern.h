#pragma once

#include "bytefinder.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <optional>

/// What one looks for, as it was typed. A value.
struct SearchText
{
    enum class Kind : quint8 {
        Plain,
        Regex, ///< a Perl-compatible regular expression
        Hex,   ///< bytes: `0d 0a`
    };
    Kind kind = Kind::Plain;
    QString text;
    bool matchCase = false;

    bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const SearchText &, const SearchText &) = default;
};

/// The same, ready to look with. Cheap to copy; one thread each.
class SearchPattern
{
public:
    /// Nothing when the text is no regular expression or not hex; `problem` then says what is wrong, translated.
    static std::optional<SearchPattern> compile(const SearchText &text, QString *problem);

    /// Whether a message holds it. `wire`: its bytes with terminator and prefix, `content` those without; `decode` gives
    /// the text, and is called only where the bytes alone can't tell. `isUtf8`: the encoding is UTF-8, so that text can be
    /// looked for as bytes.
    bool isIn(QByteArrayView wire, QByteArrayView content, bool isUtf8, const std::function<QString()> &decode) const;
    bool isIn(const QString &text) const;
    /// The last look into a text took the expression too long: it may be in there or not.
    bool gaveUp() const { return m_gaveUp; }

    /// Finds bytes that every UTF-8 message that holds it has, and no other; nothing when bytes alone don't tell.
    const std::optional<ByteFinder> &bytes() const { return m_bytes; }
    bool isHex() const { return m_text.kind == SearchText::Kind::Hex; }

private:
    bool matches(const QString &text) const;

    SearchText m_text;
    std::optional<ByteFinder> m_bytes;
    QRegularExpression m_expression;
    mutable bool m_gaveUp = false;
};
