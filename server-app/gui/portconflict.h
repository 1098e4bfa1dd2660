#pragma once

#include "endpoint.h"

#include <QList>

/// Whether the system does not let two sockets listen on these: the same port, and the same address or one that stands
/// for it as well. `own`: the addresses of this machine; on others nobody listens.
bool isSamePlace(const Endpoint &one, const Endpoint &other, const QList<QHostAddress> &own);
