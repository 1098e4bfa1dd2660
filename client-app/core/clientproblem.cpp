#include "clientproblem.h"

#include <QCoreApplication>

static QString translated(const char *text)
{
    return QCoreApplication::translate("ClientProblem", text);
}

static QString errorText(const SocketStatus &last, const QString &target)
{
    switch (last.problem) {
    case ConnectProblem::HostNotFound:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1: there is no such host. Check the spelling, or type its IP "
                                                     "address.")).arg(target);
    case ConnectProblem::Unreachable:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1 can't be reached: no network leads there. Check the address and "
                                                     "the network connection.")).arg(target);
    case ConnectProblem::OutOfDescriptors:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "Can't connect to %1: the system has no sockets left. Close some "
                                                     "connections and try again.")).arg(target);
    case ConnectProblem::OutOfThreads:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "Can't connect to %1: the system has no threads left for this "
                                                     "program. Close other programs, then start it again.")).arg(target);
    case ConnectProblem::None:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("ClientProblem", "The connection to %1 failed: %2. Check the network, then connect "
                                                 "again.")).arg(target, last.detail);
}

QString clientProblemText(const SocketStatus &last, const QString &target)
{
    switch (last.reason) {
    case CloseReason::None:
        return {};
    case CloseReason::ClosedByUs:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "Disconnected from %1.")).arg(target);
    case CloseReason::PeerClosed:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1 closed the connection. Connect again when the server is "
                                                     "ready.")).arg(target);
    case CloseReason::Reset:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1 reset the connection: the program there ended, or refused what "
                                                     "was sent. Connect again when the server is ready.")).arg(target);
    case CloseReason::Refused:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1 refused: nobody listens there. Start the server, or check the "
                                                     "port.")).arg(target);
    case CloseReason::TimedOut:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1 did not answer in time. Check the address, and whether a "
                                                     "firewall is in between.")).arg(target);
    case CloseReason::TooSlow:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "%1 did not take what was sent; the connection was closed. Send "
                                                     "more slowly.")).arg(target);
    case CloseReason::ProtocolError:
        return translated(QT_TRANSLATE_NOOP("ClientProblem", "What %1 sent breaks the framing; the connection was closed. %2"))
            .arg(target, last.detail);
    default:
        return errorText(last, target);
    }
}

QString notConnectedText()
{
    return translated(QT_TRANSLATE_NOOP("ClientProblem", "Not sent: there is no connection. Connect first, then send."));
}
