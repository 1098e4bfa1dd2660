#pragma once

#include "endpoint.h"
#include "socketid.h"

#include <QAbstractSocket>
#include <QString>

/// The server's troubles as translated sentences that say what to do. Any thread.

/// Why listening there did not work. `system` is what the system said.
QString listenProblemText(const Endpoint &endpoint, QAbstractSocket::SocketError error, const QString &system);
/// The same when there is no I/O thread to do it.
QString noThreadText(const Endpoint &endpoint);
QString acceptProblemText(const QString &system);
QString acceptRecoveredText();
QString nobodyConnectedText();
QString noSuchSocketText(SocketId id);
