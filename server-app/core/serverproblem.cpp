#include "serverproblem.h"

#include <QCoreApplication>

static QString translated(const char *text)
{
    return QCoreApplication::translate("ServerProblem", text);
}

QString listenProblemText(const Endpoint &endpoint, QAbstractSocket::SocketError error, const QString &system)
{
    const QString where = endpoint.toString();
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return translated(QT_TRANSLATE_NOOP("ServerProblem", "Can't listen on %1: another program uses this port. Stop that "
                                                     "program, choose another port, or use port 0 for a free one."))
            .arg(where);
    case QAbstractSocket::SocketAccessError:
        return translated(QT_TRANSLATE_NOOP("ServerProblem", "Can't listen on %1: the system does not permit this port. "
                                                     "Choose a port from 1024 upwards."))
            .arg(where);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return translated(QT_TRANSLATE_NOOP("ServerProblem", "Can't listen on %1: this machine does not have that address. "
                                                     "Choose one of its own."))
            .arg(where);
    default:
        return translated(QT_TRANSLATE_NOOP("ServerProblem", "Can't listen on %1: %2")).arg(where, system);
    }
}

QString noThreadText(const Endpoint &endpoint)
{
    return translated(QT_TRANSLATE_NOOP("ServerProblem", "Can't listen on %1: the system has no threads left for this program. "
                                                 "Close other programs, then start it again."))
        .arg(endpoint.toString());
}

QString acceptProblemText(const QString &system)
{
    if (system.isEmpty())
        return translated(QT_TRANSLATE_NOOP("ServerProblem", "A client was gone before its connection could be taken."));
    return translated(QT_TRANSLATE_NOOP("ServerProblem", "Can't accept more clients now: %1. New ones wait and are accepted as "
                                                 "soon as others leave."))
        .arg(system);
}

QString acceptRecoveredText()
{
    return translated(QT_TRANSLATE_NOOP("ServerProblem", "Clients are accepted again."));
}

QString nobodyConnectedText()
{
    return translated(QT_TRANSLATE_NOOP("ServerProblem", "Not sent: no client is connected."));
}

QString noSuchSocketText(SocketId id)
{
    return translated(QT_TRANSLATE_NOOP("ServerProblem", "There is no open socket #%1.")).arg(id);
}
