#include "escapes.h"
#include "framing.h"
#include "framingtext.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using Kind = Framing::Kind;

struct Word
{
    Kind kind;
    QLatin1StringView name;
    QLatin1StringView argument; // as `--help` shows it; empty: it takes none
};

constexpr std::array Words{
    Word{Kind::Lines, "lines"_L1, ""_L1},      Word{Kind::CrLf, "crlf"_L1, ""_L1},
    Word{Kind::Nul, "nul"_L1, ""_L1},          Word{Kind::Raw, "raw"_L1, ""_L1},
    Word{Kind::Delimiter, "delimiter"_L1, "TEXT"_L1}, Word{Kind::Fixed, "fixed"_L1, "N"_L1},
    Word{Kind::Length, "length"_L1, "u8|u16be|u16le|u32be|u32le"_L1}, Word{Kind::Idle, "idle"_L1, "MS"_L1}};

constexpr std::array Prefixes{LengthPrefix::U8, LengthPrefix::U16Be, LengthPrefix::U16Le, LengthPrefix::U32Be,
                              LengthPrefix::U32Le};

/// A whole number without a sign.
std::optional<quint64> parseNumber(QStringView text, quint64 most)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    bool ok = false;
    const quint64 number = text.toULongLong(&ok);
    if (!ok || !std::all_of(text.begin(), text.end(), isDigit) || number < 1 || number > most)
        return {};
    return number;
}

bool parseSize(QStringView text, Framing &framing, QString &problem)
{
    const auto size = parseNumber(text, Framing::MaxSize);
    if (!size)
        problem = badSizeText();
    framing.size = quint32(size.value_or(0));
    return size.has_value();
}

bool parseGap(QStringView text, Framing &framing, QString &problem)
{
    const auto gap = parseNumber(text, quint64(Framing::MaxGap.count()));
    if (!gap)
        problem = badGapText();
    framing.gap = std::chrono::milliseconds(gap.value_or(0));
    return gap.has_value();
}

bool parsePrefix(QStringView text, Framing &framing, QString &problem)
{
    const auto found = std::find_if(Prefixes.begin(), Prefixes.end(), [text](LengthPrefix p) { return wordOf(p) == text; });
    if (found == Prefixes.end()) {
        problem = badPrefixText();
        return false;
    }
    framing.prefix = *found;
    return true;
}

bool parseArgument(QStringView text, Framing &framing, QString &problem)
{
    switch (framing.kind) {
    case Kind::Delimiter: {
        const auto bytes = parseDelimiter(text, &problem);
        framing.delimiter = bytes.value_or(QByteArray());
        return bytes.has_value();
    }
    case Kind::Fixed: return parseSize(text, framing, problem);
    case Kind::Length: return parsePrefix(text, framing, problem);
    case Kind::Idle: return parseGap(text, framing, problem);
    case Kind::Lines:
    case Kind::CrLf:
    case Kind::Nul:
    case Kind::Raw: break;
    }
    return true;
}

const Word *wordNamed(QStringView name, bool hasArgument)
{
    const auto found = std::find_if(Words.begin(), Words.end(), [=](const Word &word) {
        return word.name == name && hasArgument != word.argument.isEmpty();
    });
    return found == Words.end() ? nullptr : &*found;
}

QString argumentOf(const Framing &framing)
{
    switch (framing.kind) {
    case Kind::Delimiter: return encodeEscapes(framing.delimiter);
    case Kind::Fixed: return QString::number(framing.size);
    case Kind::Length: return wordOf(framing.prefix);
    case Kind::Idle: return QString::number(framing.gap.count());
    case Kind::Lines:
    case Kind::CrLf:
    case Kind::Nul:
    case Kind::Raw: break;
    }
    return {};
}

}

QString wordOf(LengthPrefix prefix)
{
    switch (prefix) {
    case LengthPrefix::U8: return u"u8"_s;
    case LengthPrefix::U16Be: return u"u16be"_s;
    case LengthPrefix::U16Le: return u"u16le"_s;
    case LengthPrefix::U32Be: return u"u32be"_s;
    case LengthPrefix::U32Le: return u"u32le"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QString Framing::word() const
{
    const Word &word = Words[size_t(kind)];
    return word.argument.isEmpty() ? QString(word.name) : word.name + u':' + argumentOf(*this);
}

std::optional<QByteArray> parseDelimiter(QStringView text, QString *problem)
{
    qsizetype badAt = 0;
    const auto bytes = decodeEscapes(text, &badAt);
    const bool fits = bytes && !bytes->isEmpty() && bytes->size() <= Framing::MaxDelimiter;
    if (problem && !fits)
        *problem = bytes ? badDelimiterText() : badEscapeText(badAt);
    return fits ? bytes : std::nullopt;
}

std::optional<Framing> parseFraming(QStringView word, QString *problem)
{
    const qsizetype colon = word.indexOf(u':');
    const Word *known = wordNamed(colon < 0 ? word : word.first(colon), colon >= 0);
    if (!known) {
        if (problem)
            *problem = unknownFramingText(word.toString());
        return {};
    }
    Framing framing{known->kind};
    QString reason;
    if (parseArgument(word.sliced(colon + 1), framing, reason))
        return framing;
    if (problem)
        *problem = u"%1: %2"_s.arg(word, reason);
    return {};
}

QStringList framingWords()
{
    QStringList words;
    for (const Word &word : Words)
        words.append(word.argument.isEmpty() ? QString(word.name) : word.name + u':' + word.argument);
    return words;
}

QStringList lengthPrefixWords()
{
    QStringList words;
    for (const LengthPrefix prefix : Prefixes)
        words.append(wordOf(prefix));
    return words;
}
