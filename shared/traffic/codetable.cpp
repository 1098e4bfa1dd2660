#include "codetable.h"

#include "codepage.h"

#include <QList>
#include <QString>
#include <QStringDecoder>
#include <QStringEncoder>
#include <QThreadStorage>

#include <algorithm>
#include <cstring>
#include <unordered_map>

using Kind = ReadCharacter::Kind;

namespace {

// What a table holds besides code points.
constexpr char32_t Bad = 0x110000;
constexpr char32_t BadPair = 0x110001; ///< the second byte is bad too
constexpr char32_t Longer = 0x110002;  ///< more bytes are needed

constexpr uchar FirstBeyondAscii = 0x80;

constexpr const char *Ascii = "US-ASCII";

bool isAscii(QChar c)
{
    return c.unicode() < FirstBeyondAscii;
}

bool isMark(char32_t codePoint)
{
    return codePoint == QChar::ReplacementCharacter || codePoint == 0x1A;
}

/// Microsoft's tables, and ICU's after them, read bytes that mean nothing as characters of the private use area. (Pairs
/// that are read so are the user-defined characters of that encoding.)
bool isPrivate(char32_t codePoint)
{
    return codePoint >= 0xE000 && codePoint <= 0xF8FF;
}

/// The only sequence that the decoders here turn into U+FFFD and mean it: GB18030.
bool meansReplacement(QByteArrayView bytes)
{
    return bytes == QByteArrayView("\x84\x31\xA4\x37");
}

/// Qt's decoder, or the system's own where Qt has none.
class Decoder
{
public:
    explicit Decoder(const char *name)
        : m_qt(name)
        , m_page(m_qt.isValid() ? 0 : CodePage::of(name))
    {
    }

    bool isValid() const { return m_qt.isValid() || m_page; }

    /// As the first bytes of all.
    QString decode(QByteArrayView bytes)
    {
        if (m_page)
            return CodePage::decode(m_page, bytes);
        m_qt.resetState();
        return m_qt.decode(bytes);
    }

private:
    QStringDecoder m_qt;
    unsigned m_page;
};

/// What the decoder makes of these bytes when they come first.
char32_t ask(Decoder &decoder, QByteArrayView bytes)
{
    const QString text = decoder.decode(bytes);
    if (text.isEmpty())
        return Longer;
    const QList<uint> codePoints = text.toUcs4();
    if (codePoints.size() == 1 && (!isMark(codePoints.front()) || meansReplacement(bytes)))
        return codePoints.front();
    return codePoints.size() == 1 && codePoints.front() == QChar::ReplacementCharacter ? BadPair : Bad;
}

/// The one of this thread: making one takes longer than using it. Not `thread_local`: the C++ library of MinGW frees the
/// memory of such objects before it destroys them.
Decoder &decoderOfThread(const char *name)
{
    static QThreadStorage<std::unordered_map<const char *, Decoder>> decoders;
    return decoders.localData().try_emplace(name, name).first->second;
}

}

bool CodeTable::isKnown(const char *name)
{
    return std::strcmp(name, Ascii) == 0 || Decoder(name).isValid();
}

CodeTable::CodeTable(const char *name)
    : m_name(name)
{
    m_bytes.fill(Bad);
    for (char32_t c = 0; c < FirstBeyondAscii; ++c)
        m_bytes[c] = c;
    if (std::strcmp(name, Ascii) != 0)
        askForBytes();
}

void CodeTable::askForBytes()
{
    Decoder decoder(m_name);
    if (!decoder.isValid())
        return;
    for (int byte = FirstBeyondAscii; byte < 256; ++byte) {
        const char raw = char(byte);
        const char32_t found = ask(decoder, {&raw, 1});
        m_bytes[byte] = found == BadPair || isPrivate(found) ? Bad : found;
        if (found == Longer)
            askForPairs(uchar(byte));
    }
}

void CodeTable::askForPairs(uchar lead)
{
    Decoder decoder(m_name);
    Row row;
    for (int trail = 0; trail < 256; ++trail) {
        const char pair[] = {char(lead), char(trail)};
        const char32_t found = ask(decoder, {pair, 2});
        // A byte that is ASCII is never taken along.
        row[trail] = found == BadPair && trail < FirstBeyondAscii ? Bad : found;
    }
    m_rowOf[lead] = int(m_rows.size());
    m_rows.push_back(row);
}

ReadCharacter CodeTable::first(QByteArrayView bytes) const
{
    const uchar lead = uchar(bytes.front());
    const char32_t alone = m_bytes[lead];
    if (alone == Bad)
        return {Kind::Bad, 1};
    if (alone != Longer)
        return {Kind::Whole, 1, alone};
    if (bytes.size() == 1)
        return {Kind::Cut, 1};
    const char32_t both = m_rows[size_t(m_rowOf[lead])][uchar(bytes[1])];
    if (both == Longer)
        return askForMore(bytes);
    if (both == Bad || both == BadPair)
        return {Kind::Bad, quint8(both == Bad ? 1 : 2)};
    return {Kind::Whole, 2, both};
}

/// Three bytes (EUC-JP) or four (GB18030) are too many for a table.
ReadCharacter CodeTable::askForMore(QByteArrayView bytes) const
{
    constexpr qsizetype longest = 4;
    Decoder &decoder = decoderOfThread(m_name);
    for (qsizetype size = 3; size <= qMin(longest, bytes.size()); ++size) {
        const char32_t found = ask(decoder, bytes.first(size));
        if (found == Bad || found == BadPair)
            return {Kind::Bad, 1};
        if (found != Longer)
            return {Kind::Whole, quint8(size), found};
    }
    return bytes.size() < longest ? ReadCharacter{Kind::Cut, quint8(bytes.size())} : ReadCharacter{Kind::Bad, 1};
}

std::optional<QByteArray> CodeTable::encode(QStringView text, qsizetype *badAt) const
{
    const QByteArray bytes = encoded(text);
    if (readsAs(bytes, text))
        return bytes;
    if (badAt)
        *badAt = firstUnencodable(text);
    return {};
}

/// What Qt's encoder writes, or the system's own, which put other characters for those that they lack. ASCII is itself:
/// some of ICU's tables exchange control characters.
QByteArray CodeTable::encoded(QStringView text) const
{
    QStringEncoder encoder(m_name);
    const unsigned page = encoder.isValid() ? 0 : CodePage::of(m_name);
    QByteArray bytes;
    bytes.reserve(text.size() * 2);
    while (!text.isEmpty()) {
        const auto split = std::find_if(text.cbegin(), text.cend(), [ascii = isAscii(text.front())](QChar c) {
            return isAscii(c) != ascii;
        });
        const QStringView run = text.first(split - text.cbegin());
        if (isAscii(run.front()))
            bytes.append(run.toLatin1());
        else if (encoder.isValid())
            bytes.append(QByteArray(encoder.encode(run)));
        else if (page)
            bytes.append(CodePage::encode(page, run));
        text = text.sliced(run.size());
    }
    return bytes;
}

bool CodeTable::readsAs(QByteArrayView bytes, QStringView text) const
{
    while (!bytes.isEmpty() && !text.isEmpty()) {
        const ReadCharacter read = first(bytes);
        const auto wanted = QChar::fromUcs4(read.codePoint);
        if (read.kind != Kind::Whole || !text.startsWith(QStringView(wanted)))
            return false;
        bytes = bytes.sliced(read.size);
        text = text.sliced(QStringView(wanted).size());
    }
    return bytes.isEmpty() && text.isEmpty();
}

qsizetype CodeTable::firstUnencodable(QStringView text) const
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype size = text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        const QStringView character = text.sliced(at, size);
        if (!readsAs(encoded(character), character))
            break;
        at += size;
    }
    return at;
}
