#pragma once

#include "socketstatus.h"

#include <QString>

/// Why the connection to this host is over or never was, as a translated sentence that says what to do. Any thread.
/// `target` is what the user asked for, `127.0.0.1:8080`.
QString clientProblemText(const SocketStatus &last, const QString &target);

/// Why a file was not sent: there is no connection to send it over.
QString notConnectedText();
