#include "endpoint.h"

using namespace Qt::StringLiterals;

Endpoint Endpoint::of(const QHostAddress &address, quint16 port)
{
    bool isIPv4 = false;
    const quint32 mapped = address.toIPv4Address(&isIPv4);
    if (isIPv4 && address.protocol() == QAbstractSocket::IPv6Protocol)
        return {QHostAddress(mapped), port};
    return {address, port};
}

QString Endpoint::addressText() const
{
    // QHostAddress writes its "any" of both families as 0.0.0.0, which is the IPv4 one alone.
    return address.protocol() == QAbstractSocket::AnyIPProtocol ? u"::"_s : address.toString();
}

QString Endpoint::toString() const
{
    if (!isKnown())
        return {};
    const QString text = addressText();
    return (text.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(text).arg(port);
}

std::optional<quint16> parsePort(QStringView text)
{
    if (text.isEmpty() || text.size() > 5)
        return {};
    uint port = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return {};
        port = port * 10 + (c.unicode() - u'0');
    }
    if (port > 65535)
        return {};
    return quint16(port);
}

static std::optional<QHostAddress> parseBracketed(QStringView text)
{
    QHostAddress address;
    if (!address.setAddress(text.toString()) || address.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    // Qt's "any" listens on IPv4 and IPv6 with one socket where the system can.
    if (address == QHostAddress(QHostAddress::AnyIPv6))
        return QHostAddress(QHostAddress::Any);
    return address;
}

static std::optional<QHostAddress> parseIPv4(QStringView text)
{
    if (text == u'*')
        return QHostAddress(QHostAddress::AnyIPv4);
    if (text == "localhost"_L1)
        return QHostAddress(QHostAddress::LocalHost);
    QHostAddress address;
    // QHostAddress takes "127.1", "1" and octal "010.0.0.1"; what someone typed is four decimal parts, or a mistake.
    if (!address.setAddress(text.toString()) || address.protocol() != QAbstractSocket::IPv4Protocol
        || address.toString() != text)
        return {};
    return address;
}

std::optional<Endpoint> parseListenEndpoint(QStringView text)
{
    std::optional<QHostAddress> address = QHostAddress(QHostAddress::LocalHost);
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon >= 0) {
        const QStringView host = text.first(colon);
        const bool bracketed = host.size() > 2 && host.startsWith(u'[') && host.endsWith(u']');
        address = bracketed ? parseBracketed(host.sliced(1).chopped(1)) : parseIPv4(host);
    }
    const auto port = parsePort(text.sliced(colon + 1));
    if (!address || !port)
        return {};
    return Endpoint{*address, *port};
}
