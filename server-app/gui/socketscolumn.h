#pragma once

#include <QSplitter>

class PicturePane;
class ServerSession;
class SocketsPane;

/// The table of sockets and, above it, their picture, which is hidden at first. What is selected in one is selected in
/// the other. While the picture is seen, the listening socket is asked who waits.
class SocketsColumn final : public QSplitter
{
    Q_OBJECT
public:
    /// `queueLimit`: bytes that may wait for one client.
    SocketsColumn(ServerSession *session, SocketsPane *sockets, qint64 queueLimit, QWidget *parent = nullptr);

    PicturePane *picture() const { return m_picture; }
    void remember() const;

private:
    void watch();
    void takeSelection();

    ServerSession *m_session;
    SocketsPane *m_sockets;
    PicturePane *m_picture;
};
