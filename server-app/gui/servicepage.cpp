#include "servicepage.h"

#include "banner.h"
#include "clientplace.h"
#include "composer.h"
#include "gatewords.h"
#include "inspection.h"
#include "inspectordock.h"
#include "listenbar.h"
#include "picturepane.h"
#include "reachline.h"
#include "sendpanel.h"
#include "serveractions.h"
#include "serverinterpretation.h"
#include "serversettings.h"
#include "serverstatusbar.h"
#include "servertour.h"
#include "servicefiles.h"
#include "servingmenu.h"
#include "socketcommands.h"
#include "socketscolumn.h"
#include "socketspane.h"
#include "socketsview.h"
#include "transcriptbrowser.h"
#include "transcriptpane.h"
#include "windowactions.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

ServicePage::ServicePage(const ServerOptions &options, std::shared_ptr<TrafficStore> store, const WindowActions &window,
                         InspectorDock *inspector, QWidget *parent)
    : QWidget(parent)
    , m_options(options)
    , m_session(std::move(store))
    , m_actions(new ServerActions(this))
    , m_commands(new SocketCommands(&m_session, options, this))
    , m_serving(new ServingMenu(options, this))
    , m_inspector(inspector)
    , m_inspection(new Inspection(&m_session, inspector, this))
    , m_body(new ServiceBody(&m_session, options.queueLimit, m_actions->openClient(), this))
    , m_bar(m_body->bar())
    , m_interpretation(new ServerInterpretation(&m_session, m_bar, options.messageLimit, this))
    , m_banner(m_body->banner())
    , m_reach(m_body->reach())
    , m_gate(new GateWords(&m_session, m_commands, m_reach, this))
    , m_socketsPane(m_body->socketsPane())
    , m_transcriptPane(m_body->transcriptPane())
    , m_send(m_body->send())
    , m_files(new ServiceFiles(&m_session, m_body->fileBar(), m_send, m_banner, this))
    , m_status(new ServerStatusBar)
    , m_tour(new ServerTour(&m_session, this, m_body))
{
    m_body->offer(options);
    arrange();
    fillMenus(window);
    connectSession();
    connectBar();
    connectPanes();
    connectActions();
    retranslate();
    setMode(m_bar->mode());
    m_interpretation->applyUsual();
    onPhase();
    onSelection();
}

ServicePage::~ServicePage()
{
    delete m_body; // its widgets look at the models, which go before the other children
}

void ServicePage::arrange()
{
    m_status->setSizeGripEnabled(false); // with a dock beside it, it ends in no corner
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    outer->addWidget(m_body, 1);
    outer->addWidget(m_status);
}

void ServicePage::fillMenus(const WindowActions &window)
{
    m_actions->fill(this, window, m_transcriptPane->browser(), m_socketsPane->view()->columnsMenu());
    m_commands->fill(m_actions->socketsMenu());
    m_actions->socketsMenu()->addMenu(m_serving);
    m_socketsPane->view()->addActions(m_commands->ofSelected());
    m_actions->addToViewMenu(m_body->socketsColumn()->picture()->showAction());
    m_actions->addToFileMenu(m_body->socketsColumn()->picture()->saveAction());
    m_actions->addToViewMenu(m_inspector->toggleViewAction());
    m_actions->helpMenu()->insertAction(window.help(), m_tour->action());
    m_actions->setClientThere(m_launcher.isThere());
    m_body->openClient()->setVisible(m_launcher.isThere());
}

Endpoint ServicePage::endpoint() const
{
    const bool listening = phase() == ServerPhase::Listening;
    return listening ? listeningEndpoint() : m_bar->endpoint().value_or(Endpoint());
}

ServiceSummary ServicePage::summary() const
{
    return {.phase = phase(),
            .endpoint = endpoint(),
            .mode = m_bar->modeText(),
            .framing = m_bar->framingText(),
            .open = totals().open};
}

ServiceNews ServicePage::news() const
{
    return {totals().bytesIn, totals().open + totals().closed, totals().closed, m_failures};
}

void ServicePage::connectSession()
{
    connect(&m_session, &ServerSession::phaseChanged, this, &ServicePage::onPhase);
    connect(&m_session, &ServerSession::updated, this, &ServicePage::onUpdated);
    connect(&m_session, &ServerSession::serving, m_status, &ServerStatusBar::tellServing);
    connect(&m_session, &ServerSession::interpretationsChanged, this, &ServicePage::updateTargets);
    connect(&m_session, &ServerSession::listenFailed, this, &ServicePage::onListenFailed);
    m_calm.setSingleShot(true);
    m_calm.setInterval(ServerStatusBar::TrafficInterval);
    connect(&m_calm, &QTimer::timeout, this, &ServicePage::refresh);
    m_closePatience.setSingleShot(true);
    m_closePatience.setInterval(ClosePatience);
    connect(&m_closePatience, &QTimer::timeout, &m_session, &ServerSession::stopNow);
}

void ServicePage::connectBar()
{
    connect(m_bar, &ListenBar::startRequested, this, &ServicePage::startListening);
    connect(m_bar, &ListenBar::stopRequested, this, &ServicePage::stopListening);
    connect(m_bar, &ListenBar::endpointEdited, this, &ServicePage::tellWhere);
    connect(m_bar, &ListenBar::modeChosen, this, [this](ServerMode mode) {
        setMode(mode);
        ServerSettings::setMode(mode);
    });
    connect(m_bar, &ListenBar::framingChosen, m_interpretation, &ServerInterpretation::applyUsual);
    connect(m_bar, &ListenBar::framingChosen, this, &ServicePage::changed);
    connect(m_bar, &ListenBar::encodingChosen, m_interpretation, &ServerInterpretation::applyUsual);
    connect(m_interpretation, &ServerInterpretation::refused, m_body, &ServiceBody::tell);
    connect(m_interpretation, &ServerInterpretation::refusalPast, m_banner, &Banner::takeBack);
}

void ServicePage::connectPanes()
{
    SocketsView *view = m_socketsPane->view();
    connect(view, &SocketsView::selectedIdsChanged, this, &ServicePage::onSelection);
    connect(view, &SocketsView::interpretRequested, m_interpretation, &ServerInterpretation::ask);
    connect(view, &SocketsView::disconnectRequested, &m_session, &ServerSession::disconnectSockets);
    connect(m_session.sockets(), &SocketsModel::rowsRemoved, this, &ServicePage::updateTargets);
    connect(m_session.sockets(), &SocketsModel::modelReset, this, &ServicePage::updateTargets);
    connect(m_socketsPane, &SocketsPane::openClientRequested, this, &ServicePage::openClient);
    connect(m_send, &SendPanel::sendRequested, this, &ServicePage::send);
    connect(m_send, &SendPanel::obstacleChanged, this, &ServicePage::tellObstacle);
}

void ServicePage::connectActions()
{
    connect(m_actions->startStop(), &QAction::triggered, this,
            [this] { phase() == ServerPhase::Idle ? startListening() : stopListening(); });
    connect(m_actions->openClient(), &QAction::triggered, this, &ServicePage::openClient);
    connect(m_actions->sendFile(), &QAction::triggered, this, [this] { askForFile(); });
    connect(m_actions->disconnectSelected(), &QAction::triggered, this, [this] { m_session.disconnectSockets(m_selected); });
    connect(m_actions->interpretSelected(), &QAction::triggered, this, [this] { m_interpretation->ask(m_selected); });
    connect(m_actions->disconnectAll(), &QAction::triggered, this,
            [this] { m_session.disconnectSockets(m_session.sockets()->openIds()); });
    connect(m_actions->clearClosed(), &QAction::triggered, m_session.sockets(), &SocketsModel::clearClosed);
    connect(m_actions->showAll(), &QAction::triggered, m_transcriptPane, &TranscriptPane::showAll);
}

void ServicePage::startListening()
{
    if (phase() != ServerPhase::Idle)
        return;
    const auto endpoint = m_bar->endpoint();
    if (!endpoint) {
        m_body->tell(tr("“%1” is not an address to listen on. Choose one from the list, or type an IPv4 or IPv6 "
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

void ServicePage::stopListening()
{
    m_session.stop();
}

void ServicePage::onPhase()
{
    const ServerPhase phase = m_session.phase();
    m_bar->setPhase(phase, m_session.listening());
    m_reach->tell(phase, m_session.listening(), m_session.closedByStop());
    m_status->tellPhase(phase, m_session.listening());
    m_actions->tellPhase(phase);
    m_serving->tellPhase(phase);
    tellWhere();
    updateTargets();
    if (phase == ServerPhase::Idle)
        m_closePatience.stop();
    Q_EMIT phaseChanged();
}

/// Where clients connect to, or will once it listens.
void ServicePage::tellWhere()
{
    m_socketsPane->tell(m_session.phase(), endpoint(), m_launcher.isThere());
    m_tour->setEndpoint(endpoint().toString());
    Q_EMIT changed();
}

void ServicePage::onListenFailed(const QString &sentence)
{
    ++m_failures;
    m_body->tell(sentence);
    Q_EMIT listenFailed();
}

void ServicePage::onUpdated(quint64 messages)
{
    m_status->tellTraffic(m_session.sockets()->totals(), messages, m_session.transcript()->goneRecords());
    constexpr int FewSockets = 1000;
    m_isStale = true;
    if (!m_calm.isActive() || m_session.sockets()->rowCount() <= FewSockets)
        refresh();
}

/// What of it goes through all sockets is done only when they stand otherwise, and with thousands a few times a second.
void ServicePage::refresh()
{
    if (!std::exchange(m_isStale, false))
        return;
    m_calm.start();
    const quint64 standing = m_session.sockets()->standing();
    if (std::exchange(m_standing, standing) != standing)
        updateTargets();
    Q_EMIT changed();
}

void ServicePage::onSelection()
{
    m_selected = m_socketsPane->view()->selectedIds();
    m_actions->interpretSelected()->setEnabled(m_interpretation->canAsk(m_selected));
    m_transcriptPane->setSelected(m_selected);
    m_commands->setSelected(m_selected);
    m_inspection->setSelected(m_selected);
    updateTargets();
}

void ServicePage::updateTargets()
{
    const auto &totals = m_session.sockets()->totals();
    const QList<SocketId> targets = m_session.openOf(m_selected);
    m_send->setWriting(m_session.writingInterpretations());
    m_send->setTargets(m_session.phase(), {totals.open, totals.takers, targets.size(), m_session.takersOf(m_selected)});
    m_actions->tellSockets(!targets.isEmpty(), totals.open > 0, totals.closed > 0);
    tellObstacle();
}

void ServicePage::tellObstacle()
{
    m_actions->tellObstacle(m_send->obstacle());
    m_files->updateObstacle();
}

void ServicePage::send(const TypedText &typed, const QList<SocketId> &targets)
{
    m_session.send(typed, targets);
    m_send->composer()->confirm();
}

void ServicePage::askForFile(const QString &path)
{
    m_files->ask(path);
}

void ServicePage::openClient()
{
    if (phase() != ServerPhase::Listening)
        return;
    const QPoint place = placeForClient(ClientSurroundings::of(this, m_body->openClient()), m_opened++);
    if (!m_launcher.launch(m_session.listening(), m_session.interpretations().usual, place))
        m_body->tell(tr("The client program %1 does not start.").arg(m_launcher.program()));
}

void ServicePage::setMode(ServerMode mode)
{
    m_session.setMode(mode);
    m_body->tellMode(mode);
    Q_EMIT changed();
}

void ServicePage::shutDown()
{
    m_closePatience.start();
    m_session.stop();
}

void ServicePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServicePage::retranslate()
{
    m_actions->retranslate();
    m_commands->retranslate();
    m_serving->retranslate();
    m_inspection->retranslate();
    m_gate->retranslate();
    m_tour->retranslate();
    m_session.retranslate();
    QMetaObject::invokeMethod(this, &ServicePage::changed, Qt::QueuedConnection); // when the bar is in that language too
}
