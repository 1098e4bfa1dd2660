#include "picture.h"

#include "picturegroups.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

SocketState PictureRow::state() const
{
    if (isClosed())
        return SocketState::Closed;
    for (size_t state = 0; state < States; ++state) {
        if (ids.size() == 1 && states.at(state) > 0)
            return SocketState(state);
    }
    return SocketState::Connected;
}

std::optional<quint64> PictureRow::bytesUnread() const
{
    return receiveQueue ? std::optional(bytesHeld + receiveQueue->bytes) : std::nullopt;
}

/// When the system's buffer is full, what is held is the most that is ever held.
double PictureRow::unreadFullness() const
{
    const ReceiveQueue queue = receiveQueue.value_or(ReceiveQueue());
    const auto room = double(bytesHeld + queue.room);
    return room > 0 ? std::min(1.0, double(bytesHeld + queue.taken) / room) : 0;
}

int Picture::clientOf(int row) const
{
    for (int client = 0; client < clients.size(); ++client) {
        if (row < clients.at(client).firstRow + clients.at(client).rows)
            return client;
    }
    return -1;
}

QList<SocketId> Picture::idsOf(const PictureItem &item) const
{
    if (item.kind == PictureItem::Kind::Listener)
        return {ListenerId};
    if (item.kind == PictureItem::Kind::Row)
        return rows.at(item.index).ids;
    QList<SocketId> ids;
    const PictureClient &client = clients.at(item.index);
    for (int row = client.firstRow; row < client.firstRow + client.rows; ++row)
        ids += rows.at(row).ids;
    std::sort(ids.begin(), ids.end());
    return ids;
}

QString Picture::keyOf(const PictureItem &item) const
{
    switch (item.kind) {
    case PictureItem::Kind::Listener: return u"listener"_s;
    case PictureItem::Kind::Row: return rows.at(item.index).key;
    case PictureItem::Kind::Client: return clients.at(item.index).key;
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<PictureItem> Picture::find(const QString &key) const
{
    for (const PictureItem &item : items()) {
        if (keyOf(item) == key)
            return item;
    }
    return {};
}

QList<PictureItem> Picture::items() const
{
    QList<PictureItem> all{PictureItem{}};
    for (int row = 0; row < rows.size(); ++row)
        all.append({PictureItem::Kind::Row, row});
    for (int client = 0; client < clients.size(); ++client)
        all.append({PictureItem::Kind::Client, client});
    return all;
}

bool isInPicture(const SocketStatus &status, qint64 now)
{
    const bool isRecent = std::llabs(now - status.closedAt) < Picture::ClosedStays.count(); // a clock can be set back
    return status.isOpen() || status.id == ListenerId || isRecent;
}

double pictureOpacity(qint64 closedAt, qint64 now)
{
    if (closedAt == 0)
        return 1;
    const qint64 left = closedAt + Picture::ClosedStays.count() - now;
    return std::clamp(double(left) / double(Picture::Fades.count()), 0.0, 1.0);
}

Picture makePicture(const PictureServer &server, const std::vector<const SocketStatus *> &sockets,
                    const QHash<SocketId, SocketOwner> &owners)
{
    Picture picture;
    picture.server = server;
    std::vector<const SocketStatus *> accepted;
    accepted.reserve(sockets.size());
    for (const SocketStatus *status : sockets) {
        if (status->id != ListenerId) {
            accepted.push_back(status);
            continue;
        }
        picture.isListening = status->state == SocketState::Listening;
        picture.isPaused = picture.isListening && status->acceptingPaused;
        picture.listening = status->local;
    }
    std::sort(accepted.begin(), accepted.end(), [](const auto *a, const auto *b) { return a->id < b->id; });
    if (accepted.size() > size_t(Picture::MaxSingle))
        PictureGroups::fill(&picture, accepted, owners);
    else
        PictureGroups::fillSingly(&picture, accepted, owners);
    return picture;
}
