#pragma once

#include <QObject>

class Banner;
class FileSendBar;
class SendPanel;
class ServerSession;

/// Sending a file from a service: to whom messages go there now. What is in the way stands in the banner while it is so.
class ServiceFiles final : public QObject
{
    Q_OBJECT
public:
    /// None of them is owned. A file that is dropped on `page`, or on the widgets that it has by now, is taken too.
    ServiceFiles(ServerSession *session, FileSendBar *bar, SendPanel *send, Banner *banner, QWidget *page);

    /// `path`: empty: one is chosen.
    void ask(const QString &path = {});
    /// It can be another, or none, now.
    void updateObstacle();

private:
    SendPanel *m_send;
    FileSendBar *m_bar;
    Banner *m_banner;
    QString m_obstacle; // that the banner told when a file was to be sent
};
