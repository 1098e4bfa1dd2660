#include "sessionchoices.h"

#include "crc32.h"
#include "indexentry.h"

#include <QtEndian>

#include <algorithm>

// By the byte:
//
//     message limit 4    number of interpretations 4, the usual one first, and each:
//         framing: length 2, word    encoding: length 2, name    number of sockets 4, sockets 4 each
//     CRC of all before it 4

namespace SessionFormat {

static constexpr qsizetype MaxFramingWord = 2048; // bytes; the longest delimiter in escapes is about half of it
static constexpr qsizetype MaxEncodingName = 64;

namespace {

/// Takes numbers and words off the front of bytes, until something is missing.
class Input
{
public:
    explicit Input(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    quint32 number()
    {
        const QByteArrayView taken = take(sizeof(quint32));
        return taken.isEmpty() ? 0 : qFromLittleEndian<quint32>(taken.data());
    }
    /// Latin letters, digits and signs only.
    QString word(qsizetype most);
    /// Of four bytes each; nothing when they are not all there.
    QList<SocketId> sockets(quint32 count);
    bool isGood() const { return m_good; }
    bool isAtEnd() const { return m_good && m_bytes.isEmpty(); }

private:
    QByteArrayView take(qsizetype size)
    {
        m_good = m_good && size <= m_bytes.size();
        if (!m_good)
            return {};
        const QByteArrayView taken = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return taken;
    }

    QByteArrayView m_bytes;
    bool m_good = true;
};

QString Input::word(qsizetype most)
{
    const QByteArrayView length = take(sizeof(quint16));
    const qsizetype size = length.isEmpty() ? 0 : qFromLittleEndian<quint16>(length.data());
    m_good = m_good && size <= most;
    const QByteArrayView bytes = take(size);
    m_good = m_good && std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= ' ' && byte <= '~'; });
    return QString::fromLatin1(bytes);
}

QList<SocketId> Input::sockets(quint32 count)
{
    QList<SocketId> ids;
    const QByteArrayView bytes = take(qsizetype(count) * qsizetype(sizeof(quint32)));
    for (qsizetype at = 0; at < bytes.size(); at += qsizetype(sizeof(quint32)))
        ids.append(qFromLittleEndian<quint32>(bytes.data() + at));
    return ids;
}

} // namespace

static void put(QByteArray &bytes, quint32 number)
{
    const quint32 little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

static void putWord(QByteArray &bytes, const QString &word)
{
    const QByteArray letters = word.toLatin1();
    const quint16 little = qToLittleEndian(quint16(letters.size()));
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    bytes.append(letters);
}

static void put(QByteArray &bytes, const Interpretation &reading, const QList<SocketId> &sockets)
{
    putWord(bytes, reading.framing.word());
    putWord(bytes, reading.encoding.name());
    put(bytes, quint32(sockets.size()));
    for (const SocketId socket : sockets)
        put(bytes, quint32(socket));
}

QByteArray write(const Interpretations &choices)
{
    QList<std::pair<Interpretation, QList<SocketId>>> groups{{choices.usual, {}}};
    QList<SocketId> ids = choices.own.keys();
    std::sort(ids.begin(), ids.end());
    for (const SocketId id : std::as_const(ids)) {
        const Interpretation &own = choices.of(id);
        const auto isIt = [&own](const auto &group) { return group.first == own; };
        const auto found = std::find_if(groups.begin() + 1, groups.end(), isIt);
        if (found != groups.end())
            found->second.append(id);
        else
            groups.append({own, {id}});
    }
    QByteArray bytes;
    put(bytes, quint32(choices.messageLimit));
    put(bytes, quint32(groups.size()));
    for (const auto &[reading, sockets] : std::as_const(groups))
        put(bytes, reading, sockets);
    put(bytes, crc32(bytes));
    const bool fits = groups.size() <= qsizetype(MaxInterpretations) && bytes.size() <= qsizetype(MaxChoices);
    return fits ? bytes : QByteArray();
}

static std::optional<Interpretation> readInterpretation(Input &input)
{
    const auto framing = parseFraming(input.word(MaxFramingWord));
    const QString name = input.word(MaxEncodingName);
    if (!input.isGood() || !framing || Encoding::canonicalName(name).isEmpty())
        return {};
    return Interpretation{*framing, Encoding::parse(name).value_or(Encoding())};
}

static bool isWhole(QByteArrayView part)
{
    constexpr qsizetype crcSize = sizeof(quint32);
    return part.size() > crcSize && part.size() <= qsizetype(MaxChoices)
        && qFromLittleEndian<quint32>(part.last(crcSize).data()) == crc32(part.chopped(crcSize));
}

std::optional<Interpretations> readChoices(QByteArrayView part)
{
    if (!isWhole(part))
        return {};
    Input input(part.chopped(sizeof(quint32)));
    Interpretations choices;
    const quint32 limit = input.number();
    const quint32 count = input.number();
    if (limit < Framer::MinLimit || limit > MaxMessageLimit || count < 1 || count > MaxInterpretations)
        return {};
    choices.messageLimit = qsizetype(limit);
    for (quint32 i = 0; i < count; ++i) {
        const auto reading = readInterpretation(input);
        const QList<SocketId> sockets = input.sockets(input.number());
        if (!reading || !input.isGood() || sockets.isEmpty() != (i == 0))
            return {};
        if (i == 0)
            choices.usual = *reading;
        for (const SocketId socket : sockets) {
            if (socket == ListenerId || choices.own.contains(socket))
                return {};
            choices.own.insert(socket, *reading);
        }
    }
    return input.isAtEnd() ? std::optional(choices) : std::nullopt;
}

} // namespace SessionFormat
