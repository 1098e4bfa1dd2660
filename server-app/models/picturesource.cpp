#include "picturesource.h"

#include "socketsmodel.h"

#include <utility>

using namespace std::chrono_literals;

static constexpr auto OwnersInterval = 1s;
static constexpr auto UnreadInterval = 500ms;
static constexpr int ManySockets = 1000;

PictureSource::PictureSource(const SocketsModel *sockets, const PictureServer &server, OwnerWatch::Find find,
                             ReceiveWatch::Ask unread, QObject *parent)
    : QObject(parent)
    , m_sockets(sockets)
    , m_server(server)
    , m_owners(std::move(find), OwnersInterval)
    , m_receive(std::move(unread), UnreadInterval)
{
    connect(sockets, &SocketsModel::dataChanged, this, &PictureSource::changed);
    connect(sockets, &SocketsModel::rowsInserted, this, &PictureSource::changed);
    connect(sockets, &SocketsModel::rowsRemoved, this, &PictureSource::changed);
    connect(sockets, &SocketsModel::modelReset, this, &PictureSource::changed);
    connect(&m_owners, &OwnerWatch::found, this, &PictureSource::changed);
    connect(&m_receive, &ReceiveWatch::told, this, &PictureSource::changed);
}

Picture PictureSource::take(qint64 now)
{
    std::vector<const SocketStatus *> shown;
    for (int row = 0; row < m_sockets->rowCount(); ++row) {
        const SocketStatus &status = m_sockets->at(row);
        if (isInPicture(status, now))
            shown.push_back(&status);
    }
    m_owners.watch(shown);
    Picture picture = makePicture(m_server, shown, m_owners.owners());
    picture.waiting = picture.isListening ? m_waiting : 0;
    addUnread(&picture, shown);
    return picture;
}

/// Only where sockets are shown one by one.
void PictureSource::addUnread(Picture *picture, const std::vector<const SocketStatus *> &shown)
{
    const bool isSingle = !picture->rows.isEmpty() && !picture->isGrouped();
    m_receive.watch(isSingle ? shown : std::vector<const SocketStatus *>());
    picture->tellsUnread = isSingle && m_receive.isTold();
    for (PictureRow &row : picture->rows) {
        const auto queue = m_receive.queues().constFind(row.ids.constFirst());
        if (picture->tellsUnread && queue != m_receive.queues().cend())
            row.receiveQueue = *queue;
    }
}

void PictureSource::setWaiting(quint64 waiting)
{
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT changed();
}

std::chrono::milliseconds PictureSource::interval() const
{
    return m_sockets->rowCount() > ManySockets ? 500ms : 100ms;
}
