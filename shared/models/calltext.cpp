#include "calltext.h"

#include "escapes.h"
#include "messagereader.h"
#include "utfcodec.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShownBytes = 32; // of what was sent or received

QString translated(const char *text)
{
    return QCoreApplication::translate("CallText", text);
}

QString nameOf(SocketId socket)
{
    return socket == ListenerId ? u"listener"_s : u"#%1"_s.arg(socket);
}

/// What a row's text is made of.
struct Told
{
    SocketId socket;
    StoredRecord record;
    Record event;   // for what is no read or write
    QString target; // host and port as asked for, of a connection that we made

    QString name() const { return nameOf(socket); }
    const Record::Details &more() const { return event.more(); }
};

QString familyOf(const QHostAddress &address)
{
    const bool isV4 = address.protocol() == QHostAddress(QHostAddress::LocalHost).protocol();
    return isV4 ? u"AF_INET"_s : u"AF_INET6"_s;
}

/// Of a target such as `127.0.0.1:80` and `[::1]:80`.
QString familyOf(const QString &target)
{
    return target.startsWith(u'[') ? u"AF_INET6"_s : u"AF_INET"_s;
}

QString socketCall(const Told &told)
{
    const Endpoint &local = told.more().local;
    const QString family = local.isKnown() ? familyOf(local.address) : familyOf(told.target);
    return u"socket(%1, SOCK_STREAM, IPPROTO_TCP)"_s.arg(family);
}

CallText option(const Told &told, QLatin1StringView level, QLatin1StringView name, QLatin1StringView value)
{
    return {u"setsockopt(%1, %2, %3, %4)"_s.arg(told.name(), level, name, value), u"0"_s};
}

CallText listenCall(const Told &told)
{
    bool isNumber = false;
    const uint backlog = told.more().text.toUInt(&isNumber); // of other sessions it can be any text
    return {u"listen(%1, %2)"_s.arg(told.name(), isNumber ? QString::number(backlog) : u"…"_s), u"0"_s};
}

/// What a call gave, and the other end.
QString from(const QString &given, const Endpoint &endpoint)
{
    return translated(QT_TRANSLATE_NOOP("CallText", "%1, from %2")).arg(given, endpoint.toString());
}

QString quoted(QByteArrayView bytes)
{
    const bool isCut = bytes.size() > ShownBytes;
    QByteArrayView shown = bytes.first(qMin(ShownBytes, bytes.size()));
    if (isCut) // between two characters
        shown.chop(incompleteUtf8Tail(shown));
    const QString text = u'"' + encodeEscapes(shown).replace(u'"', u"\\\""_s) + u'"';
    return isCut ? text + u'…' : text;
}

QString safeTarget(const Told &told)
{
    return encodeEscapes(told.target.toUtf8());
}

QString lookUpCall(const Told &told)
{
    const qsizetype colon = told.target.lastIndexOf(u':');
    const QString host = quoted(told.target.left(colon).toUtf8());
    return u"getaddrinfo(%1, %2)"_s.arg(host, quoted(told.target.sliced(colon + 1).toUtf8()));
}

/// Why a connect or a read failed: by the system's own name where that is sure.
QString failure(const Record::Details &details)
{
    switch (details.reason) {
    case CloseReason::Refused: return u"-1, ECONNREFUSED"_s;
    case CloseReason::Reset: return u"-1, ECONNRESET"_s;
    case CloseReason::TimedOut:
        return details.local.isKnown() ? u"-1, ETIMEDOUT"_s
                                       : translated(QT_TRANSLATE_NOOP("CallText", "no answer in time"));
    case CloseReason::ClosedByUs: return translated(QT_TRANSLATE_NOOP("CallText", "given up"));
    default: return u"-1, %1"_s.arg(details.text.isEmpty() ? closeReasonText(details.reason) : details.text);
    }
}

CallText bytesCall(const Told &told, const StoreReader &reader)
{
    const bool isRead = told.record.kind == StoredRecord::Kind::Read;
    const QString bytes = quoted(reader.payload(told.record));
    const quint32 room = isRead ? qMax(ReadRoom, told.record.length) : told.record.length;
    const QString form = isRead ? u"recv(%1, %2, %3, 0)"_s : u"send(%1, %2, %3, 0)"_s;
    return {form.arg(told.name(), bytes, QString::number(room)), QString::number(told.record.length)};
}

/// One that gave no bytes.
QString receiveCall(const Told &told)
{
    return u"recv(%1, %2, 0)"_s.arg(told.name()).arg(ReadRoom);
}

/// Of the calls that an event stands for.
CallText eventCall(Call call, const Told &told)
{
    const Record::Details &more = told.more();
    switch (call) {
    case Call::Socket: return {socketCall(told), told.name()};
    case Call::SocketFailed: return {socketCall(told), u"-1, EMFILE"_s};
    case Call::ReuseAddress: return option(told, "SOL_SOCKET"_L1, "SO_REUSEADDR"_L1, "1"_L1);
    case Call::BothFamilies: return option(told, "IPPROTO_IPV6"_L1, "IPV6_V6ONLY"_L1, "0"_L1);
    case Call::NoDelay: return option(told, "IPPROTO_TCP"_L1, "TCP_NODELAY"_L1, "1"_L1);
    case Call::LingerZero: return option(told, "SOL_SOCKET"_L1, "SO_LINGER"_L1, "{1, 0}"_L1);
    case Call::Bind: return {u"bind(%1, %2)"_s.arg(told.name(), more.local.toString()), u"0"_s};
    case Call::Listen: return listenCall(told);
    case Call::Accept: return {u"accept(%1)"_s.arg(nameOf(ListenerId)), from(told.name(), more.peer)};
    case Call::LookUp: return {lookUpCall(told)};
    case Call::LookUpFailed: return {u"getaddrinfo(…)"_s, u"EAI_NONAME"_s};
    case Call::Connect: return {u"connect(%1, %2)"_s.arg(told.name(), more.peer.toString()), from(u"0"_s, more.local)};
    case Call::ConnectFailed: return {u"connect(%1, %2)"_s.arg(told.name(), safeTarget(told)), failure(more)};
    case Call::ReceiveEnd: return {receiveCall(told), translated(QT_TRANSLATE_NOOP("CallText", "0, the peer's FIN"))};
    case Call::ReceiveFailed: return {receiveCall(told), failure(more)};
    case Call::ShutdownWrite: return {u"shutdown(%1, SHUT_WR)"_s.arg(told.name()), u"0"_s};
    case Call::Close: return {u"close(%1)"_s.arg(told.name()), u"0"_s};
    case Call::None:
    case Call::Receive:
    case Call::Send: break;
    }
    return {};
}

}

CallText callText(const CallRow &row, const StoreReader &reader)
{
    const auto record = reader.at(row.record);
    if (!record)
        return {};
    if (row.call == Call::None)
        return {gapText(reader.gap(*record).value_or(StoreGap()))};
    Told told{row.socket, *record, {}, {}};
    if (record->hasBytes())
        return bytesCall(told, reader);
    const auto event = reader.event(*record);
    if (!event)
        return {};
    told.event = *event;
    if (const auto origin = reader.at(row.origin)) {
        const auto connecting = reader.event(*origin);
        told.target = connecting ? connecting->more().text : QString();
    }
    return eventCall(row.call, told);
}
