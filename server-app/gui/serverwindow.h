#pragma once

#include "endpoint.h"
#include "serveroptions.h"
#include "serverphase.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class InspectorDock;
class ServicePage;
class TrafficStore;
class TranscriptModel;
class WindowActions;

/// How a server window starts.
struct ServerWindowSetup
{
    ServerOptions options;
    bool startListening = false;    ///< on `options.listen`; else one presses the button, and the last address is offered
    std::optional<ServerMode> mode; ///< empty: the mode of the last time, relay the first time
    std::shared_ptr<TrafficStore> store = {}; ///< where what goes over the sockets is kept; needed
};

/// The server window: the frame around a service, with the menu bar and the inspector.
class ServerWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit ServerWindow(const ServerWindowSetup &setup, QWidget *parent = nullptr);
    ~ServerWindow() override;

    ServerPhase phase() const;
    const Endpoint &listeningEndpoint() const; ///< while it listens
    const TranscriptModel &transcript() const;

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
    void restoreLayout();
    void rememberLayout();
    void connectActions();
    void onPhase();
    void retranslate();

    WindowActions *m_actions;
    InspectorDock *m_inspector;
    ServicePage *m_service = nullptr;
    bool m_closing = false;
};
