#pragma once

#include <QLatin1StringView>
#include <QString>

/// Why a socket is no longer open: one reason per socket, whatever order the system reported things in.
enum class CloseReason : quint8 {
    None,          ///< still open
    PeerClosed,    ///< the peer's FIN arrived and all that was queued went out
    ClosedByUs,
    Reset,         ///< the peer sent RST, or took no more of what was queued after its FIN
    TimedOut,      ///< no answer to our connect in time
    Refused,       ///< nobody listens there
    Limit,         ///< accepted, then turned away because a limit was reached
    TooSlow,       ///< the peer did not take what was queued for it
    ProtocolError, ///< the bytes break the chosen framing
    TlsFailed,
    Error,         ///< anything else; the detail says what
};

/// What stands behind a connect that ended with `CloseReason::Error`, where the system tells.
enum class ConnectProblem : quint8 {
    None,
    HostNotFound,
    Unreachable,
    OutOfDescriptors,
    OutOfThreads, ///< nothing was tried; in no session, as there is nobody who would write it
};

/// The word for scripts, as in `"reason":"peer-closed"`. Never translated.
QLatin1StringView closeReasonWord(CloseReason reason);

/// The same for people, translated: "the peer closed".
QString closeReasonText(CloseReason reason);
/// Of Limit, where it was that of the client's address.
QString addressLimitText();
