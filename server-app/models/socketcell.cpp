#include "socketcell.h"

#include "framingtext.h"
#include "record.h"
#include "sizetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cstring>

using namespace Qt::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("SocketCell", text);
}

QString SocketCell::title(SocketsModel::Column column)
{
    switch (column) {
    case SocketsModel::Number: return translated(QT_TRANSLATE_NOOP("SocketCell", "No."));
    case SocketsModel::Peer: return translated(QT_TRANSLATE_NOOP("SocketCell", "Peer"));
    case SocketsModel::Local: return translated(QT_TRANSLATE_NOOP("SocketCell", "Local"));
    case SocketsModel::State: return translated(QT_TRANSLATE_NOOP("SocketCell", "State"));
    case SocketsModel::Received: return translated(QT_TRANSLATE_NOOP("SocketCell", "Received"));
    case SocketsModel::Sent: return translated(QT_TRANSLATE_NOOP("SocketCell", "Sent"));
    case SocketsModel::Queued: return translated(QT_TRANSLATE_NOOP("SocketCell", "Queued"));
    case SocketsModel::Since: return translated(QT_TRANSLATE_NOOP("SocketCell", "Since"));
    case SocketsModel::Reason: return translated(QT_TRANSLATE_NOOP("SocketCell", "Closed because"));
    case SocketsModel::Framing: return translated(QT_TRANSLATE_NOOP("SocketCell", "Framing"));
    case SocketsModel::ColumnCount: break;
    }
    return {};
}

QString SocketCell::titleToolTip(SocketsModel::Column column)
{
    switch (column) {
    case SocketsModel::Number:
        return translated(QT_TRANSLATE_NOOP("SocketCell", "Each accepted socket gets the next number. None is used twice."));
    case SocketsModel::Peer: return translated(QT_TRANSLATE_NOOP("SocketCell", "The client's address and port"));
    case SocketsModel::Local:
        return translated(QT_TRANSLATE_NOOP("SocketCell", "This end's address and port: the port is the one we listen on"));
    case SocketsModel::Received: return translated(QT_TRANSLATE_NOOP("SocketCell", "Bytes that were read from the client"));
    case SocketsModel::Sent: return translated(QT_TRANSLATE_NOOP("SocketCell", "Bytes that the system took for the client"));
    case SocketsModel::Queued:
        return translated(QT_TRANSLATE_NOOP("SocketCell", "Bytes that wait here, because the system doesn't take them yet"));
    case SocketsModel::Since: return translated(QT_TRANSLATE_NOOP("SocketCell", "When it was accepted, or began to listen"));
    case SocketsModel::Framing:
        return translated(QT_TRANSLATE_NOOP("SocketCell", "How its bytes are divided into messages, and what characters they are"));
    default: return {};
    }
}

bool SocketCell::isNumber(SocketsModel::Column column)
{
    return column == SocketsModel::Received || column == SocketsModel::Sent || column == SocketsModel::Queued;
}

static QString timeText(qint64 msecs)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msecs);
    const auto pattern = time.date() == QDate::currentDate() ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s;
    return msecs > 0 ? time.toString(pattern) : QString();
}

static QString numberText(const SocketStatus &status)
{
    return status.id == ListenerId ? u"◉"_s : u"#%1"_s.arg(status.id);
}

static QString peerText(const SocketStatus &status)
{
    return status.id == ListenerId ? u"–"_s : status.peer.toString();
}

static QString bytesText(const SocketStatus &status, quint64 bytes)
{
    return status.id == ListenerId ? QString() : QLocale().toString(bytes);
}

/// Shorter than elsewhere: the row tells of the peer.
static QString stateText(const SocketStatus &status)
{
    const bool isPlain = !status.readingStopped;
    if (isPlain && status.state == SocketState::PeerFinished)
        return translated(QT_TRANSLATE_NOOP("SocketCell", "half-closed by the peer"));
    if (isPlain && status.state == SocketState::WeFinished)
        return translated(QT_TRANSLATE_NOOP("SocketCell", "half-closed by us"));
    return socketStateText(status);
}

QStringList SocketCell::usualStateTexts()
{
    QStringList texts;
    SocketStatus status;
    status.id = 1;
    for (const SocketState state : {SocketState::Listening, SocketState::Connecting, SocketState::Connected,
                                    SocketState::PeerFinished, SocketState::WeFinished, SocketState::Closing, SocketState::Closed}) {
        status.state = state;
        texts.append(stateText(status));
    }
    status.state = SocketState::Connected;
    status.readingStopped = true;
    texts.append(stateText(status));
    status = {.id = ListenerId, .state = SocketState::Listening, .acceptingPaused = true};
    texts.append(stateText(status));
    return texts;
}

QString SocketCell::text(const SocketStatus &status, SocketsModel::Column column)
{
    switch (column) {
    case SocketsModel::Number: return numberText(status);
    case SocketsModel::Peer: return peerText(status);
    case SocketsModel::Local: return status.local.toString();
    case SocketsModel::State: return stateText(status);
    case SocketsModel::Received: return bytesText(status, status.bytesIn);
    case SocketsModel::Sent: return bytesText(status, status.bytesOut);
    case SocketsModel::Queued: return bytesText(status, status.bytesQueued);
    case SocketsModel::Since: return timeText(status.since);
    case SocketsModel::Reason: return closeReasonText(status);
    case SocketsModel::Framing:
    case SocketsModel::ColumnCount: break;
    }
    return {};
}

static QString bytesToolTip(const SocketStatus &status, quint64 bytes)
{
    if (status.id == ListenerId)
        return translated(QT_TRANSLATE_NOOP("SocketCell", "A listening socket carries no bytes: it only accepts."));
    return sizeText(bytes);
}

static QString sinceToolTip(const SocketStatus &status)
{
    const auto exact = [](qint64 msecs) {
        return QDateTime::fromMSecsSinceEpoch(msecs).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    };
    if (status.isOpen() || status.closedAt == 0)
        return exact(status.since);
    return translated(QT_TRANSLATE_NOOP("SocketCell", "from %1 to %2")).arg(exact(status.since), exact(status.closedAt));
}

static QString listenerToolTip()
{
    return translated(QT_TRANSLATE_NOOP("SocketCell", "The listening socket: it holds the port and has no peer. Each accept "
                                              "returns a new socket for that one client."));
}

static QString reasonToolTip(const SocketStatus &status)
{
    const QString reason = closeReasonText(status);
    const bool isTold = status.detail.isEmpty() || status.detail == Record::ResetMark || status.detail == Record::AddressMark;
    return isTold ? reason : reason + u'\n' + status.detail;
}

QString SocketCell::toolTip(const SocketStatus &status, SocketsModel::Column column)
{
    const bool listener = status.id == ListenerId;
    switch (column) {
    case SocketsModel::Number:
    case SocketsModel::Peer: return listener ? listenerToolTip() : text(status, column);
    case SocketsModel::Received: return bytesToolTip(status, status.bytesIn);
    case SocketsModel::Sent: return bytesToolTip(status, status.bytesOut);
    case SocketsModel::Queued: return bytesToolTip(status, status.bytesQueued);
    case SocketsModel::State: return socketStateText(status);
    case SocketsModel::Since: return sinceToolTip(status);
    case SocketsModel::Reason: return reasonToolTip(status);
    default: return text(status, column);
    }
}

QString SocketCell::interpretationText(const Interpretation &reading)
{
    return u"%1 · %2"_s.arg(framingTitle(reading.framing), reading.encoding.name());
}

QString SocketCell::markedNumber(SocketId id)
{
    return u"#%1*"_s.arg(id);
}

QString SocketCell::ownInterpretationText(SocketId id, const Interpretation &reading)
{
    return translated(QT_TRANSLATE_NOOP("SocketCell", "#%1, with framing and encoding of its own: %2"))
        .arg(id)
        .arg(interpretationText(reading));
}

QString SocketCell::spokenText(const SocketStatus &status, SocketsModel::Column column)
{
    if (status.id != ListenerId)
        return text(status, column);
    if (column == SocketsModel::Number)
        return translated(QT_TRANSLATE_NOOP("SocketCell", "the listening socket"));
    if (column == SocketsModel::Peer)
        return translated(QT_TRANSLATE_NOOP("SocketCell", "no peer"));
    return text(status, column);
}

QVariant SocketCell::rawValue(const SocketStatus &status, SocketsModel::Column column)
{
    switch (column) {
    case SocketsModel::Number: return status.id;
    case SocketsModel::Peer: return status.peer.toString();
    case SocketsModel::Local: return status.local.toString();
    case SocketsModel::State: return int(status.state);
    case SocketsModel::Received: return status.bytesIn;
    case SocketsModel::Sent: return status.bytesOut;
    case SocketsModel::Queued: return status.bytesQueued;
    case SocketsModel::Since: return status.since;
    case SocketsModel::Reason: return int(status.reason);
    case SocketsModel::Framing:
    case SocketsModel::ColumnCount: break;
    }
    return {};
}

static bool isBefore(const Endpoint &a, const Endpoint &b)
{
    const Q_IPV6ADDR left = a.address.toIPv6Address();
    const Q_IPV6ADDR right = b.address.toIPv6Address();
    const int order = std::memcmp(left.c, right.c, sizeof left.c);
    return order != 0 ? order < 0 : a.port < b.port;
}

bool SocketCell::isBefore(const SocketStatus &a, const SocketStatus &b, SocketsModel::Column column)
{
    switch (column) {
    case SocketsModel::Number: return a.id < b.id;
    case SocketsModel::Peer: return ::isBefore(a.peer, b.peer);
    case SocketsModel::Local: return ::isBefore(a.local, b.local);
    case SocketsModel::State: return a.state < b.state;
    case SocketsModel::Received: return a.bytesIn < b.bytesIn;
    case SocketsModel::Sent: return a.bytesOut < b.bytesOut;
    case SocketsModel::Queued: return a.bytesQueued < b.bytesQueued;
    case SocketsModel::Since: return a.since < b.since;
    case SocketsModel::Reason: return a.reason < b.reason;
    case SocketsModel::Framing:
    case SocketsModel::ColumnCount: break;
    }
    return false;
}
