#pragma once

#include "clientlauncher.h"
#include "serversession.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>

class Banner;
class Inspection;
class InspectorDock;
class FileSendBar;
class ListenBar;
class QSplitter;
class QToolButton;
class QuietLabel;
class ReachLine;
class SendPanel;
class ServerActions;
class ServerInterpretation;
class ServerStatusBar;
class ServingMenu;
class SocketCommands;
class SocketsPane;
class TranscriptPane;

/// How a server window starts.
struct ServerWindowSetup
{
    ServerOptions options;
    bool startListening = false;    ///< on `options.listen`; else one presses the button, and the last address is offered
    std::optional<ServerMode> mode; ///< empty: the mode of the last time, relay the first time
    std::shared_ptr<TrafficStore> store = {}; ///< where what goes over the sockets is kept; needed
};

/// The server window. Holds a session and the widgets that show it, and connects them.
class ServerWindow final : public QMainWindow
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds ClosePatience{5'000}; ///< until what is still queued is given up

    explicit ServerWindow(const ServerWindowSetup &setup, QWidget *parent = nullptr);
    ~ServerWindow() override;

    ServerPhase phase() const { return m_session.phase(); }
    const Endpoint &listeningEndpoint() const { return m_session.listening(); } ///< while it listens
    const TranscriptModel &transcript() const { return *m_session.transcript(); }

public Q_SLOTS:
    void startListening();
    void stopListening();
    /// Closes the window without a question, stops the server and quits the program.
    void shutDown();
    /// Says whether a crash left a session, and offers it.
    void offerCrashedSessions();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void arrange();
    void restoreLayout();
    void rememberLayout();
    void connectSession();
    void connectBar();
    void connectPanes();
    void connectActions();
    void connectFileBar();

    void onPhase();
    void tellWhere();
    void onUpdated(quint64 messages);
    void onSelection();
    void updateTargets();
    void send(const TypedText &typed, const QList<SocketId> &targets);
    void askForFile(const QString &path = {});
    void openClient();
    void setMode(ServerMode mode);
    void retranslate();

    ServerOptions m_options;
    ClientLauncher m_launcher;
    ServerSession m_session;
    ServerActions *m_actions;
    SocketCommands *m_commands;
    ServingMenu *m_serving;
    InspectorDock *m_inspector;
    Inspection *m_inspection;
    ListenBar *m_bar;
    ServerInterpretation *m_interpretation;
    Banner *m_banner;
    QString m_obstacle; // that the banner told when a file was to be sent
    ReachLine *m_reach;
    QToolButton *m_openClient;
    QuietLabel *m_modeHint;
    QSplitter *m_splitter;
    SocketsPane *m_socketsPane;
    TranscriptPane *m_transcriptPane;
    FileSendBar *m_fileBar;
    SendPanel *m_send;
    ServerStatusBar *m_status;
    QList<SocketId> m_selected;
    QTimer m_closePatience;
    bool m_closing = false;
};
