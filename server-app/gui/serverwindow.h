#pragma once

#include "endpoint.h"
#include "serveroptions.h"
#include "serverphase.h"
#include "sessionplace.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>

class HelpActions;
class InspectorDock;
class ServicePage;
class ServiceTabs;
class TranscriptModel;
class WindowActions;

/// How a server window starts.
struct ServerWindowSetup
{
    ServerOptions options;
    bool startListening = false;    ///< on `options.listen`; else one presses the button, and the last address is offered
    std::optional<ServerMode> mode; ///< empty: the mode of the last time, relay the first time
    std::shared_ptr<TrafficStore> store = {}; ///< where what goes over the first service's sockets is kept; needed
    QList<Endpoint> further = {};             ///< where more services listen from the start
    std::function<std::shared_ptr<TrafficStore>(QString *problem)> makeStore = newSession; ///< for each further service
};

/// The server window: the frame around its services, with the menu bar and the inspector of the one that is shown.
class ServerWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit ServerWindow(const ServerWindowSetup &setup, QWidget *parent = nullptr);
    ~ServerWindow() override;

    ServicePage *service() const; ///< that is shown
    QList<ServicePage *> services() const;

    ServerPhase phase() const;                 ///< of the service that is shown; so are the next two
    const Endpoint &listeningEndpoint() const; ///< while it listens
    const TranscriptModel &transcript() const;

public Q_SLOTS:
    void startListening();
    void stopListening();
    /// Opens one that offers the next port. Where there is no place for its session, a banner says so.
    void openService();
    /// Asks when it has clients. The last one stays.
    void closeService(ServicePage *page);
    /// Closes the window without a question, stops every service and quits the program.
    void shutDown();
    /// Says whether a crash left a session, and offers it.
    void offerCrashedSessions();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    ServicePage *addService(const ServerOptions &options, std::shared_ptr<TrafficStore> store);
    ServicePage *addFurther(const Endpoint &endpoint, ServerMode mode);
    void listenFurther(const QList<Endpoint> &endpoints, ServerMode mode);
    Endpoint nextEndpoint() const;
    void restoreLayout();
    void rememberLayout();
    void connectActions();
    void onCurrent(ServicePage *page);
    void onPhase();
    void tellShared();
    void tellWhoListensThere(const ServicePage *failed);
    bool isIdle() const;
    void retranslate();

    const ServerOptions m_options; // for new services
    const std::function<std::shared_ptr<TrafficStore>(QString *problem)> m_makeStore;
    WindowActions *m_actions;
    HelpActions *m_help;
    InspectorDock *m_inspector;
    ServiceTabs *m_tabs;
    QList<ServicePage *> m_leaving; // closed, and on their way to stop
    bool m_closing = false;
};
