#include "recordcodec.h"

#include "text.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace RecordCodec {

// event    = kind 1, reason 1, problem 1, local, peer, bytesIn 8, bytesOut 8, unsentMessages 8, unsentBytes 8, text
// local, peer = port 2, family 1, address: none (family 0: unknown, 1: every one), 4 bytes (4), 16 bytes and scope (6)
// text, scope = length 2, UTF-8
//
// A kind's number is its place in this list, which only grows at its end.
static constexpr std::array kinds{
    Record::Kind::Listening, Record::Kind::Accepted, Record::Kind::Connecting, Record::Kind::Connected,
    Record::Kind::Unsent, Record::Kind::PeerFinished, Record::Kind::WeFinished, Record::Kind::Closed,
    Record::Kind::Error, Record::Kind::Stopped};
static_assert(kinds.size() + 2 == size_t(Record::Kind::Stopped) + 1, "All but received and sent are events");

/// A byte order mark at the front of a text is part of it.
static constexpr auto TakeMark = QStringDecoder::Flag::ConvertInitialBom;
static constexpr auto LastReason = CloseReason::Error;
static constexpr auto LastProblem = ConnectProblem::OutOfDescriptors;
static_assert(int(CloseReason::PeerClosed) == 1 && int(CloseReason::TlsFailed) == 9 && int(LastReason) == 10
                  && int(LastProblem) == 3,
              "These numbers are written into sessions and keep their meaning");

enum Family : quint8 { Unknown = 0, Every = 1, IPv4 = 4, IPv6 = 6 };

namespace {

class Writer
{
public:
    template<typename T>
    void number(T value)
    {
        const T little = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    }

    void text(const QString &text, qsizetype limit)
    {
        QByteArray utf8 = text.toUtf8();
        if (utf8.size() > limit) {
            utf8.truncate(limit);
            utf8.chop(incompleteUtf8Tail(utf8));
        }
        number(quint16(utf8.size()));
        m_bytes.append(utf8);
    }

    void endpoint(const Endpoint &endpoint)
    {
        number(endpoint.port);
        switch (endpoint.address.protocol()) {
        case QAbstractSocket::UnknownNetworkLayerProtocol: return number<quint8>(Unknown);
        case QAbstractSocket::AnyIPProtocol: return number<quint8>(Every);
        case QAbstractSocket::IPv4Protocol:
            number<quint8>(IPv4);
            return number(endpoint.address.toIPv4Address());
        case QAbstractSocket::IPv6Protocol:
            number<quint8>(IPv6);
            const Q_IPV6ADDR address = endpoint.address.toIPv6Address();
            m_bytes.append(reinterpret_cast<const char *>(address.c), sizeof address.c);
            return text(endpoint.address.scopeId(), MaxScope);
        }
    }

    QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Takes fields off the front. Once one is missing or wrong it has failed, and gives zeros.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    bool isDone() const { return !m_failed && m_rest.isEmpty(); }

    QByteArrayView take(qsizetype size)
    {
        if (m_failed || m_rest.size() < size) {
            m_failed = true;
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    template<typename T>
    T number()
    {
        const QByteArrayView bytes = take(sizeof(T));
        return bytes.isEmpty() ? T(0) : qFromLittleEndian<T>(bytes.data());
    }

    template<typename T>
    T upTo(T last)
    {
        const quint8 value = number<quint8>();
        m_failed = m_failed || value > quint8(last);
        return m_failed ? T{} : T(value);
    }

    QString text(qsizetype limit)
    {
        const qsizetype size = number<quint16>();
        m_failed = m_failed || size > limit;
        const QByteArrayView utf8 = take(size);
        m_failed = m_failed || !utf8.isValidUtf8();
        return m_failed ? QString() : QString(QStringDecoder(QStringDecoder::Utf8, TakeMark)(utf8));
    }

    Endpoint endpoint()
    {
        Endpoint endpoint;
        endpoint.port = number<quint16>();
        endpoint.address = address(number<quint8>());
        return endpoint;
    }

private:
    QHostAddress address(quint8 family)
    {
        switch (family) {
        case Unknown: return {};
        case Every: return QHostAddress(QHostAddress::Any);
        case IPv4: return QHostAddress(number<quint32>());
        case IPv6: return ipv6Address();
        default: m_failed = true; return {};
        }
    }

    QHostAddress ipv6Address()
    {
        const QByteArrayView bytes = take(sizeof(Q_IPV6ADDR));
        Q_IPV6ADDR raw{};
        std::copy(bytes.cbegin(), bytes.cend(), raw.c);
        QHostAddress address(raw);
        address.setScopeId(text(MaxScope));
        return address;
    }

    QByteArrayView m_rest;
    bool m_failed = false;
};

} // namespace

QByteArray encode(const Record &record)
{
    const auto kind = std::find(kinds.begin(), kinds.end(), record.kind);
    if (kind == kinds.end())
        return {};
    const Record::Details &details = record.more();
    Writer writer;
    writer.number(quint8(kind - kinds.begin()));
    writer.number(quint8(details.reason));
    writer.number(quint8(details.problem));
    writer.endpoint(details.local);
    writer.endpoint(details.peer);
    for (const quint64 count : {details.bytesIn, details.bytesOut, details.unsentMessages, details.unsentBytes})
        writer.number(count);
    writer.text(details.text, MaxText);
    return writer.bytes();
}

std::optional<Record> decode(QByteArrayView payload, SocketId socket, qint64 time)
{
    Reader reader(payload);
    const quint8 kind = reader.upTo<quint8>(kinds.size() - 1);
    Record::Details details;
    details.reason = reader.upTo(LastReason);
    details.problem = reader.upTo(LastProblem);
    details.local = reader.endpoint();
    details.peer = reader.endpoint();
    for (quint64 *count : {&details.bytesIn, &details.bytesOut, &details.unsentMessages, &details.unsentBytes})
        *count = reader.number<quint64>();
    details.text = reader.text(MaxText);
    if (!reader.isDone())
        return {};
    Record record = Record::of(kinds[kind], socket, details);
    record.time = time;
    return record;
}

bool isClosed(QByteArrayView payload)
{
    return !payload.isEmpty() && size_t(uchar(payload.front())) < kinds.size()
        && kinds[uchar(payload.front())] == Record::Kind::Closed;
}

} // namespace RecordCodec
