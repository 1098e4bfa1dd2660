#include "portconflict.h"

#include "machineaddresses.h"

/// Any of IPv4, of IPv6 or of both.
static bool standsFor(const QHostAddress &all, const QHostAddress &address)
{
    if (all == QHostAddress(QHostAddress::AnyIPv4))
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    if (all == QHostAddress(QHostAddress::AnyIPv6))
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    return all == QHostAddress(QHostAddress::Any);
}

bool isSamePlace(const Endpoint &one, const Endpoint &other, const QList<QHostAddress> &own)
{
    if (one.port != other.port || one.port == 0)
        return false;
    if (one.address == other.address)
        return true;
    const auto isHere = [&own](const QHostAddress &address) {
        return address.isLoopback() || isEveryInterface(address) || own.contains(address);
    };
    return isHere(one.address) && isHere(other.address)
        && (standsFor(one.address, other.address) || standsFor(other.address, one.address));
}
