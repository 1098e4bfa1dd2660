#pragma once

#include "endpoint.h"

#include <QList>

#include <optional>

/// The addresses of this machine that others can use: no loopback, no link-local ones. IPv4 first.
QList<QHostAddress> machineAddresses();

/// Reads an address as a person types it: IPv6 with or without brackets, `localhost`, `*`.
std::optional<QHostAddress> parseAddress(QStringView typed);
/// The other way round: `0.0.0.0`, `::`, `192.168.0.7`.
QString addressText(const QHostAddress &address);

bool isEveryInterface(const QHostAddress &address);

/// Where other machines reach a server that listens there; empty when only this machine does.
QList<Endpoint> reachableEndpoints(const Endpoint &listening);
/// The host that a client on this machine connects to.
QString hostForClient(const Endpoint &listening);
