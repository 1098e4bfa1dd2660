#pragma once

#include "encoding.h"
#include "framing.h"

#include <QObject>

class LanguageMenu;
class QAction;
class QMainWindow;
class QMenu;
class EncodingMenu;
class TranscriptBrowser;

/// The menu bar of a client window.
class ClientMenus final : public QObject
{
    Q_OBJECT
public:
    ClientMenus(QMainWindow *window, TranscriptBrowser *transcript);

    void setFraming(const Framing &framing);
    void setEncoding(const Encoding &encoding);
    /// `obstacle`: why nothing can be sent now; empty when it can.
    void setConnection(bool active, const QString &obstacle);
    /// While there is a connection: whether it is read, and that it can be reset.
    void setOpen(bool open, bool readingStopped);
    QMenu *viewMenu() const { return m_view; }
    QMenu *helpMenu() const { return m_help; }
    QAction *aboutAction() const { return m_about; }
    void retranslate();

Q_SIGNALS:
    void newWindowRequested();
    void sendFileRequested();
    void connectRequested();
    void disconnectRequested();
    void finishWritingRequested();
    void readingChosen(bool on);
    void resetRequested();
    void framingChosen(const Framing &framing);
    void encodingChosen(const Encoding &encoding);
    void helpRequested();
    void aboutRequested();

private:
    void makeFileMenu();
    void makeEditMenu(TranscriptBrowser *transcript);
    void makeViewMenu();
    void makeConnectionMenu();
    void makeHelpMenu();
    QAction *addFraming(const QString &name);
    QAction *addPlainFraming(const QString &name, Framing::Kind kind);
    void makeFramingMenu();
    void askForFraming();
    void retranslateFraming();

    QMainWindow *m_window;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_framing;
    EncodingMenu *m_encoding;
    LanguageMenu *m_language;
    QMenu *m_connection;
    QMenu *m_help;
    QAction *m_newWindow = nullptr;
    QAction *m_sendFile = nullptr;
    QAction *m_close = nullptr;
    QAction *m_quit = nullptr;
    QAction *m_lines = nullptr;
    QAction *m_crLf = nullptr;
    QAction *m_nul = nullptr;
    QAction *m_raw = nullptr;
    QAction *m_otherFraming = nullptr;
    QAction *m_connect = nullptr;
    QAction *m_disconnect = nullptr;
    QAction *m_finishWriting = nullptr;
    QAction *m_stopReading = nullptr;
    QAction *m_readOn = nullptr;
    QAction *m_reset = nullptr;
    QAction *m_showHelp = nullptr;
    QAction *m_about = nullptr;
    Framing m_chosen;
};
