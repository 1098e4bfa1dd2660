#include "picturesource.h"

#include "socketsmodel.h"

#include <utility>

using namespace std::chrono_literals;

static constexpr auto OwnersInterval = 1s;
static constexpr int ManySockets = 1000;

PictureSource::PictureSource(const SocketsModel *sockets, const PictureServer &server, OwnerWatch::Find find,
                             QObject *parent)
    : QObject(parent)
    , m_sockets(sockets)
    , m_server(server)
    , m_owners(std::move(find), OwnersInterval)
{
    connect(sockets, &SocketsModel::dataChanged, this, &PictureSource::changed);
    connect(sockets, &SocketsModel::rowsInserted, this, &PictureSource::changed);
    connect(sockets, &SocketsModel::rowsRemoved, this, &PictureSource::changed);
    connect(sockets, &SocketsModel::modelReset, this, &PictureSource::changed);
    connect(&m_owners, &OwnerWatch::found, this, &PictureSource::changed);
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
    return picture;
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
