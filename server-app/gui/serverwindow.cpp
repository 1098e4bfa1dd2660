#include "serverwindow.h"

#include "appicon.h"
#include "banner.h"
#include "closequestion.h"
#include "composer.h"
#include "filedrop.h"
#include "filesendbar.h"
#include "inspection.h"
#include "inspectordock.h"
#include "languagemenu.h"
#include "listenbar.h"
#include "quietlabel.h"
#include "reachline.h"
#include "sendpanel.h"
#include "serveractions.h"
#include "serverhelp.h"
#include "serverinterpretation.h"
#include "serversettings.h"
#include "serverstatusbar.h"
#include "servingmenu.h"
#include "socketcommands.h"
#include "socketspane.h"
#include "socketsview.h"
#include "transcriptbrowser.h"
#include "transcriptpane.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ServerWindow::ServerWindow(const ServerWindowSetup &setup, QWidget *parent)
    : QMainWindow(parent)
    , m_options(setup.options)
    , m_session(setup.store)
    , m_actions(new ServerActions(this))
    , m_commands(new SocketCommands(&m_session, setup.options, this))
    , m_serving(new ServingMenu(setup.options, this))
    , m_inspector(new InspectorDock(this))
    , m_inspection(new Inspection(&m_session, m_inspector))
    , m_bar(new ListenBar)
    , m_interpretation(new ServerInterpretation(&m_session, m_bar, setup.options.messageLimit, this))
    , m_banner(new Banner)
    , m_reach(new ReachLine)
    , m_openClient(new QToolButton)
    , m_modeHint(new QuietLabel)
    , m_splitter(new QSplitter)
    , m_socketsPane(new SocketsPane(m_session.sockets()))
    , m_transcriptPane(new TranscriptPane(m_session.transcript()))
    , m_fileBar(new FileSendBar)
    , m_send(new SendPanel(m_session.outcomes()))
    , m_status(new ServerStatusBar)
{
    m_bar->setEndpoint(setup.startListening ? setup.options.listen : ServerSettings::listen());
    m_bar->setMode(setup.mode.value_or(ServerSettings::mode()));
    m_bar->setFraming(setup.options.framing);
    m_bar->setEncoding(setup.options.encoding);
    arrange();
    connectSession();
    connectBar();
    connectPanes();
    connectActions();
    connectFileBar();
    retranslate();
    setMode(m_bar->mode());
    m_interpretation->applyUsual();
    onPhase();
    onSelection();
    restoreLayout();
    if (!setup.startListening)
        return;
    m_send->composer()->focusMessage();
    startListening();
}

ServerWindow::~ServerWindow()
{
    delete m_inspector;
    delete takeCentralWidget(); // its widgets look at the models, which go before the other children
}

void ServerWindow::arrange()
{
    setObjectName(u"serverWindow"_s);
    setWindowIcon(appIcon());
    m_modeHint->setObjectName(u"modeHint"_s);
    m_splitter->addWidget(m_socketsPane);
    m_splitter->addWidget(m_transcriptPane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_openClient->setObjectName(u"openClientWindow"_s);
    m_openClient->setDefaultAction(m_actions->openClient());
    m_openClient->setFocusPolicy(Qt::StrongFocus);
    auto *where = new QHBoxLayout;
    where->addWidget(m_reach, 1, Qt::AlignVCenter);
    where->addWidget(m_openClient, 0, Qt::AlignVCenter);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->addWidget(m_bar);
    layout->addWidget(m_banner);
    layout->addLayout(where);
    layout->addWidget(m_modeHint);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_fileBar);
    layout->addWidget(m_send);
    setCentralWidget(central);
    setStatusBar(m_status);
    m_actions->fill(menuBar(), m_transcriptPane->browser(), m_socketsPane->view()->columnsMenu(), new LanguageMenu(this));
    m_commands->fill(m_actions->socketsMenu());
    m_actions->socketsMenu()->addMenu(m_serving);
    m_socketsPane->view()->addActions(m_commands->ofSelected());
    m_actions->viewMenu()->addAction(m_inspector->toggleViewAction());
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_actions->setClientThere(m_launcher.isThere());
    m_openClient->setVisible(m_launcher.isThere());
}

void ServerWindow::restoreLayout()
{
    const int letter = fontMetrics().averageCharWidth();
    const QSize wanted(letter * 205, fontMetrics().height() * 50);
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
    const int transcript = qMax(letter * 84, m_transcriptPane->browser()->roomyWidth());
    const QMargins margins = centralWidget()->layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_splitter->handleWidth();
    m_splitter->setSizes({room - transcript, transcript});
    restoreGeometry(ServerSettings::layout(ServerSettings::Layout::Window));
    m_splitter->restoreState(ServerSettings::layout(ServerSettings::Layout::Panes));
    m_transcriptPane->browser()->restoreState(ServerSettings::layout(ServerSettings::Layout::Transcript));
    restoreState(ServerSettings::layout(ServerSettings::Layout::Docks));
}

void ServerWindow::rememberLayout()
{
    ServerSettings::setLayout(ServerSettings::Layout::Window, saveGeometry());
    ServerSettings::setLayout(ServerSettings::Layout::Transcript, m_transcriptPane->browser()->saveState());
    ServerSettings::setLayout(ServerSettings::Layout::Docks, saveState());
    ServerSettings::setLayout(ServerSettings::Layout::Panes, m_splitter->saveState());
    m_socketsPane->view()->remember();
}

void ServerWindow::connectSession()
{
    connect(&m_session, &ServerSession::phaseChanged, this, &ServerWindow::onPhase);
    connect(&m_session, &ServerSession::updated, this, &ServerWindow::onUpdated);
    connect(&m_session, &ServerSession::serving, m_status, &ServerStatusBar::tellServing);
    connect(&m_session, &ServerSession::interpretationsChanged, this, &ServerWindow::updateTargets);
    connect(&m_session, &ServerSession::listenFailed, this, [this](const QString &sentence) { m_banner->tell(sentence); });
    m_closePatience.setSingleShot(true);
    m_closePatience.setInterval(ClosePatience);
    connect(&m_closePatience, &QTimer::timeout, &m_session, &ServerSession::stopNow);
}

void ServerWindow::connectBar()
{
    connect(m_bar, &ListenBar::startRequested, this, &ServerWindow::startListening);
    connect(m_bar, &ListenBar::stopRequested, this, &ServerWindow::stopListening);
    connect(m_bar, &ListenBar::focusReleased, m_send->composer(), &Composer::focusMessage);
    connect(m_bar, &ListenBar::endpointEdited, this, &ServerWindow::tellWhere);
    connect(m_bar, &ListenBar::modeChosen, this, [this](ServerMode mode) {
        setMode(mode);
        ServerSettings::setMode(mode);
    });
    connect(m_bar, &ListenBar::framingChosen, m_interpretation, &ServerInterpretation::applyUsual);
    connect(m_bar, &ListenBar::encodingChosen, m_interpretation, &ServerInterpretation::applyUsual);
}

void ServerWindow::connectPanes()
{
    SocketsView *view = m_socketsPane->view();
    connect(view, &SocketsView::selectedIdsChanged, this, &ServerWindow::onSelection);
    connect(view, &SocketsView::sendToSelectedRequested, m_send, &SendPanel::writeToSelected);
    connect(view, &SocketsView::interpretRequested, m_interpretation, &ServerInterpretation::ask);
    connect(view, &SocketsView::disconnectRequested, &m_session, &ServerSession::disconnectSockets);
    connect(m_session.sockets(), &SocketsModel::rowsRemoved, this, &ServerWindow::updateTargets);
    connect(m_session.sockets(), &SocketsModel::modelReset, this, &ServerWindow::updateTargets);
    connect(m_socketsPane, &SocketsPane::openClientRequested, this, &ServerWindow::openClient);
    connect(m_send, &SendPanel::sendRequested, this, &ServerWindow::send);
    connect(m_send, &SendPanel::edited, m_session.outcomes(), &OutcomeModel::clear);
}

void ServerWindow::connectActions()
{
    connect(m_actions->startStop(), &QAction::triggered, this,
            [this] { phase() == ServerPhase::Idle ? startListening() : stopListening(); });
    connect(m_actions->openClient(), &QAction::triggered, this, &ServerWindow::openClient);
    connect(m_actions->sendFile(), &QAction::triggered, this, [this] { askForFile(); });
    connect(m_actions->quit(), &QAction::triggered, this, &ServerWindow::close);
    connect(m_actions->disconnectSelected(), &QAction::triggered, this, [this] { m_session.disconnectSockets(m_selected); });
    connect(m_actions->interpretSelected(), &QAction::triggered, this, [this] { m_interpretation->ask(m_selected); });
    connect(m_actions->disconnectAll(), &QAction::triggered, this,
            [this] { m_session.disconnectSockets(m_session.sockets()->openIds()); });
    connect(m_actions->clearClosed(), &QAction::triggered, m_session.sockets(), &SocketsModel::clearClosed);
    connect(m_actions->showAll(), &QAction::triggered, m_transcriptPane, &TranscriptPane::showAll);
    connect(m_actions->help(), &QAction::triggered, this, [this] { (new HelpDialog(serverHelp, this))->show(); });
    connect(m_actions->about(), &QAction::triggered, this, [this] { showAbout(this, tr("OnePort Server")); });
}

void ServerWindow::connectFileBar()
{
    connect(m_fileBar, &FileSendBar::sendRequested, this, [this](const QString &path, quint64 bytesPerSecond) {
        m_session.sendFile(path, m_send->targets(), bytesPerSecond);
    });
    connect(m_fileBar, &FileSendBar::pauseRequested, &m_session, &ServerSession::pauseFile);
    connect(m_fileBar, &FileSendBar::cancelRequested, &m_session, &ServerSession::cancelFile);
    connect(m_fileBar, &FileSendBar::rateChosen, &m_session, &ServerSession::setFileRate);
    connect(m_fileBar, &FileSendBar::refused, this, [this](const QString &sentence) { m_banner->tell(sentence); });
    connect(&m_session, &ServerSession::fileProgressed, m_fileBar, &FileSendBar::setProgress);
    connect(new FileDrop(this), &FileDrop::dropped, this, &ServerWindow::askForFile);
}

void ServerWindow::startListening()
{
    if (phase() != ServerPhase::Idle)
        return;
    const auto endpoint = m_bar->endpoint();
    if (!endpoint) {
        m_banner->tell(tr("“%1” is not an address to listen on. Choose one from the list, or type an IPv4 or IPv6 "
                          "address of this machine.")
                           .arg(m_bar->typedAddress()));
        m_bar->focusAddress();
        return;
    }
    m_banner->clear();
    m_options.listen = *endpoint;
    m_options.mode = m_bar->mode();
    m_options.framing = m_bar->framing();
    m_options.encoding = m_bar->encoding();
    m_commands->applyTo(m_options);
    m_serving->applyTo(m_options);
    ServerSettings::setListen(*endpoint);
    m_session.start(m_options);
}

void ServerWindow::stopListening()
{
    m_session.stop();
}

void ServerWindow::onPhase()
{
    const ServerPhase phase = m_session.phase();
    m_bar->setPhase(phase, m_session.listening());
    m_reach->tell(phase, m_session.listening(), m_session.closedByStop());
    m_status->tellPhase(phase, m_session.listening());
    m_actions->tellPhase(phase);
    m_serving->tellPhase(phase);
    tellWhere();
    updateTargets();
    if (m_closing && phase == ServerPhase::Idle) {
        m_closePatience.stop();
        close();
        QCoreApplication::quit();
    }
}

/// Where clients connect to, or will once it listens.
void ServerWindow::tellWhere()
{
    const bool listening = m_session.phase() == ServerPhase::Listening;
    const Endpoint where = listening ? m_session.listening() : m_bar->endpoint().value_or(Endpoint());
    m_socketsPane->tell(m_session.phase(), where, m_launcher.isThere());
}

void ServerWindow::onUpdated(quint64 messages)
{
    m_status->tellTraffic(m_session.sockets()->totals(), messages, m_session.transcript()->goneRecords());
    updateTargets();
}

void ServerWindow::onSelection()
{
    m_selected = m_socketsPane->view()->selectedIds();
    m_actions->interpretSelected()->setEnabled(!m_selected.isEmpty());
    m_transcriptPane->setSelected(m_selected);
    m_commands->setSelected(m_selected);
    m_inspection->setSelected(m_selected);
    updateTargets();
}

void ServerWindow::updateTargets()
{
    const auto &totals = m_session.sockets()->totals();
    const QList<SocketId> targets = m_session.openOf(m_selected);
    m_send->setWriting(m_session.openInterpretations());
    m_send->setTargets(m_session.phase(), totals.open, targets);
    m_actions->tellSockets(!targets.isEmpty(), totals.open > 0, totals.closed > 0);
    if (!m_obstacle.isEmpty() && m_send->obstacle() != m_obstacle)
        m_banner->takeBack(std::exchange(m_obstacle, {}));
}

void ServerWindow::send(const TypedText &typed, const QList<SocketId> &targets)
{
    m_session.send(typed, targets);
    m_send->composer()->confirm();
}

/// `path`: a file that was dropped here.
void ServerWindow::askForFile(const QString &path)
{
    m_obstacle = m_send->obstacle();
    if (m_obstacle.isEmpty())
        m_fileBar->ask(m_send->recipients(), path);
    else
        m_banner->tell(m_obstacle);
}

void ServerWindow::openClient()
{
    if (phase() == ServerPhase::Listening && !m_launcher.launch(m_session.listening(), m_session.interpretations().usual))
        m_banner->tell(tr("The client program %1 does not start.").arg(m_launcher.program()));
}

void ServerWindow::setMode(ServerMode mode)
{
    m_session.setMode(mode);
    m_modeHint->setVisible(mode == ServerMode::Show);
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
    if (!m_closing && mayCloseWithSockets(this, m_session.sockets()->totals().open))
        shutDown();
}

void ServerWindow::offerCrashedSessions()
{
    m_transcriptPane->browser()->offerCrashedSessions();
}

void ServerWindow::shutDown()
{
    if (m_closing)
        return;
    if (isVisible())
        rememberLayout();
    m_closing = true;
    hide();
    m_closePatience.start();
    if (phase() == ServerPhase::Idle) // it can have stopped while one was asked
        onPhase();
    else
        m_session.stop();
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
    m_modeHint->setText(tr("Messages are only shown: clients don't see each other. Choose Relay to pass them on."));
    m_actions->retranslate();
    m_commands->retranslate();
    m_serving->retranslate();
    m_inspection->retranslate();
    m_session.retranslate();
}
