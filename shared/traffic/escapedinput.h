#pragma once

#include "byteinput.h"

/// Reads text with or without escapes: a part of `parseInput`.
class EscapedInput final
{
public:
    EscapedInput(InputForm form, QStringView text, const TextEncoder &encode)
        : m_form(form)
        , m_text(text)
        , m_encode(encode)
    {
    }
    ParsedInput parse();

private:
    /// A stretch of the text in hand and where it was typed. An escape stands for all of its characters at once.
    struct Origin
    {
        qsizetype at;
        qsizetype position;
        qsizetype escapeLength; // 0: typed as it is
    };

    void readPlain(qsizetype end);
    void readEscape();
    void readPacketSender(QChar kind);
    void readC(QChar kind);
    void readHexByte();
    void readOctal();
    void readCodePoint(qsizetype digits);

    void addCharacter(char32_t character, qsizetype escapeLength);
    void addByte(uint byte, qsizetype escapeLength);
    void addProblem(qsizetype length, const QString &sentence);
    void encodePending();
    void markUnwritable();
    qsizetype hexDigits(qsizetype from, qsizetype most) const;
    uint hexNumber(qsizetype from, qsizetype digits) const;

    const InputForm m_form;
    const QStringView m_text;
    const TextEncoder &m_encode;
    qsizetype m_at = 0;
    QString m_pending; // text that is to be encoded as one: an encoding can have a state
    QList<Origin> m_origins;
    ParsedInput m_parsed;
};
