#include "socketstatus.h"

#include "record.h"

#include <QCoreApplication>

QString socketStateText(SocketState state)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("SocketState", text); };
    switch (state) {
    case SocketState::Listening: return translated(QT_TRANSLATE_NOOP("SocketState", "listening"));
    case SocketState::Connecting: return translated(QT_TRANSLATE_NOOP("SocketState", "connecting"));
    case SocketState::Connected: return translated(QT_TRANSLATE_NOOP("SocketState", "connected"));
    case SocketState::PeerFinished: return translated(QT_TRANSLATE_NOOP("SocketState", "half-closed: the peer sends no more"));
    case SocketState::WeFinished: return translated(QT_TRANSLATE_NOOP("SocketState", "half-closed: we send no more"));
    case SocketState::Closing: return translated(QT_TRANSLATE_NOOP("SocketState", "closing"));
    case SocketState::Closed: return translated(QT_TRANSLATE_NOOP("SocketState", "closed"));
    }
    Q_UNREACHABLE();
    return {};
}

QString closeReasonText(const SocketStatus &status)
{
    if (status.reason == CloseReason::ClosedByUs && status.detail == Record::ResetMark)
        return QCoreApplication::translate("CloseReason", "reset by us (RST)");
    if (status.reason == CloseReason::Limit && status.detail == Record::AddressMark)
        return addressLimitText();
    return closeReasonText(status.reason);
}

QString socketStateText(const SocketStatus &status)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("SocketState", text); };
    const QString state = socketStateText(status.state);
    if (status.isOpen() && status.readingStopped)
        return translated(QT_TRANSLATE_NOOP("SocketState", "%1, reading stopped")).arg(state);
    if (status.isOpen() && status.acceptingPaused)
        return translated(QT_TRANSLATE_NOOP("SocketState", "%1, accepting paused")).arg(state);
    return state;
}
