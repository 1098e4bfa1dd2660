#include "socketstatus.h"

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
