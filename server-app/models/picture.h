#pragma once

#include "receivequeue.h"
#include "socketowner.h"
#include "socketstatus.h"

#include <QHash>
#include <QList>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

/// The process that serves: the picture's large box. A value.
struct PictureServer
{
    QString program = {};
    qint64 pid = 0;
    qint64 queueLimit = 0; ///< bytes that may wait for one client

    friend bool operator==(const PictureServer &, const PictureServer &) = default;
};

/// One line of the picture: an accepted socket and its client, or, where there are too many, a group of them. A value.
struct PictureRow
{
    static constexpr size_t States = size_t(SocketState::Closed) + 1;

    QString key = {};                          ///< the same for the same socket or group in the picture after
    QList<SocketId> ids = {};                  ///< in ascending order
    std::array<qsizetype, States> states = {}; ///< how many sockets are in each
    qsizetype readingStopped = 0;              ///< how many of them are not read now
    CloseReason reason = CloseReason::None;    ///< of a single one
    QString detail = {};                       ///< of a single one: what is known of its end besides
    SocketEnds ends = {};                      ///< of a single one; of a group the peers' address
    SocketOwner owner = {};                    ///< who has the other end; of a group without the process
    quint64 bytesIn = 0;                       ///< of all together
    quint64 bytesOut = 0;
    quint64 bytesQueued = 0; ///< of the one with the most
    quint64 bytesHeld = 0;   ///< of a single open one: they came from the system and wait in this program
    std::optional<ReceiveQueue> receiveQueue = {}; ///< of a single open one: what waits in the system
    qint64 closedAt = 0;     ///< when the last of them closed, ms since 1970; 0 while one is open
    bool isGroup = false;
    bool isRest = false; ///< the group of those for which no other group is left

    qsizetype count(SocketState state) const { return states.at(size_t(state)); }
    bool isClosed() const { return count(SocketState::Closed) == ids.size(); }
    /// All that has arrived and is not taken yet; empty while the system has not told.
    std::optional<quint64> bytesUnread() const;
    /// 0 … 1: how much of all the room for it that takes.
    double unreadFullness() const;
    /// Of a single one; of a group: closed when all are.
    SocketState state() const;

    friend bool operator==(const PictureRow &, const PictureRow &) = default;
};

/// The box of one client program, or of one client of which the system doesn't tell the program. A value.
struct PictureClient
{
    QString key = {};
    int firstRow = 0; ///< the rows of one client follow each other
    int rows = 1;

    friend bool operator==(const PictureClient &, const PictureClient &) = default;
};

/// Something that can be walked to and selected.
struct PictureItem
{
    enum class Kind : quint8 { Listener, Row, Client };

    Kind kind = Kind::Listener;
    int index = 0; ///< of the row or the client

    friend bool operator==(const PictureItem &, const PictureItem &) = default;
};

/// What the picture of a server's port shows at one moment: no sizes, no colours. A value.
struct Picture
{
    static constexpr qsizetype MaxSingle = 50; ///< sockets that are shown one by one; past it all are grouped
    static constexpr qsizetype MaxGroups = 50;
    static constexpr std::chrono::milliseconds ClosedStays{6'000}; ///< how long a closed one is shown
    static constexpr std::chrono::milliseconds Fades{3'000};       ///< the last part of it

    PictureServer server = {};
    bool isListening = false;
    bool isPaused = false;   ///< it listens, but accepts nobody
    quint64 waiting = 0;     ///< connected by the system, not accepted yet; 0 too where the system doesn't tell
    bool tellsUnread = false; ///< the rows are single ones, and the system tells what is not read of them
    Endpoint listening = {}; ///< where it listens, or did; not known: it never did
    QList<PictureRow> rows = {};
    QList<PictureClient> clients = {};

    bool isGrouped() const { return !rows.isEmpty() && rows.constFirst().isGroup; }
    /// Which client's box a row leads to.
    int clientOf(int row) const;
    /// The sockets behind an item, in ascending order.
    QList<SocketId> idsOf(const PictureItem &item) const;
    QString keyOf(const PictureItem &item) const;
    /// Where what had this key is now.
    std::optional<PictureItem> find(const QString &key) const;
    /// All there are, in the order in which they are read: the listening socket, the rows, the clients.
    QList<PictureItem> items() const;

    friend bool operator==(const Picture &, const Picture &) = default;
};

/// Whether a socket belongs into a picture of this moment (ms since 1970): open, or closed a moment ago.
bool isInPicture(const SocketStatus &status, qint64 now);

/// How much is left of what closed then: 1 … 0.
double pictureOpacity(qint64 closedAt, qint64 now);

/// The picture of these sockets, in the order of their numbers; the listening one is among them or not. Those that are
/// not in the picture any more must not be.
Picture makePicture(const PictureServer &server, const std::vector<const SocketStatus *> &sockets,
                    const QHash<SocketId, SocketOwner> &owners);
