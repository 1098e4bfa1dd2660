#pragma once

#include "ownerwatch.h"
#include "picture.h"
#include "receivewatch.h"

class SocketsModel;

/// Makes pictures of the table of sockets as it is, with the programs at the other ends. GUI thread.
class PictureSource final : public QObject
{
    Q_OBJECT
public:
    /// `find` asks the system for programs, `unread` for what is not read; the table must live longer.
    PictureSource(const SocketsModel *sockets, const PictureServer &server, OwnerWatch::Find find,
                  ReceiveWatch::Ask unread = {}, QObject *parent = nullptr);

    /// The picture of now (ms since 1970). Goes through all sockets: to be called a few times a second, while it is
    /// seen.
    Picture take(qint64 now);
    /// Until the next picture is taken, which may be long, the system is not asked.
    void rest() { m_receive.watch({}); }
    /// How many are connected and not accepted yet, as the system tells.
    void setWaiting(quint64 waiting);
    /// How long to wait at least from one to the next: longer with thousands of sockets.
    std::chrono::milliseconds interval() const;

Q_SIGNALS:
    /// The next picture is another one; told often.
    void changed();

private:
    void addUnread(Picture *picture, const std::vector<const SocketStatus *> &shown);

    const SocketsModel *m_sockets;
    PictureServer m_server;
    OwnerWatch m_owners;
    ReceiveWatch m_receive;
    quint64 m_waiting = 0;
};
