#pragma once

#include "serverphase.h"

#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class TranscriptBrowser;

/// The server window's commands and the menus that hold them.
class ServerActions final : public QObject
{
    Q_OBJECT
public:
    explicit ServerActions(QObject *parent = nullptr);

    void fill(QMenuBar *bar, TranscriptBrowser *transcript, QMenu *columns, QMenu *languages);
    void retranslate();

    QMenu *viewMenu() const { return m_view; }         ///< after `fill`
    QMenu *socketsMenu() const { return m_socketsMenu; } ///< the same
    QMenu *helpMenu() const { return m_helpMenu; }       ///< the same

    void tellPhase(ServerPhase phase);
    void setClientThere(bool there);
    void tellSockets(bool anySelected, bool anyOpen, bool anyClosed);

    QAction *startStop() const { return m_startStop; }
    QAction *openClient() const { return m_openClient; }
    QAction *sendFile() const { return m_sendFile; }
    QAction *quit() const { return m_quit; }
    QAction *disconnectSelected() const { return m_disconnectSelected; }
    QAction *disconnectAll() const { return m_disconnectAll; }
    QAction *clearClosed() const { return m_clearClosed; }
    QAction *interpretSelected() const { return m_interpretSelected; }
    QAction *showAll() const { return m_showAll; }
    QAction *help() const { return m_help; }
    QAction *about() const { return m_about; }

private:
    QAction *make(const QString &name);
    void retranslateMenus();

    QAction *m_startStop;
    QAction *m_openClient;
    QAction *m_sendFile;
    QAction *m_quit;
    QAction *m_disconnectSelected;
    QAction *m_disconnectAll;
    QAction *m_clearClosed;
    QAction *m_interpretSelected;
    QAction *m_showAll;
    QAction *m_help;
    QAction *m_about;
    QMenu *m_file = nullptr;
    QMenu *m_edit = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_socketsMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    ServerPhase m_phase = ServerPhase::Idle;
};
