#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>

/// One end of a connection: an IP address and a port. A value; any thread.
struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;

    /// As the system tells it. An IPv4 peer of a socket that serves both families comes as ::ffff:127.0.0.1 (RFC 4291,
    /// section 2.5.5.2); it is given as the IPv4 address that it is.
    static Endpoint of(const QHostAddress &address, quint16 port);

    /// `127.0.0.1:8080`, `[::1]:8080` (RFC 3986, section 3.2.2); empty when the address is unknown.
    QString toString() const;
    /// The address alone, without brackets: `127.0.0.1`, `::1`; `::` for every address of both families.
    QString addressText() const;
    bool isKnown() const { return !address.isNull(); }

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// Reads `[ADDRESS:]PORT`, IPv6 addresses in brackets; without ADDRESS it is 127.0.0.1. `*` and `0.0.0.0` mean every
/// IPv4 address, `[::]` every address. Port 0 asks the system for a free one. Empty when the text is none of these.
std::optional<Endpoint> parseListenEndpoint(QStringView text);

/// A port number 0 … 65535 in decimal digits, nothing else.
std::optional<quint16> parsePort(QStringView text);
