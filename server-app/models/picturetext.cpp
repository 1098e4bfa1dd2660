#include "picturetext.h"

#include "sizetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

static QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("PictureText", text, nullptr, count);
}

QString PictureText::serverTitle(const PictureServer &server)
{
    return translated(QT_TRANSLATE_NOOP("PictureText", "%1 · process %2")).arg(server.program).arg(server.pid);
}

QString PictureText::listenerTitle(const Picture &picture)
{
    if (!picture.isListening)
        return translated(QT_TRANSLATE_NOOP("PictureText", "not listening"));
    return translated(QT_TRANSLATE_NOOP("PictureText", "listening on %1")).arg(picture.listening.toString());
}

QString PictureText::listenerNote(const Picture &picture)
{
    if (!picture.isListening)
        return translated(QT_TRANSLATE_NOOP("PictureText", "No socket listens here: nobody can connect."));
    if (picture.isPaused)
        return translated(QT_TRANSLATE_NOOP("PictureText", "Accepting is paused: who connects has to wait."));
    return translated(QT_TRANSLATE_NOOP("PictureText", "Stays. Each accept makes a new socket:"));
}

QString PictureText::waiting(const Picture &picture)
{
    if (picture.waiting == 0)
        return {};
    return translated(QT_TRANSLATE_N_NOOP("PictureText", "%Ln connected, not yet accepted"), int(picture.waiting));
}

QString PictureText::hint(const Picture &picture)
{
    if (!picture.rows.isEmpty() || picture.waiting > 0)
        return {};
    if (picture.isListening)
        return translated(QT_TRANSLATE_NOOP("PictureText", "Waiting for a client…"));
    return translated(QT_TRANSLATE_NOOP("PictureText",
                                        "Press Start listening. This program then gets a socket that listens "
                                        "on its port, and a new one for each client that connects."));
}

QString PictureText::rowTitle(const PictureRow &row)
{
    if (!row.isGroup)
        return u"#%1"_s.arg(row.ids.value(0));
    return translated(QT_TRANSLATE_N_NOOP("PictureText", "%Ln socket(s)"), int(row.ids.size()));
}

QString PictureText::rowState(const PictureRow &row)
{
    if (!row.isGroup) {
        SocketStatus status;
        status.state = row.state();
        status.readingStopped = row.readingStopped > 0;
        return socketStateText(status);
    }
    QStringList parts;
    for (size_t state = 0; state < PictureRow::States; ++state) {
        if (row.states.at(state) > 0)
            parts.append(u"%1 %2"_s.arg(QLocale().toString(row.states.at(state)), socketStateText(SocketState(state))));
    }
    return parts.join(u", "_s);
}

QString PictureText::rowTraffic(const PictureRow &row)
{
    return translated(QT_TRANSLATE_NOOP("PictureText", "RX %1 · TX %2"))
        .arg(sizeText(row.bytesIn), sizeText(row.bytesOut));
}

static QString endOf(const PictureRow &row)
{
    SocketStatus status;
    status.reason = row.reason;
    status.detail = row.detail;
    return closeReasonText(status);
}

QString PictureText::rowQueue(const PictureRow &row)
{
    if (row.isClosed() && !row.isGroup)
        return endOf(row);
    if (row.isGroup)
        return translated(QT_TRANSLATE_NOOP("PictureText", "fullest queue: %1")).arg(sizeText(row.bytesQueued));
    return translated(QT_TRANSLATE_NOOP("PictureText", "queued: %1")).arg(sizeText(row.bytesQueued));
}

QString PictureText::rowUnread(const PictureRow &row)
{
    const auto unread = row.bytesUnread();
    const QString bytes = unread ? sizeText(*unread) : u"–"_s;
    return translated(QT_TRANSLATE_NOOP("PictureText", "unread: %1")).arg(bytes);
}

static QString rowToolTip(const PictureRow &row, qint64 queueLimit)
{
    const QString queue =
        translated(QT_TRANSLATE_NOOP("PictureText", "%1 of the %2 that may wait for a client are queued"))
            .arg(sizeText(row.bytesQueued), sizeText(quint64(queueLimit)));
    QStringList lines{PictureText::rowTitle(row) + u": "_s + PictureText::rowState(row)};
    if (!row.isGroup)
        lines.append(row.ends.local.toString() + u" ↔ "_s + row.ends.peer.toString());
    lines.append(PictureText::rowTraffic(row));
    if (row.isClosed() && !row.isGroup) {
        lines.append(endOf(row));
        return lines.join(u'\n');
    }
    if (row.receiveQueue) {
        lines.append(translated(QT_TRANSLATE_NOOP("PictureText",
                                                  "%1 have arrived and are not taken yet: %2 wait in this program, %3 in "
                                                  "the system"))
                         .arg(sizeText(*row.bytesUnread()), sizeText(row.bytesHeld), sizeText(row.receiveQueue->bytes)));
    }
    lines.append(queue);
    return lines.join(u'\n');
}

static QString listenerToolTip(const Picture &picture)
{
    QStringList lines{PictureText::listenerTitle(picture), PictureText::listenerNote(picture)};
    if (picture.waiting > 0)
        lines.append(PictureText::waiting(picture));
    return lines.join(u'\n');
}

QString PictureText::toolTip(const Picture &picture, const PictureItem &item)
{
    switch (item.kind) {
    case PictureItem::Kind::Listener: return listenerToolTip(picture);
    case PictureItem::Kind::Row: return rowToolTip(picture.rows.at(item.index), picture.server.queueLimit);
    case PictureItem::Kind::Client: return spoken(picture, item);
    }
    Q_UNREACHABLE();
    return {};
}

QString PictureText::clientTitle(const Picture &picture, int client)
{
    const PictureClient &box = picture.clients.at(client);
    const PictureRow &row = picture.rows.at(box.firstRow);
    if (!row.isGroup && row.owner.isKnown())
        return row.owner.program;
    if (!row.isGroup)
        return translated(QT_TRANSLATE_NOOP("PictureText", "Client"));
    const QString count = QLocale().toString(row.ids.size());
    if (row.isRest)
        return translated(QT_TRANSLATE_NOOP("PictureText", "others ×%1")).arg(count);
    if (row.owner.program.isEmpty())
        return u"%1 ×%2"_s.arg(row.ends.peer.addressText(), count);
    return u"%1 · %2 ×%3"_s.arg(row.ends.peer.addressText(), row.owner.program, count);
}

QString PictureText::clientNote(const Picture &picture, int client)
{
    const PictureRow &row = picture.rows.at(picture.clients.at(client).firstRow);
    if (row.isGroup)
        return {};
    if (!row.owner.isKnown())
        return row.ends.peer.addressText();
    return translated(QT_TRANSLATE_NOOP("PictureText", "process %1")).arg(row.owner.pid);
}

static QString spokenRow(const Picture &picture, int index)
{
    const PictureRow &row = picture.rows.at(index);
    const int client = picture.clientOf(index);
    QStringList parts;
    parts.append(row.isGroup ? PictureText::rowTitle(row)
                             : translated(QT_TRANSLATE_NOOP("PictureText", "socket %1")).arg(row.ids.value(0)));
    parts.append(PictureText::rowState(row));
    if (!row.isGroup) {
        parts.append(translated(QT_TRANSLATE_NOOP("PictureText", "from %1 to %2"))
                         .arg(row.ends.local.toString(), row.ends.peer.toString()));
    }
    parts.append(PictureText::clientTitle(picture, client));
    parts.append(PictureText::clientNote(picture, client));
    parts.append(translated(QT_TRANSLATE_NOOP("PictureText", "received %1, sent %2"))
                     .arg(sizeText(row.bytesIn), sizeText(row.bytesOut)));
    if (row.receiveQueue && !row.isClosed())
        parts.append(PictureText::rowUnread(row));
    parts.append(PictureText::rowQueue(row));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

static QString spokenClient(const Picture &picture, int client)
{
    QStringList parts{PictureText::clientTitle(picture, client), PictureText::clientNote(picture, client)};
    const qsizetype sockets = picture.idsOf({PictureItem::Kind::Client, client}).size();
    if (!picture.isGrouped())
        parts.append(translated(QT_TRANSLATE_N_NOOP("PictureText", "%Ln socket(s)"), int(sockets)));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString PictureText::spoken(const Picture &picture, const PictureItem &item)
{
    switch (item.kind) {
    case PictureItem::Kind::Row: return spokenRow(picture, item.index);
    case PictureItem::Kind::Client: return spokenClient(picture, item.index);
    case PictureItem::Kind::Listener: break;
    }
    QStringList parts{translated(QT_TRANSLATE_NOOP("PictureText", "the listening socket")), listenerTitle(picture)};
    if (picture.isPaused)
        parts.append(listenerNote(picture));
    parts.append(waiting(picture));
    parts.append(hint(picture));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}
