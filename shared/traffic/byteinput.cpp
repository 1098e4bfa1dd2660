#include "byteinput.h"

#include "escapedinput.h"
#include "hexinput.h"

using namespace Qt::StringLiterals;

QLatin1StringView inputFormWord(InputForm form)
{
    switch (form) {
    case InputForm::Text: return "text"_L1;
    case InputForm::Escapes: return "escapes"_L1;
    case InputForm::PacketSender: return "packet-sender"_L1;
    case InputForm::Hex: return "hex"_L1;
    }
    Q_UNREACHABLE();
    return ""_L1;
}

std::optional<InputForm> parseInputForm(QStringView word)
{
    for (const auto form : {InputForm::Text, InputForm::Escapes, InputForm::PacketSender, InputForm::Hex}) {
        if (inputFormWord(form) == word)
            return form;
    }
    return {};
}

std::optional<QByteArray> encodeUtf8(QStringView text)
{
    if (!text.isValidUtf16())
        return {};
    return text.toUtf8();
}

ParsedInput parseInput(InputForm form, QStringView text, const TextEncoder &encode)
{
    ParsedInput parsed = form == InputForm::Hex ? HexInput(text).parse() : EscapedInput(form, text, encode).parse();
    if (!parsed.ok())
        parsed.bytes.clear();
    return parsed;
}
