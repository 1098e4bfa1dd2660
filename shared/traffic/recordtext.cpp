#include "recordtext.h"

#include <QCoreApplication>
#include <QLocale>

static QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("RecordText", text, nullptr, n);
}

static bool neverOpened(const Record::Details &details)
{
    const bool noAnswer = details.reason == CloseReason::Refused || details.reason == CloseReason::TimedOut;
    return noAnswer || details.problem != ConnectProblem::None || (!details.local.isKnown() && !details.peer.isKnown());
}

static bool saysThatItClosed(CloseReason reason)
{
    return reason == CloseReason::PeerClosed || reason == CloseReason::ClosedByUs || reason == CloseReason::Reset;
}

static QString closedText(const Record::Details &details)
{
    const QLocale locale;
    QString reason = closeReasonText(details.reason);
    if (details.problem == ConnectProblem::HostNotFound)
        reason = translated(QT_TRANSLATE_NOOP("RecordText", "there is no such host"));
    else if (details.reason == CloseReason::ClosedByUs && details.text == Record::ResetMark)
        reason = translated(QT_TRANSLATE_NOOP("RecordText", "reset by us, RST"));
    else if (details.reason == CloseReason::Limit && details.text == Record::AddressMark)
        reason = addressLimitText();
    else if (details.reason == CloseReason::Error && !details.text.isEmpty())
        reason = details.text;
    if (details.reason == CloseReason::Limit) // it never carried a byte
        return reason;
    if (neverOpened(details) && details.reason == CloseReason::ClosedByUs)
        return translated(QT_TRANSLATE_NOOP("RecordText", "not connected: given up"));
    if (neverOpened(details))
        return translated(QT_TRANSLATE_NOOP("RecordText", "not connected: %1")).arg(reason);
    const QString form = saysThatItClosed(details.reason)
        ? translated(QT_TRANSLATE_NOOP("RecordText", "%1 (%2 bytes in, %3 out)"))
        : translated(QT_TRANSLATE_NOOP("RecordText", "closed: %1 (%2 bytes in, %3 out)"));
    return form.arg(reason, locale.toString(details.bytesIn), locale.toString(details.bytesOut));
}

static QString unsentText(const Record::Details &details)
{
    const int messages = int(qMin<quint64>(details.unsentMessages, INT_MAX));
    return translated(QT_TRANSLATE_N_NOOP("RecordText", "not sent: %n message(s), %1 bytes were still waiting"), messages)
        .arg(QLocale().toString(details.unsentBytes));
}

QString recordText(const Record &record)
{
    const Record::Details &details = record.more();
    switch (record.kind) {
    case Record::Kind::Listening:
        return translated(QT_TRANSLATE_NOOP("RecordText", "listening on %1")).arg(details.local.toString());
    case Record::Kind::Accepted:
        return translated(QT_TRANSLATE_NOOP("RecordText", "accepted from %1")).arg(details.peer.toString());
    case Record::Kind::Connecting:
        return translated(QT_TRANSLATE_NOOP("RecordText", "connecting to %1")).arg(details.text);
    case Record::Kind::Connected:
        return translated(QT_TRANSLATE_NOOP("RecordText", "connected to %1 from %2"))
            .arg(details.peer.toString(), details.local.toString());
    case Record::Kind::Unsent: return unsentText(details);
    case Record::Kind::PeerFinished: return translated(QT_TRANSLATE_NOOP("RecordText", "the peer sends no more (FIN)"));
    case Record::Kind::WeFinished: return translated(QT_TRANSLATE_NOOP("RecordText", "we send no more (FIN)"));
    case Record::Kind::Closed: return closedText(details);
    case Record::Kind::Error: return details.text;
    case Record::Kind::Stopped:
        return translated(QT_TRANSLATE_NOOP("RecordText", "stopped listening on %1")).arg(details.local.toString());
    case Record::Kind::Received:
    case Record::Kind::Sent: break;
    }
    return {};
}
