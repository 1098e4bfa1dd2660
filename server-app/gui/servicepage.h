#pragma once

#include "clientlauncher.h"
#include "inspection.h"
#include "serveractions.h"
#include "serversession.h"
#include "servicebody.h"
#include "servicesummary.h"

#include <QTimer>
#include <QWidget>

class GateWords;
class InspectorDock;
class QMenu;
class ServerInterpretation;
class ServerStatusBar;
class ServerTour;
class ServiceFiles;
class ServingMenu;
class SocketCommands;
class WindowActions;

/// One service in a server window: its address and port, its mode, its sockets and its transcript. Holds a session and the
/// widgets and menus that show it, and connects them.
class ServicePage final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds ClosePatience{5'000}; ///< until what is still queued is given up

    /// `options`: what it offers at first. `window` and `inspector` are the window's, for all its services.
    ServicePage(const ServerOptions &options, std::shared_ptr<TrafficStore> store, const WindowActions &window,
                InspectorDock *inspector, QWidget *parent = nullptr);
    ~ServicePage() override;

    ServerPhase phase() const { return m_session.phase(); }
    const Endpoint &listeningEndpoint() const { return m_session.listening(); } ///< while it listens
    const TranscriptModel &transcript() const { return *m_session.transcript(); }
    const SocketsModel::Totals &totals() const { return m_session.sockets()->totals(); }
    /// Where it listens, or will once it is told to. Unknown where what is typed is no address.
    Endpoint endpoint() const;
    ServiceSummary summary() const;
    ServiceNews news() const;
    /// Those for the window's menu bar while this service is shown.
    QList<QMenu *> menus() const { return m_actions->menus(); }
    QMenu *helpMenu() const { return m_actions->helpMenu(); } ///< the last of them

    /// Whether it is the one that is shown: the inspector is on its socket then, and only then facts are asked for.
    void setCurrent(bool current) { m_inspection->setCurrent(current); }
    ServiceBody *body() const { return m_body; }

public Q_SLOTS:
    void startListening();
    void stopListening();
    /// Stops for good. What is queued still has ClosePatience.
    void shutDown();
    /// `path`: a file that was dropped; empty: one is chosen.
    void askForFile(const QString &path = {});

Q_SIGNALS:
    void phaseChanged();
    void listenFailed(); ///< why is in the banner, until something better is known
    void changed(); ///< the summary, or the news

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void fillMenus(const WindowActions &window);
    void connectSession();
    void connectBar();
    void connectPanes();
    void connectActions();

    void onPhase();
    void tellWhere();
    void onListenFailed(const QString &sentence);
    void onUpdated(quint64 messages);
    void refresh();
    void onSelection();
    void updateTargets();
    void tellObstacle();
    void send(const TypedText &typed, const QList<SocketId> &targets);
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
    ServiceBody *m_body;
    ListenBar *m_bar;
    ServerInterpretation *m_interpretation;
    Banner *m_banner;
    ReachLine *m_reach;
    GateWords *m_gate;
    SocketsPane *m_socketsPane;
    TranscriptPane *m_transcriptPane;
    SendPanel *m_send;
    ServiceFiles *m_files;
    ServerStatusBar *m_status;
    ServerTour *m_tour;
    QList<SocketId> m_selected;
    int m_failures = 0; // of starts
    int m_opened = 0;   // client windows
    QTimer m_closePatience;
    QTimer m_calm; // between one refresh and the next
    quint64 m_standing = 0; // of the sockets at the last one
    bool m_isStale = false;
};
