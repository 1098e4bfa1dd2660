#include "servicefiles.h"

#include "banner.h"
#include "filedrop.h"
#include "filesendbar.h"
#include "sendpanel.h"
#include "serversession.h"

#include <utility>

ServiceFiles::ServiceFiles(ServerSession *session, FileSendBar *bar, SendPanel *send, Banner *banner, QWidget *page)
    : QObject(page)
    , m_send(send)
    , m_bar(bar)
    , m_banner(banner)
{
    connect(bar, &FileSendBar::sendRequested, session, [session, send](const QString &path, quint64 bytesPerSecond) {
        session->sendFile(path, send->targets(), bytesPerSecond);
    });
    connect(bar, &FileSendBar::pauseRequested, session, &ServerSession::pauseFile);
    connect(bar, &FileSendBar::cancelRequested, session, &ServerSession::cancelFile);
    connect(bar, &FileSendBar::rateChosen, session, &ServerSession::setFileRate);
    connect(bar, &FileSendBar::refused, banner, [banner](const QString &sentence) { banner->tell(sentence); });
    connect(session, &ServerSession::fileProgressed, bar, &FileSendBar::setProgress);
    connect(new FileDrop(page), &FileDrop::dropped, this, &ServiceFiles::ask);
}

void ServiceFiles::ask(const QString &path)
{
    m_obstacle = m_send->obstacle();
    if (m_obstacle.isEmpty())
        m_bar->ask(m_send->recipients(), path);
    else
        m_banner->tell(m_obstacle);
}

void ServiceFiles::updateObstacle()
{
    if (!m_obstacle.isEmpty() && m_send->obstacle() != m_obstacle)
        m_banner->takeBack(std::exchange(m_obstacle, {}));
}
