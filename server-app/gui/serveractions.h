#pragma once

#include "serverphase.h"

#include <QObject>

class QAction;
class QMenu;
class TranscriptBrowser;
class WindowActions;

/// A service's commands, and the menus that hold them and the window's.
class ServerActions final : public QObject
{
    Q_OBJECT
public:
    explicit ServerActions(QObject *parent = nullptr);

    /// Makes the menus, which `owner` owns, of these commands and of the window's.
    void fill(QWidget *owner, const WindowActions &window, TranscriptBrowser *transcript, QMenu *columns);
    void retranslate();

    /// For the menu bar, in order; after `fill`.
    QList<QMenu *> menus() const { return {m_file, m_edit, m_view, m_socketsMenu, m_helpMenu}; }
    /// Behind those that export and save, before those that end the program.
    void addToFileMenu(QAction *action);
    /// Behind those of the transcript.
    void addToViewMenu(QAction *action);
    QMenu *socketsMenu() const { return m_socketsMenu; } ///< after `fill`
    QMenu *helpMenu() const { return m_helpMenu; }       ///< the same

    void tellPhase(ServerPhase phase);
    void setClientThere(bool there);
    /// Why nothing can be sent now; empty when it can.
    void tellObstacle(const QString &sentence);
    void tellSockets(bool anySelected, bool anyOpen, bool anyClosed);

    QAction *startStop() const { return m_startStop; }
    QAction *openClient() const { return m_openClient; }
    QAction *sendFile() const { return m_sendFile; }
    QAction *disconnectSelected() const { return m_disconnectSelected; }
    QAction *disconnectAll() const { return m_disconnectAll; }
    QAction *clearClosed() const { return m_clearClosed; }
    QAction *interpretSelected() const { return m_interpretSelected; }
    QAction *showAll() const { return m_showAll; }

private:
    QAction *make(const QString &name);
    void retranslateMenus();

    QAction *m_startStop;
    QAction *m_openClient;
    QAction *m_sendFile;
    QAction *m_disconnectSelected;
    QAction *m_disconnectAll;
    QAction *m_clearClosed;
    QAction *m_interpretSelected;
    QAction *m_showAll;
    QAction *m_fileEnd = nullptr; // the separator before what ends the program
    QAction *m_columns = nullptr; // the menu of the table's columns
    QMenu *m_file = nullptr;
    QMenu *m_edit = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_socketsMenu = nullptr;
    QMenu *m_helpMenu = nullptr;
    ServerPhase m_phase = ServerPhase::Idle;
};
