#pragma once

#include "picture.h"

/// What stands in the picture: translated, numbers as the language writes them, one line each.
namespace PictureText {

QString serverTitle(const PictureServer &server);
/// "listening on 127.0.0.1:8080", "not listening".
QString listenerTitle(const Picture &picture);
/// What a listening socket is for.
QString listenerNote(const Picture &picture);
/// "2 connected, not yet accepted"; empty while nobody waits.
QString waiting(const Picture &picture);
/// What to do, or to wait for, while there is no client; empty while there is one.
QString hint(const Picture &picture);

QString rowTitle(const PictureRow &row);   ///< "#3", "37 sockets"
QString rowState(const PictureRow &row);   ///< "connected", "36 connected, 1 closed"
QString rowTraffic(const PictureRow &row); ///< "RX 1.2 kB · TX 3.4 MB"
QString rowQueue(const PictureRow &row);   ///< "queued: 1.2 kB"; of closed ones the reason
QString rowUnread(const PictureRow &row);  ///< "unread: 1.2 kB"; "unread: –" while it is not known

QString clientTitle(const Picture &picture, int client); ///< "ncat", "127.0.0.1 · ncat ×37"
QString clientNote(const Picture &picture, int client);  ///< "process 4711", the address; may be empty

/// What is said of an item under the pointer, on several lines.
QString toolTip(const Picture &picture, const PictureItem &item);
/// For who can't see it: all that is said of an item, in a sentence without symbols.
QString spoken(const Picture &picture, const PictureItem &item);

}
