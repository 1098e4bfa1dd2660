#include "serveractions.h"

#include "languagemenu.h"
#include "transcriptbrowser.h"
#include "windowactions.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

ServerActions::ServerActions(QObject *parent)
    : QObject(parent)
    , m_startStop(make(u"actionStartStop"_s))
    , m_openClient(make(u"actionOpenClient"_s))
    , m_sendFile(make(u"actionSendFile"_s))
    , m_disconnectSelected(make(u"actionDisconnectSelected"_s))
    , m_disconnectAll(make(u"actionDisconnectAll"_s))
    , m_clearClosed(make(u"actionClearClosed"_s))
    , m_interpretSelected(make(u"actionInterpretSelected"_s))
    , m_showAll(make(u"actionShowAll"_s))
{
    m_openClient->setShortcut(QKeySequence::New);
    tellSockets(false, false, false);
}

QAction *ServerActions::make(const QString &name)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    return action;
}

void ServerActions::fill(QWidget *owner, const WindowActions &window, TranscriptBrowser *transcript, QMenu *columns)
{
    m_file = new QMenu(owner);
    m_file->setToolTipsVisible(true);
    m_file->addAction(window.newService());
    m_file->addActions({m_startStop, m_openClient});
    m_file->addSeparator();
    m_file->addAction(m_sendFile);
    m_file->addSeparator();
    transcript->fillFileMenu(m_file);
    m_fileEnd = m_file->addSeparator();
    m_file->addActions({window.closeService(), window.quit()});
    m_edit = new QMenu(owner);
    transcript->fillEditMenu(m_edit);
    m_view = new QMenu(owner);
    m_view->addAction(m_showAll);
    transcript->fillViewMenu(m_view);
    m_columns = m_view->addMenu(columns);
    m_view->addSeparator();
    m_view->addActions({window.nextService(), window.previousService()});
    m_view->addSeparator();
    m_view->addMenu(window.languages());
    m_socketsMenu = new QMenu(owner);
    m_socketsMenu->addAction(m_openClient);
    m_socketsMenu->addSeparator();
    m_socketsMenu->addActions({m_disconnectSelected, m_disconnectAll});
    m_socketsMenu->addSeparator();
    m_socketsMenu->addAction(m_interpretSelected);
    transcript->addConversationMenu(m_socketsMenu);
    m_socketsMenu->addSeparator();
    m_socketsMenu->addAction(m_clearClosed);
    m_helpMenu = new QMenu(owner);
    m_helpMenu->addActions({window.help(), window.about()});
    retranslate();
}

void ServerActions::addToFileMenu(QAction *action)
{
    m_file->insertAction(m_fileEnd, action);
}

void ServerActions::addToViewMenu(QAction *action)
{
    m_view->insertAction(m_columns, action);
}

void ServerActions::tellPhase(ServerPhase phase)
{
    m_phase = phase;
    m_startStop->setEnabled(phase == ServerPhase::Idle || phase == ServerPhase::Listening);
    m_openClient->setEnabled(phase == ServerPhase::Listening);
    retranslate();
}

void ServerActions::setClientThere(bool there)
{
    m_openClient->setVisible(there);
}

void ServerActions::tellSockets(bool anySelected, bool anyOpen, bool anyClosed)
{
    m_disconnectSelected->setEnabled(anySelected);
    m_disconnectAll->setEnabled(anyOpen);
    m_clearClosed->setEnabled(anyClosed);
}

void ServerActions::tellObstacle(const QString &sentence)
{
    m_sendFile->setEnabled(sentence.isEmpty());
    m_sendFile->setToolTip(sentence);
    m_sendFile->setStatusTip(sentence);
}

void ServerActions::retranslate()
{
    const bool starts = m_phase == ServerPhase::Idle || m_phase == ServerPhase::Starting;
    m_startStop->setText(starts ? tr("&Start listening") : tr("&Stop listening"));
    m_openClient->setText(tr("Open client &window"));
    m_openClient->setIconText(tr("Open client window")); // for a button: without a mnemonic
    m_openClient->setToolTip(tr("Starts a client window that is connected to this server."));
    m_sendFile->setText(tr("Send &file…"));
    m_disconnectSelected->setText(tr("&Disconnect selected"));
    m_disconnectAll->setText(tr("Disconnect &all"));
    m_interpretSelected->setText(tr("&Framing and encoding of the selected…"));
    m_clearClosed->setText(tr("&Clear closed"));
    m_showAll->setText(tr("Show &all sockets in the transcript"));
    if (m_file)
        retranslateMenus();
}

void ServerActions::retranslateMenus()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_socketsMenu->setTitle(tr("&Sockets"));
    m_helpMenu->setTitle(tr("&Help"));
}
