#include "socketscolumn.h"

#include "connectionqueues.h"
#include "picturepane.h"
#include "pictureview.h"
#include "serversession.h"
#include "serversettings.h"
#include "socketspane.h"
#include "socketsview.h"

#include <QAction>
#include <QCoreApplication>
#include <QFileInfo>

static PictureServer thisProgram(qint64 queueLimit)
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).completeBaseName();
    return {program, QCoreApplication::applicationPid(), queueLimit};
}

/// Null where the system does not tell.
static ReceiveWatch::Ask receiveQueues()
{
    return ConnectionQueues::areTold() ? ReceiveWatch::Ask(ConnectionQueues::received) : ReceiveWatch::Ask();
}

SocketsColumn::SocketsColumn(ServerSession *session, SocketsPane *sockets, qint64 queueLimit, QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
    , m_session(session)
    , m_sockets(sockets)
    , m_picture(new PicturePane(session->sockets(), thisProgram(queueLimit), Server::ownersOfPeers, receiveQueues()))
{
    addWidget(m_picture);
    addWidget(m_sockets);
    setChildrenCollapsible(false);
    setStretchFactor(0, 3);
    setStretchFactor(1, 2);
    connect(m_picture->view(), &PictureView::chosen, m_sockets, &SocketsPane::select);
    connect(m_sockets->view(), &SocketsView::selectedIdsChanged, this, &SocketsColumn::takeSelection);
    connect(m_picture, &PicturePane::shownChanged, this, &SocketsColumn::watch);
    connect(session, &ServerSession::phaseChanged, this, &SocketsColumn::watch);
    connect(session, &ServerSession::told, m_picture, [this](const SocketFacts &facts) {
        if (facts.status.id == ListenerId)
            m_picture->setWaiting(facts.backlog.waiting.value_or(0));
    });
    restoreState(ServerSettings::layout(ServerSettings::Layout::Picture));
    m_picture->showAction()->setChecked(ServerSettings::showsPicture());
}

void SocketsColumn::remember() const
{
    ServerSettings::setShowsPicture(m_picture->showAction()->isChecked());
    if (m_picture->isVisible())
        ServerSettings::setLayout(ServerSettings::Layout::Picture, saveState());
}

/// A listening socket that is gone is not asked any more; the next one has to be named again.
void SocketsColumn::watch()
{
    m_session->watchListener(this, m_picture->isVisible());
}

void SocketsColumn::takeSelection()
{
    m_picture->view()->setSelected(m_sockets->view()->selectedIds());
}
