#include "lineending.h"

using namespace Qt::StringLiterals;

QList<LineEnding> lineEndings()
{
    return {LineEnding::Framing, LineEnding::None, LineEnding::Lf, LineEnding::CrLf, LineEnding::Cr, LineEnding::Nul};
}

QByteArray lineEndingBytes(LineEnding ending)
{
    switch (ending) {
    case LineEnding::Framing:
    case LineEnding::None: return {};
    case LineEnding::Lf: return "\n"_ba;
    case LineEnding::CrLf: return "\r\n"_ba;
    case LineEnding::Cr: return "\r"_ba;
    case LineEnding::Nul: return QByteArray(1, '\0');
    }
    Q_UNREACHABLE();
    return {};
}

QString lineEndingName(const QByteArray &bytes)
{
    if (bytes == "\n")
        return u"LF"_s;
    if (bytes == "\r\n")
        return u"CR LF"_s;
    if (bytes == "\r")
        return u"CR"_s;
    if (bytes == QByteArrayView("\0", 1))
        return u"NUL"_s;
    return QString::fromLatin1(bytes.toHex(' ').toUpper());
}

QLatin1StringView lineEndingWord(LineEnding ending)
{
    switch (ending) {
    case LineEnding::Framing: return "framing"_L1;
    case LineEnding::None: return "none"_L1;
    case LineEnding::Lf: return "lf"_L1;
    case LineEnding::CrLf: return "crlf"_L1;
    case LineEnding::Cr: return "cr"_L1;
    case LineEnding::Nul: return "nul"_L1;
    }
    Q_UNREACHABLE();
    return ""_L1;
}

std::optional<LineEnding> parseLineEnding(QStringView word)
{
    for (const LineEnding ending : lineEndings()) {
        if (lineEndingWord(ending) == word)
            return ending;
    }
    return {};
}
