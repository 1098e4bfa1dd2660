#include "machineaddresses.h"

#include <QNetworkInterface>

#include <algorithm>

using namespace Qt::StringLiterals;

QList<QHostAddress> machineAddresses()
{
    QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    addresses.removeIf([](const QHostAddress &address) { return address.isLoopback() || address.isLinkLocal(); });
    std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    return addresses;
}

std::optional<QHostAddress> parseAddress(QStringView typed)
{
    const QStringView text = typed.trimmed();
    if (text.isEmpty())
        return {};
    const bool bare = text.contains(u':') && !text.startsWith(u'[');
    const QString host = bare ? u"[%1]"_s.arg(text) : text.toString();
    const auto endpoint = parseListenEndpoint(host + u":0"_s);
    return endpoint ? std::optional(endpoint->address) : std::nullopt;
}

QString addressText(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::AnyIPProtocol ? u"::"_s : address.toString();
}

bool isEveryInterface(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

QList<Endpoint> reachableEndpoints(const Endpoint &listening)
{
    if (listening.address.isLoopback())
        return {};
    if (!isEveryInterface(listening.address))
        return {listening};
    const bool onlyIPv4 = listening.address.protocol() == QAbstractSocket::IPv4Protocol;
    QList<Endpoint> endpoints;
    for (const QHostAddress &address : machineAddresses()) {
        if (!onlyIPv4 || address.protocol() == QAbstractSocket::IPv4Protocol)
            endpoints.append({address, listening.port});
    }
    return endpoints;
}

QString hostForClient(const Endpoint &listening)
{
    if (isEveryInterface(listening.address))
        return u"127.0.0.1"_s;
    return listening.address.toString();
}
