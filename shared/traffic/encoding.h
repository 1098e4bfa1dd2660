#pragma once

#include "readcharacter.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

struct DecodedText
{
    QString text;
    bool valid = true; ///< false: not all bytes are characters; the text has U+FFFD for those
};

/// How text is written in bytes. A value, UTF-8 unless told otherwise; any thread. Nothing is remembered from one call
/// to the next: each message starts afresh.
///
/// A byte order mark is a character like others, U+FEFF, so that the text of valid bytes tells all of them. Of what is
/// not valid each bad byte (in UTF-16 and UTF-32 each bad unit) becomes U+FFFD.
class Encoding final
{
public:
    Encoding() = default;

    /// By the name as people write it, whatever its case: `gb18030`, `cp1252`, `sjis`, `latin1`. Nothing when there is
    /// no such encoding or when there is no decoder for it here.
    static std::optional<Encoding> parse(QStringView name);
    /// How such an encoding is called here, also one that this machine lacks. Empty when there is no such encoding.
    static QString canonicalName(QStringView name);
    /// All that this machine can do (Qt, or on Windows the system), in the order in which to offer them.
    static QList<Encoding> available();

    /// `UTF-8`, `GB18030`, `windows-1252` …: the IANA register's name where it has one.
    QString name() const;
    /// 1, 2 or 4: of how many bytes every character is a multiple. Where it is not 1, a byte that looks like a line
    /// feed can be part of another character.
    int unitSize() const;

    /// What the bytes start with. There must be some. Reads a text character by character.
    ReadCharacter first(QByteArrayView bytes) const;
    DecodedText decode(QByteArrayView bytes) const;
    /// Whether all bytes are characters: decode, without the text.
    bool isValid(QByteArrayView bytes) const;
    /// Just this text, so that `decode` gives it back. Nothing when the encoding lacks one of its characters; `badAt`
    /// is where the first such one stands.
    std::optional<QByteArray> encode(QStringView text, qsizetype *badAt = nullptr) const;
    /// How many bytes at the end (0 … 3) start a character that is cut off there. `bytes` starts with a whole one.
    qsizetype incompleteTail(QByteArrayView bytes) const;

    friend bool operator==(const Encoding &, const Encoding &) = default;

private:
    explicit Encoding(quint8 index) : m_index(index) {}
    bool isAvailable() const;

    quint8 m_index = 0; // in the list of all
};
