#include "encoding.h"

#include "codetable.h"
#include "utfcodec.h"

#include <QAtomicPointer>
#include <QMutex>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

using Endian = Utf::Endian;
using Kind = ReadCharacter::Kind;

enum class Family : quint8 { Utf8, Utf16, Utf32, Table };

struct Entry
{
    const char *name;
    Family family = Family::Table;
    Endian endian = Endian::LittleEndian;
};

constexpr std::array Entries{
    Entry{"UTF-8", Family::Utf8}, Entry{"GB18030"}, Entry{"GBK"}, Entry{"Big5"}, Entry{"Shift_JIS"}, Entry{"EUC-JP"},
    Entry{"EUC-KR"}, Entry{"windows-949"}, Entry{"windows-874"}, Entry{"windows-1250"}, Entry{"windows-1251"},
    Entry{"windows-1252"}, Entry{"windows-1253"}, Entry{"windows-1254"}, Entry{"windows-1255"}, Entry{"windows-1256"},
    Entry{"windows-1257"}, Entry{"windows-1258"}, Entry{"ISO-8859-1"}, Entry{"ISO-8859-2"}, Entry{"ISO-8859-3"},
    Entry{"ISO-8859-4"}, Entry{"ISO-8859-5"}, Entry{"ISO-8859-6"}, Entry{"ISO-8859-7"}, Entry{"ISO-8859-8"},
    Entry{"ISO-8859-9"}, Entry{"ISO-8859-10"}, Entry{"ISO-8859-11"}, Entry{"ISO-8859-13"}, Entry{"ISO-8859-14"},
    Entry{"ISO-8859-15"}, Entry{"KOI8-R"}, Entry{"KOI8-U"}, Entry{"UTF-16LE", Family::Utf16},
    Entry{"UTF-16BE", Family::Utf16, Endian::BigEndian}, Entry{"UTF-32LE", Family::Utf32},
    Entry{"UTF-32BE", Family::Utf32, Endian::BigEndian}, Entry{"US-ASCII"},
};

struct Alias
{
    QLatin1StringView alias; ///< as plainName gives it
    QLatin1StringView name;
};

constexpr std::array Aliases{
    Alias{"gb2312"_L1, "GBK"_L1}, Alias{"euccn"_L1, "GBK"_L1}, Alias{"cp936"_L1, "GBK"_L1},
    Alias{"windows936"_L1, "GBK"_L1}, Alias{"cp950"_L1, "Big5"_L1}, Alias{"windows950"_L1, "Big5"_L1},
    Alias{"sjis"_L1, "Shift_JIS"_L1}, Alias{"cp932"_L1, "Shift_JIS"_L1}, Alias{"ms932"_L1, "Shift_JIS"_L1},
    Alias{"windows31j"_L1, "Shift_JIS"_L1}, Alias{"windows932"_L1, "Shift_JIS"_L1}, Alias{"ksc5601"_L1, "EUC-KR"_L1},
    Alias{"uhc"_L1, "windows-949"_L1}, Alias{"latin1"_L1, "ISO-8859-1"_L1}, Alias{"latin2"_L1, "ISO-8859-2"_L1},
    Alias{"latin3"_L1, "ISO-8859-3"_L1}, Alias{"latin4"_L1, "ISO-8859-4"_L1}, Alias{"latin5"_L1, "ISO-8859-9"_L1},
    Alias{"latin6"_L1, "ISO-8859-10"_L1}, Alias{"latin7"_L1, "ISO-8859-13"_L1}, Alias{"latin8"_L1, "ISO-8859-14"_L1},
    Alias{"latin9"_L1, "ISO-8859-15"_L1}, Alias{"ascii"_L1, "US-ASCII"_L1}, Alias{"tis620"_L1, "windows-874"_L1},
};

/// Without case, hyphens and the like. `cp1252` is another name of `windows-1252`.
QString plainName(QStringView name)
{
    QString plain;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            plain.append(c.toLower());
    }
    for (const auto &[alias, whole] : Aliases) {
        if (plain == alias)
            return plainName(QString(whole));
    }
    return plain.startsWith("cp"_L1) ? "windows"_L1 + plain.sliced(2) : plain;
}

std::optional<quint8> indexOf(QStringView name)
{
    const QString wanted = plainName(name);
    for (quint8 i = 0; i < Entries.size(); ++i) {
        if (plainName(QString::fromLatin1(Entries[i].name)) == wanted)
            return i;
    }
    return {};
}

/// Built when it is first asked for; takes some milliseconds.
const CodeTable &tableOf(quint8 index)
{
    static std::array<std::unique_ptr<const CodeTable>, Entries.size()> tables;
    static std::array<QAtomicPointer<const CodeTable>, Entries.size()> ready;
    static QMutex mutex; // of the tables
    if (const CodeTable *table = ready[index].loadAcquire())
        return *table;
    const QMutexLocker lock(&mutex);
    if (!tables[index])
        tables[index] = std::make_unique<const CodeTable>(Entries[index].name);
    ready[index].storeRelease(tables[index].get());
    return *tables[index];
}

/// Calls `with` with the function that reads the first character of bytes.
template <typename With>
auto withReader(quint8 index, With with)
{
    const Endian endian = Entries[index].endian;
    switch (Entries[index].family) {
    case Family::Utf8: return with([](QByteArrayView bytes) { return Utf::firstOf8(bytes); });
    case Family::Utf16: return with([endian](QByteArrayView bytes) { return Utf::firstOf16(bytes, endian); });
    case Family::Utf32: return with([endian](QByteArrayView bytes) { return Utf::firstOf32(bytes, endian); });
    case Family::Table: break;
    }
    return with([&table = tableOf(index)](QByteArrayView bytes) { return table.first(bytes); });
}

/// QString::fromUtf8 takes a byte order mark off; here it is what was sent, and stays.
DecodedText decodeUtf8(QByteArrayView bytes)
{
    const QString text = QString::fromUtf8(bytes);
    return {bytes.startsWith("\xEF\xBB\xBF") ? QChar(QChar::ByteOrderMark) + text : text, bytes.isValidUtf8()};
}

template <typename Reader>
DecodedText decodeEach(QByteArrayView bytes, qsizetype unit, const Reader &reader)
{
    DecodedText decoded;
    decoded.text.resize(bytes.size()); // no character has more units than bytes
    QChar *out = decoded.text.data();
    while (!bytes.isEmpty()) {
        const ReadCharacter read = reader(bytes);
        decoded.valid &= read.kind == Kind::Whole;
        const qsizetype size = read.kind == Kind::Cut ? qMin(unit, bytes.size()) : qsizetype(read.size);
        if (read.kind == Kind::Whole) {
            for (const char16_t c : QChar::fromUcs4(read.codePoint))
                *out++ = c;
        } else {
            out = std::fill_n(out, qMax<qsizetype>(1, size / unit), QChar(QChar::ReplacementCharacter));
        }
        bytes = bytes.sliced(size);
    }
    decoded.text.truncate(out - decoded.text.constData());
    return decoded;
}

}

std::optional<Encoding> Encoding::parse(QStringView name)
{
    const auto index = indexOf(name);
    if (!index || !Encoding(*index).isAvailable())
        return {};
    return Encoding(*index);
}

QString Encoding::canonicalName(QStringView name)
{
    const auto index = indexOf(name);
    return index ? Encoding(*index).name() : QString();
}

QList<Encoding> Encoding::available()
{
    static const QList<Encoding> found = [] {
        QList<Encoding> list;
        for (quint8 i = 0; i < Entries.size(); ++i) {
            if (Encoding(i).isAvailable())
                list.append(Encoding(i));
        }
        return list;
    }();
    return found;
}

bool Encoding::isAvailable() const
{
    const auto &[name, family, endian] = Entries[m_index];
    return family != Family::Table || CodeTable::isKnown(name);
}

QString Encoding::name() const
{
    return QString::fromLatin1(Entries[m_index].name);
}

int Encoding::unitSize() const
{
    const Family family = Entries[m_index].family;
    return family == Family::Utf16 ? 2 : family == Family::Utf32 ? 4 : 1;
}

ReadCharacter Encoding::first(QByteArrayView bytes) const
{
    return withReader(m_index, [bytes](const auto &reader) { return reader(bytes); });
}

DecodedText Encoding::decode(QByteArrayView bytes) const
{
    if (Entries[m_index].family == Family::Utf8)
        return decodeUtf8(bytes);
    return withReader(m_index, [&](const auto &reader) { return decodeEach(bytes, unitSize(), reader); });
}

bool Encoding::isValid(QByteArrayView bytes) const
{
    if (Entries[m_index].family == Family::Utf8)
        return bytes.isValidUtf8();
    return withReader(m_index, [bytes](const auto &reader) {
        for (QByteArrayView rest = bytes; !rest.isEmpty();) {
            const ReadCharacter read = reader(rest);
            if (read.kind != Kind::Whole)
                return false;
            rest = rest.sliced(read.size);
        }
        return true;
    });
}

std::optional<QByteArray> Encoding::encode(QStringView text, qsizetype *badAt) const
{
    const Entry &entry = Entries[m_index];
    if (entry.family == Family::Table)
        return tableOf(m_index).encode(text, badAt);
    if (const qsizetype lone = Utf::loneSurrogate(text); lone >= 0) {
        if (badAt)
            *badAt = lone;
        return {};
    }
    return entry.family == Family::Utf8    ? text.toUtf8()
           : entry.family == Family::Utf16 ? Utf::encode16(text, entry.endian)
                                           : Utf::encode32(text, entry.endian);
}

qsizetype Encoding::incompleteTail(QByteArrayView bytes) const
{
    if (Entries[m_index].family == Family::Utf8)
        return incompleteUtf8Tail(bytes);
    return withReader(m_index, [bytes](const auto &reader) {
        for (QByteArrayView rest = bytes; !rest.isEmpty();) {
            const ReadCharacter read = reader(rest);
            if (read.kind == Kind::Cut)
                return rest.size();
            rest = rest.sliced(read.size);
        }
        return qsizetype(0);
    });
}
