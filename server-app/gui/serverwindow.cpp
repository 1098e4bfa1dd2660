#include "serverwindow.h"

#include "appicon.h"
#include "closequestion.h"
#include "filedrop.h"
#include "inspectordock.h"
#include "serverhelp.h"
#include "serversettings.h"
#include "servicepage.h"
#include "windowactions.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QMenuBar>
#include <QScreen>

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
    , m_actions(new WindowActions(this))
    , m_inspector(new InspectorDock(this))
    , m_service(new ServicePage(firstOptions(setup), setup.store, *m_actions, m_inspector, this))
{
    setObjectName(u"serverWindow"_s);
    setWindowIcon(appIcon());
    setCentralWidget(m_service);
    for (QMenu *menu : m_service->menus())
        menuBar()->addMenu(menu);
    m_service->setCurrent(true);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    connect(m_service, &ServicePage::phaseChanged, this, &ServerWindow::onPhase);
    connect(new FileDrop(this), &FileDrop::dropped, this, [this](const QString &path) { m_service->askForFile(path); });
    connectActions();
    retranslate();
    restoreLayout();
    if (!setup.startListening)
        return;
    m_service->focusMessage();
    startListening();
}

ServerWindow::~ServerWindow()
{
    delete takeCentralWidget(); // it looks at the inspector
}

ServerPhase ServerWindow::phase() const
{
    return m_service->phase();
}

const Endpoint &ServerWindow::listeningEndpoint() const
{
    return m_service->listeningEndpoint();
}

const TranscriptModel &ServerWindow::transcript() const
{
    return m_service->transcript();
}

void ServerWindow::restoreLayout()
{
    const int letter = fontMetrics().averageCharWidth();
    const QSize wanted(letter * 205, fontMetrics().height() * 50);
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
    const int before = width();
    restoreGeometry(ServerSettings::layout(ServerSettings::Layout::Window));
    m_service->restoreLayout(before);
    restoreState(ServerSettings::layout(ServerSettings::Layout::Docks));
}

void ServerWindow::rememberLayout()
{
    ServerSettings::setLayout(ServerSettings::Layout::Window, saveGeometry());
    ServerSettings::setLayout(ServerSettings::Layout::Docks, saveState());
    m_service->rememberLayout();
}

void ServerWindow::connectActions()
{
    connect(m_actions->quit(), &QAction::triggered, this, &ServerWindow::close);
    connect(m_actions->help(), &QAction::triggered, this, [this] { (new HelpDialog(serverHelp, this))->show(); });
    connect(m_actions->about(), &QAction::triggered, this, [this] { showAbout(this, tr("OnePort Server")); });
}

void ServerWindow::startListening()
{
    m_service->startListening();
}

void ServerWindow::stopListening()
{
    m_service->stopListening();
}

void ServerWindow::offerCrashedSessions()
{
    m_service->offerCrashedSessions();
}

void ServerWindow::onPhase()
{
    if (!m_closing || phase() != ServerPhase::Idle)
        return;
    close();
    QCoreApplication::quit();
}

void ServerWindow::closeEvent(QCloseEvent *event)
{
    if (phase() == ServerPhase::Idle) {
        if (isVisible())
            rememberLayout();
        event->accept();
        return;
    }
    event->ignore();
    if (!m_closing && mayCloseWithSockets(this, m_service->totals().open))
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
    m_service->shutDown();
    onPhase(); // it can have stopped while one was asked
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
}
