#include "serverwindow.h"

#include "appicon.h"
#include "closequestion.h"
#include "filedrop.h"
#include "helpactions.h"
#include "inspectordock.h"
#include "machineaddresses.h"
#include "portconflict.h"
#include "serverhelp.h"
#include "serversettings.h"
#include "serverwhatsthis.h"
#include "servicepage.h"
#include "servicetabs.h"
#include "windowactions.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QMenuBar>
#include <QScreen>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

static ServerOptions firstOptions(const ServerWindowSetup &setup)
{
    ServerOptions options = setup.options;
    options.listen = setup.startListening ? setup.options.listen : ServerSettings::listen();
    options.mode = setup.mode.value_or(ServerSettings::mode());
    return options;
}

ServerWindow::ServerWindow(const ServerWindowSetup &setup, QWidget *parent)
    : QMainWindow(parent)
    , m_options(setup.options)
    , m_makeStore(setup.makeStore)
    , m_actions(new WindowActions(this))
    , m_help(new HelpActions(HelpPage::ServerWindow, serverHelp, this))
    , m_inspector(new InspectorDock(this))
    , m_tabs(new ServiceTabs)
{
    setObjectName(u"serverWindow"_s);
    QTimer::singleShot(0, this, [this] { setWindowIcon(appIcon()); }); // drawn when the window is seen
    setCentralWidget(m_tabs);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    connect(new FileDrop(this), &FileDrop::dropped, this, [this](const QString &path) { service()->askForFile(path); });
    connectActions();
    const ServerOptions first = firstOptions(setup);
    m_tabs->show(addService(first, setup.store));
    retranslate();
    restoreLayout();
    if (!setup.startListening)
        return;
    service()->body()->focusMessage();
    startListening();
    listenFurther(setup.further, first.mode);
}

ServerWindow::~ServerWindow()
{
    qDeleteAll(m_leaving);
    delete takeCentralWidget(); // its pages look at the inspector
}

void ServerWindow::connectActions()
{
    connect(m_tabs, &ServiceTabs::currentChanged, this, &ServerWindow::onCurrent);
    connect(m_tabs, &ServiceTabs::newRequested, this, &ServerWindow::openService);
    connect(m_tabs, &ServiceTabs::closeRequested, this, &ServerWindow::closeService);
    connect(m_actions->newService(), &QAction::triggered, this, &ServerWindow::openService);
    connect(m_actions->closeService(), &QAction::triggered, this, [this] { closeService(service()); });
    connect(m_actions->nextService(), &QAction::triggered, m_tabs, [this] { m_tabs->showBeside(1); });
    connect(m_actions->previousService(), &QAction::triggered, m_tabs, [this] { m_tabs->showBeside(-1); });
    connect(m_actions->quit(), &QAction::triggered, this, &ServerWindow::close);
    connect(m_actions->help(), &QAction::triggered, m_help, &HelpActions::openPage);
    connect(m_actions->about(), &QAction::triggered, this, [this] { showAbout(this, tr("OnePort Server")); });
}

ServicePage *ServerWindow::service() const
{
    return m_tabs->current();
}

QList<ServicePage *> ServerWindow::services() const
{
    return m_tabs->pages();
}

ServerPhase ServerWindow::phase() const
{
    return service()->phase();
}

const Endpoint &ServerWindow::listeningEndpoint() const
{
    return service()->listeningEndpoint();
}

const TranscriptModel &ServerWindow::transcript() const
{
    return service()->transcript();
}

ServicePage *ServerWindow::addService(const ServerOptions &options, std::shared_ptr<TrafficStore> store)
{
    auto *page = new ServicePage(options, std::move(store), *m_actions, m_inspector);
    connect(page, &ServicePage::phaseChanged, this, &ServerWindow::onPhase);
    connect(page, &ServicePage::listenFailed, this, [this, page] { tellWhoListensThere(page); });
    m_help->fill(page->helpMenu(), m_actions->about());
    m_tabs->add(page);
    m_actions->tellServices(services().size());
    return page;
}

/// Null: there is no place for its session, as a banner says.
ServicePage *ServerWindow::addFurther(const Endpoint &endpoint, ServerMode mode)
{
    QString problem;
    auto store = m_makeStore(&problem);
    if (!store) {
        service()->body()->tell(problem);
        return nullptr;
    }
    ServerOptions options = m_options;
    options.listen = endpoint;
    options.mode = mode;
    ServicePage *page = addService(options, std::move(store));
    explainServerWindow(this);
    page->body()->restoreLayout(m_tabs->width());
    return page;
}

void ServerWindow::listenFurther(const QList<Endpoint> &endpoints, ServerMode mode)
{
    for (const Endpoint &endpoint : endpoints) {
        ServicePage *page = addFurther(endpoint, mode);
        if (!page)
            return;
        page->startListening();
    }
}

void ServerWindow::openService()
{
    if (isVisible())
        service()->body()->rememberLayout();
    ServicePage *page = addFurther(nextEndpoint(), ServerSettings::mode());
    if (!page)
        return;
    m_tabs->show(page);
    page->body()->focusPort();
}

/// The address of the service that is shown, and a port that none of them has.
Endpoint ServerWindow::nextEndpoint() const
{
    constexpr quint16 MaxPort = 65535;
    Endpoint next = service()->endpoint();
    const QList<ServicePage *> pages = services();
    const auto isTaken = [&pages, &next] {
        return std::any_of(pages.cbegin(), pages.cend(),
                           [&next](const ServicePage *page) { return page->endpoint().port == next.port; });
    };
    while (next.port != 0 && isTaken())
        next.port = next.port == MaxPort ? 0 : next.port + 1;
    return next;
}

void ServerWindow::closeService(ServicePage *page)
{
    if (services().size() < 2 || !mayCloseService(this, page->totals().open) || m_closing)
        return;
    m_tabs->take(page);
    page->setCurrent(false); // also while its last clients leave
    m_actions->tellServices(services().size());
    m_leaving.append(page);
    page->shutDown();
    onPhase();
}

void ServerWindow::onCurrent(ServicePage *page)
{
    for (ServicePage *other : services())
        other->setCurrent(false);
    menuBar()->clear();
    for (QMenu *menu : page->menus())
        menuBar()->addMenu(menu);
    page->setCurrent(true);
}

void ServerWindow::onPhase()
{
    m_leaving.removeIf([](ServicePage *page) {
        const bool gone = page->phase() == ServerPhase::Idle;
        if (gone)
            page->deleteLater();
        return gone;
    });
    tellShared();
    if (!m_closing || !isIdle())
        return;
    close();
    QCoreApplication::quit();
}

void ServerWindow::tellShared()
{
    QHash<QHostAddress, int> listening;
    for (const ServicePage *page : services())
        listening[page->listeningEndpoint().address] += page->phase() == ServerPhase::Listening ? 1 : 0;
    for (ServicePage *page : services())
        page->body()->setShared(listening.value(page->listeningEndpoint().address) > 1);
}

/// The system only says that the port is taken, as if by another program.
void ServerWindow::tellWhoListensThere(const ServicePage *failed)
{
    const Endpoint wanted = failed->endpoint();
    const QList<QHostAddress> own = machineAddresses();
    for (const ServicePage *page : services()) {
        if (page->phase() != ServerPhase::Listening || !isSamePlace(page->listeningEndpoint(), wanted, own))
            continue;
        failed->body()->tell(tr("Can't listen on %1: the tab “%2” of this window listens on %3. Choose another port, "
                                "or stop listening there first.")
                                 .arg(wanted.toString(), page->summary().text(), page->listeningEndpoint().toString()));
        return;
    }
}

bool ServerWindow::isIdle() const
{
    const QList<ServicePage *> pages = services() + m_leaving;
    return std::all_of(pages.cbegin(), pages.cend(),
                       [](const ServicePage *page) { return page->phase() == ServerPhase::Idle; });
}

void ServerWindow::restoreLayout()
{
    const int letter = fontMetrics().averageCharWidth();
    const QSize wanted(letter * 205, fontMetrics().height() * 50);
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
    service()->body()->restoreLayout(width());
    restoreGeometry(ServerSettings::layout(ServerSettings::Layout::Window));
    restoreState(ServerSettings::layout(ServerSettings::Layout::Docks));
}

void ServerWindow::rememberLayout()
{
    ServerSettings::setLayout(ServerSettings::Layout::Window, saveGeometry());
    ServerSettings::setLayout(ServerSettings::Layout::Docks, saveState());
    service()->body()->rememberLayout();
}

void ServerWindow::startListening()
{
    service()->startListening();
}

void ServerWindow::stopListening()
{
    service()->stopListening();
}

void ServerWindow::offerCrashedSessions()
{
    service()->body()->offerCrashedSessions();
}

void ServerWindow::closeEvent(QCloseEvent *event)
{
    if (isIdle()) {
        if (isVisible())
            rememberLayout();
        event->accept();
        return;
    }
    event->ignore();
    qsizetype open = 0;
    for (const ServicePage *page : services())
        open += page->totals().open;
    if (!m_closing && mayCloseWithSockets(this, open))
        shutDown();
}

void ServerWindow::shutDown()
{
    if (m_closing)
        return;
    if (isVisible())
        rememberLayout();
    m_closing = true;
    hide();
    for (ServicePage *page : services())
        page->shutDown();
    onPhase(); // they can have stopped while one was asked
}

void ServerWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void ServerWindow::retranslate()
{
    setWindowTitle(tr("OnePort Server"));
    m_actions->retranslate();
    m_help->retranslate();
    explainServerWindow(this);
}
