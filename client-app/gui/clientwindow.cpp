#include "clientwindow.h"

#include "appicon.h"
#include "banner.h"
#include "clienthelp.h"
#include "clientinspection.h"
#include "clientinterpretation.h"
#include "clientmenus.h"
#include "clientproblem.h"
#include "clientsending.h"
#include "clientwhatsthis.h"
#include "composer.h"
#include "connectionbar.h"
#include "endpoint.h"
#include "filedrop.h"
#include "filesendbar.h"
#include "helpactions.h"
#include "inspectordock.h"
#include "recenttargets.h"
#include "sizetext.h"
#include "stateline.h"
#include "transcriptbrowser.h"
#include "transcriptview.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

static const auto FirstHost = u"127.0.0.1"_s;
static const auto GeometryKey = u"clientWindow/geometry"_s; // none at first
static const auto TranscriptKey = u"clientWindow/transcript"_s;

/// What to offer when nothing was asked for: the server of the last time.
static ClientOptions withTarget(ClientOptions options)
{
    if (!options.host.isEmpty())
        return options;
    const TargetText last = TargetText::split(RecentTargets::all().value(0, FirstHost));
    options.host = last.host;
    options.port = parsePort(last.port).value_or(options.port);
    return options;
}

ClientWindow::ClientWindow(ClientThread &thread, const ClientOptions &options, std::shared_ptr<TrafficStore> store,
                           QWidget *parent)
    : QMainWindow(parent)
    , m_options(withTarget(options))
    , m_rows(std::move(store))
    , m_transcript(&m_rows)
    , m_bar(new ConnectionBar(this))
    , m_state(new StateLine(this))
    , m_banner(new Banner(this))
    , m_view(new TranscriptBrowser(&m_transcript, this))
    , m_fileBar(new FileSendBar(this))
    , m_composer(new Composer(this))
    , m_counters(new QLabel(this))
    , m_menus(new ClientMenus(this, m_view))
    , m_help(new HelpActions(HelpPage::ClientWindow, clientHelp, this))
    , m_inspector(new InspectorDock(this))
    , m_client(thread)
    , m_interpretation(new ClientInterpretation({&m_client, &m_rows, m_menus, m_banner}, m_options.messageLimit, this))
    , m_sending(new ClientSending(&m_client, m_composer, m_fileBar, m_banner, this))
    , m_inspection(new ClientInspection(&m_client, m_inspector))
{
    setObjectName(u"clientWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(appIcon());
    m_status.state = SocketState::Closed;
    m_client.setStore(m_rows.store());
    m_transcript.setSocketNumbersShown(false);
    m_bar->setTarget(m_options.host, m_options.port);
    layOut();
    watchClient();
    watchWidgets();
    watchInspector();
    m_interpretation->choose({m_options.framing, m_options.encoding});
    retranslate();
}

void ClientWindow::layOut()
{
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    layout->addWidget(m_banner);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_fileBar);
    layout->addWidget(m_composer);
    setCentralWidget(middle);
    m_counters->setObjectName(u"counters"_s);
    statusBar()->setContentsMargins(layout->contentsMargins().left(), 0, 0, 0);
    statusBar()->addWidget(m_counters, 1);
    m_interpretation->fillStatusBar(statusBar());
    const QMargins margins = layout->contentsMargins();
    const int details = m_view->roomyWidth() + margins.left() + margins.right();
    resize(qMax(fontMetrics().averageCharWidth() * 90, details), fontMetrics().height() * 32);
}

void ClientWindow::watchClient()
{
    connect(m_interpretation, &ClientInterpretation::changed, this, &ClientWindow::write);
    connect(&m_client, &Client::batch, this, &ClientWindow::onBatch);
    connect(&m_client, &Client::ended, this, &ClientWindow::onEnded);
}

void ClientWindow::watchWidgets()
{
    connect(m_bar, &ConnectionBar::connectRequested, this, &ClientWindow::connectToServer);
    connect(m_bar, &ConnectionBar::disconnectRequested, this, &ClientWindow::disconnectFromServer);
    connect(m_menus, &ClientMenus::newWindowRequested, this, [this] { Q_EMIT newWindowRequested(options()); });
    connect(m_menus, &ClientMenus::sendFileRequested, m_sending, [this] { m_sending->askForFile(); });
    connect(new FileDrop(this), &FileDrop::dropped, m_sending, &ClientSending::askForFile);
    connect(m_menus, &ClientMenus::connectRequested, this, &ClientWindow::connectToServer);
    connect(m_menus, &ClientMenus::disconnectRequested, this, &ClientWindow::disconnectFromServer);
    connect(m_menus, &ClientMenus::finishWritingRequested, this, &ClientWindow::finishWriting);
    connect(m_menus, &ClientMenus::helpRequested, m_help, &HelpActions::openPage);
    m_help->fill(m_menus->helpMenu(), m_menus->aboutAction());
    connect(m_menus, &ClientMenus::aboutRequested, this, [this] { showAbout(this, tr("OnePort Client")); });
}

void ClientWindow::watchInspector()
{
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    m_menus->viewMenu()->addAction(m_inspector->toggleViewAction());
    connect(m_menus, &ClientMenus::readingChosen, &m_client, &Client::setReading);
    connect(m_menus, &ClientMenus::resetRequested, &m_client, &Client::reset);
}

void ClientWindow::connectToServer()
{
    if (m_client.isActive())
        return;
    const bool usable = takeTarget();
    showProblem();
    if (!usable)
        return;
    m_target = m_options.target();
    m_client.connectTo(m_options);
    m_sending->begin(m_target);
    setStatus({.state = SocketState::Connecting});
    showState();
}

bool ClientWindow::takeTarget()
{
    const TargetText target = m_bar->target();
    m_targetProblem = checkTarget(target);
    m_status.reason = CloseReason::None;
    if (m_targetProblem != TargetProblem::None) {
        m_bar->focusOn(m_targetProblem == TargetProblem::BadPort ? ConnectionBar::Field::Port : ConnectionBar::Field::Host);
        return false;
    }
    m_options.host = target.host;
    m_options.port = target.port.toUShort();
    return true;
}

void ClientWindow::disconnectFromServer()
{
    if (m_client.isActive())
        m_client.disconnectFrom();
}

void ClientWindow::finishWriting()
{
    if (m_sending->canSend())
        m_client.finishWriting();
}

bool ClientWindow::isConnected() const
{
    return m_status.isOpen() && m_status.state != SocketState::Connecting;
}

bool ClientWindow::send(const QByteArray &bytes, bool asIs)
{
    return m_sending->send(bytes, asIs);
}

void ClientWindow::offerCrashedSessions()
{
    m_view->offerCrashedSessions();
}

ClientOptions ClientWindow::options() const
{
    ClientOptions options = m_options;
    const TargetText target = m_bar->target();
    options.host = target.host;
    if (checkTarget(target) == TargetProblem::None)
        options.port = target.port.toUShort();
    return options;
}

void ClientWindow::write(const Interpretation &chosen)
{
    m_options.framing = chosen.framing;
    m_options.encoding = chosen.encoding;
    m_sending->setFraming(chosen.framing);
    m_composer->setEncoder([encoding = chosen.encoding](QStringView text) { return encoding.encode(text); });
}

void ClientWindow::onBatch(const Batch &batch)
{
    if (batch.recorded)
        m_rows.poll();
    for (const SocketStatus &status : batch.sockets)
        onStatus(status);
    for (const SendOutcome &outcome : batch.outcomes)
        m_sending->take(outcome);
}

void ClientWindow::onStatus(const SocketStatus &status)
{
    const SocketState before = m_status.state;
    const bool wasStopped = m_status.readingStopped;
    setStatus(status);
    if (before == SocketState::Connecting && isConnected())
        onConnected();
    if (before != status.state || wasStopped != status.readingStopped)
        showState();
    showCounters();
    m_inspection->setStatus(status);
}

void ClientWindow::setStatus(const SocketStatus &status)
{
    m_status = status;
    m_sending->setStatus(status);
}

void ClientWindow::onConnected()
{
    RecentTargets::remember(m_target);
    m_bar->refreshRecent();
    m_composer->focusMessage();
}

void ClientWindow::onEnded(const SocketStatus &last)
{
    m_sending->end();
    const bool wasConnected = last.local.isKnown();
    setStatus(last);
    showState();
    showProblem();
    if (!wasConnected && last.reason != CloseReason::ClosedByUs)
        focusWhatFailed();
}

/// What one will want to change, unless one writes a message meanwhile.
void ClientWindow::focusWhatFailed()
{
    if (m_composer->isAncestorOf(focusWidget()))
        return;
    const bool host = m_status.problem == ConnectProblem::HostNotFound || m_status.problem == ConnectProblem::Unreachable;
    m_bar->focusOn(host ? ConnectionBar::Field::Host : ConnectionBar::Field::Port);
}

void ClientWindow::showState()
{
    const bool active = m_client.isActive();
    m_state->setStatus(m_status, m_target);
    m_bar->setActive(active);
    m_menus->setConnection(active, obstacle());
    m_menus->setOpen(isConnected(), m_status.readingStopped);
    m_composer->setSendEnabled(m_sending->canSend(), obstacle());
    showTitle();
}

QString ClientWindow::obstacle() const
{
    if (m_sending->canSend())
        return {};
    return m_status.state == SocketState::WeFinished
        ? tr("Writing is shut down: nothing more can be sent over this connection.")
        : tr("Connect first, then send.");
}

void ClientWindow::showTitle()
{
    const QString program = tr("OnePort Client");
    if (m_target.isEmpty())
        setWindowTitle(program);
    else if (m_status.state == SocketState::Connected)
        setWindowTitle(tr("%1 (from :%2) – %3").arg(m_target).arg(m_status.local.port).arg(program));
    else
        setWindowTitle(tr("%1 (%2) – %3").arg(m_target, socketStateText(m_status.state), program));
}

void ClientWindow::showCounters()
{
    m_counters->setText(tr("RX %1 · TX %2").arg(sizeText(m_status.bytesIn), sizeText(m_status.bytesOut)));
}

void ClientWindow::showProblem()
{
    if (m_targetProblem != TargetProblem::None) {
        m_banner->tell(targetProblemText(m_targetProblem));
        return;
    }
    const bool ours = m_status.reason == CloseReason::ClosedByUs;
    m_banner->tell(clientProblemText(m_status, m_target), ours ? Banner::Tone::Information : Banner::Tone::Problem);
}

void ClientWindow::retranslate()
{
    m_view->view()->setEmptyText(tr("Nothing was sent or received yet.\nType host and port, press Connect, then write a message."));
    m_composer->setPlaceholder(tr("Write a message"));
    m_counters->setToolTip(tr("Bytes received and sent over this connection"));
    m_interpretation->retranslate();
    m_menus->retranslate();
    m_help->retranslate();
    explainClientWindow(this);
    m_inspection->retranslate();
    showState();
    showCounters();
    m_sending->retranslate();
    if (m_banner->isVisibleTo(this))
        showProblem();
}

void ClientWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_bar->refreshRecent();
}

bool ClientWindow::restorePlace()
{
    const bool isKnown = restoreGeometry(QSettings().value(GeometryKey).toByteArray());
    m_view->restoreState(QSettings().value(TranscriptKey).toByteArray());
    return isKnown;
}

void ClientWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(GeometryKey, saveGeometry());
    QSettings().setValue(TranscriptKey, m_view->saveState());
    QMainWindow::closeEvent(event);
}
