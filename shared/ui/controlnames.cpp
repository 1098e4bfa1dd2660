#include "controlnames.h"

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t FirstPicture = 0x2400;
constexpr char16_t DeletePicture = 0x2421;
constexpr char16_t HairSpace = 0x200A; // keeps a name and what stands beside it apart
constexpr double NameSize = 0.8;       // of the text's size
constexpr double SpaceSize = 2;        // points; in a fixed font even a hair space has the width of a letter

constexpr std::array Names{
    "NUL"_L1, "SOH"_L1, "STX"_L1, "ETX"_L1, "EOT"_L1, "ENQ"_L1, "ACK"_L1, "BEL"_L1, "BS"_L1, "TAB"_L1, "LF"_L1,
    "VT"_L1,  "FF"_L1,  "CR"_L1,  "SO"_L1,  "SI"_L1,  "DLE"_L1, "DC1"_L1, "DC2"_L1, "DC3"_L1, "DC4"_L1, "NAK"_L1,
    "SYN"_L1, "ETB"_L1, "CAN"_L1, "EM"_L1,  "SUB"_L1, "ESC"_L1, "FS"_L1,  "GS"_L1,  "RS"_L1,  "US"_L1};

QLatin1StringView nameOf(QChar c)
{
    if (c.unicode() == DeletePicture)
        return "DEL"_L1;
    const int control = c.unicode() - FirstPicture;
    return control >= 0 && control < int(Names.size()) ? Names[size_t(control)] : QLatin1StringView();
}

QTextCharFormat nameFormat(const QFont &font, const QColor &color)
{
    QColor tint = color;
    tint.setAlphaF(0.18f);
    QTextCharFormat format;
    format.setForeground(color);
    format.setBackground(tint);
    format.setFontPointSize(font.pointSizeF() * NameSize);
    return format;
}

/// `⟨U+202E⟩` stands for a character that has no picture: how long it is, or 0.
int spelledAt(const QString &text, qsizetype at)
{
    constexpr int Length = 8;
    const QStringView part = QStringView(text).sliced(at, qMin<qsizetype>(Length, text.size() - at));
    return part.size() == Length && part.startsWith(u"⟨U+"_s) && part.endsWith(u'⟩') ? Length : 0;
}

QTextCharFormat spaceFormat()
{
    QTextCharFormat format;
    format.setFontPointSize(SpaceSize);
    return format;
}

QTextCharFormat coloured(const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

}

NamedText nameControls(const QString &text, const QFont &font, const QColor &color)
{
    NamedText named;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QLatin1StringView name = nameOf(c);
        const int start = int(named.text.size());
        if (c == QChar::ReplacementCharacter)
            named.formats.append({start, 1, coloured(color)});
        if (const int spelled = spelledAt(text, i))
            named.formats.append({start, spelled, nameFormat(font, color)});
        if (name.isEmpty()) {
            named.text.append(c);
            continue;
        }
        named.text.append(name);
        named.formats.append({start, int(name.size()), nameFormat(font, color)});
        named.formats.append({int(named.text.size()), 1, spaceFormat()});
        named.text.append(QChar(HairSpace));
    }
    return named;
}

QList<QTextLayout::FormatRange> NamedText::formatsOf(const QString &cut) const
{
    QList<QTextLayout::FormatRange> kept;
    const bool isCut = cut.size() < text.size() || cut != text;
    const int end = int(cut.size()) - (isCut ? 1 : 0); // the ellipsis is nobody's
    for (QTextLayout::FormatRange range : formats) {
        range.length = qMin(range.length, end - range.start);
        if (range.length > 0)
            kept.append(range);
    }
    return kept;
}
