#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

/// How what is typed stands for bytes.
///
///     Text          itself
///     Escapes       C: \n \r \t \a \b \f \v \e \\ \' \" characters, \uHHHH \UHHHHHHHH characters by number,
///                   \xHH (two digits) and \N \NN \NNN (octal) bytes
///     PacketSender  \HH bytes (two hex digits), \n \r \t \\ characters
///     Hex           pairs of hex digits in one stream, or set off by white space , : ; - and prefixed by 0x or \x
///
/// New lines that are typed are part of the text; in hex they only divide. Characters go through an encoder, escaped
/// bytes do not.
enum class InputForm : quint8 { Text, Escapes, PacketSender, Hex };

/// The word for settings: `text`, `escapes`, `packet-sender`, `hex`.
QLatin1StringView inputFormWord(InputForm form);
std::optional<InputForm> parseInputForm(QStringView word);

/// Text to bytes; empty when a character of it can't be written.
using TextEncoder = std::function<std::optional<QByteArray>(QStringView)>;
std::optional<QByteArray> encodeUtf8(QStringView text); ///< half a surrogate pair can't be written

/// The bytes that were typed, or what is wrong with them. A value.
struct ParsedInput
{
    static constexpr qsizetype MaxProblems = 100; ///< what comes behind is not looked at

    /// What is wrong at these UTF-16 units of the text, and what to write: a short translated sentence.
    struct Problem
    {
        qsizetype position;
        qsizetype length;
        QString sentence;
    };

    QByteArray bytes; ///< none when there is a problem
    QList<Problem> problems; ///< in the order of the text

    bool ok() const { return problems.isEmpty(); }
};

/// Reads what was typed, in linear time. Any thread.
ParsedInput parseInput(InputForm form, QStringView text, const TextEncoder &encode = encodeUtf8);
