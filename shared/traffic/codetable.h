#pragma once

#include "readcharacter.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <array>
#include <optional>
#include <vector>

/// An encoding in which bytes below 80 are ASCII and others, alone or in groups of up to four, are characters. Qt's
/// decoder, or the system's own, is asked once what every byte and every pair means; after that bad bytes are known for sure, however that
/// decoder marks them (ICU's takes U+FFFD, or U+001A, which is a character too). Nothing changes once it is built; any
/// thread.
class CodeTable final
{
public:
    /// Whether there is a decoder for it here; `US-ASCII` needs none.
    static bool isKnown(const char *name);
    /// The name is a known one.
    explicit CodeTable(const char *name);

    /// `bytes` has at least one. A pair that is well formed and has no character is bad as a whole; in other cases it
    /// is the first byte that is, and the next one is looked at anew.
    ReadCharacter first(QByteArrayView bytes) const;
    /// The bytes that `first` reads as this text again; nothing where there are none, with the position of the first
    /// character that can't be written.
    std::optional<QByteArray> encode(QStringView text, qsizetype *badAt) const;

private:
    using Row = std::array<char32_t, 256>;

    void askForBytes();
    void askForPairs(uchar lead);
    ReadCharacter askForMore(QByteArrayView bytes) const;
    QByteArray encoded(QStringView text) const;
    bool readsAs(QByteArrayView bytes, QStringView text) const;
    qsizetype firstUnencodable(QStringView text) const;

    const char *m_name;
    Row m_bytes;
    std::array<int, 256> m_rowOf{}; // index into m_rows where m_bytes says Longer
    std::vector<Row> m_rows;        // what the second byte makes of it
};
