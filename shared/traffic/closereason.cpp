#include "closereason.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

QLatin1StringView closeReasonWord(CloseReason reason)
{
    switch (reason) {
    case CloseReason::None: return ""_L1;
    case CloseReason::PeerClosed: return "peer-closed"_L1;
    case CloseReason::ClosedByUs: return "closed-by-us"_L1;
    case CloseReason::Reset: return "reset"_L1;
    case CloseReason::TimedOut: return "timed-out"_L1;
    case CloseReason::Refused: return "refused"_L1;
    case CloseReason::Limit: return "limit"_L1;
    case CloseReason::TooSlow: return "too-slow"_L1;
    case CloseReason::ProtocolError: return "protocol-error"_L1;
    case CloseReason::TlsFailed: return "tls-failed"_L1;
    case CloseReason::Error: return "error"_L1;
    }
    Q_UNREACHABLE();
    return ""_L1;
}

QString addressLimitText()
{
    return QCoreApplication::translate("CloseReason", "turned away: the limit of clients from one address is reached");
}

QString closeReasonText(CloseReason reason)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("CloseReason", text); };
    switch (reason) {
    case CloseReason::None: return {};
    case CloseReason::PeerClosed: return translated(QT_TRANSLATE_NOOP("CloseReason", "the peer closed"));
    case CloseReason::ClosedByUs: return translated(QT_TRANSLATE_NOOP("CloseReason", "closed by us"));
    case CloseReason::Reset: return translated(QT_TRANSLATE_NOOP("CloseReason", "the peer reset the connection"));
    case CloseReason::TimedOut: return translated(QT_TRANSLATE_NOOP("CloseReason", "no answer in time"));
    case CloseReason::Refused: return translated(QT_TRANSLATE_NOOP("CloseReason", "refused"));
    case CloseReason::Limit: return translated(QT_TRANSLATE_NOOP("CloseReason", "turned away: the limit of clients is reached"));
    case CloseReason::TooSlow: return translated(QT_TRANSLATE_NOOP("CloseReason", "too slow: it did not take what was queued"));
    case CloseReason::ProtocolError: return translated(QT_TRANSLATE_NOOP("CloseReason", "the bytes break the framing"));
    case CloseReason::TlsFailed: return translated(QT_TRANSLATE_NOOP("CloseReason", "TLS failed"));
    case CloseReason::Error: return translated(QT_TRANSLATE_NOOP("CloseReason", "an error"));
    }
    Q_UNREACHABLE();
    return {};
}
