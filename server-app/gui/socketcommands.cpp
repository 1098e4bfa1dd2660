#include "socketcommands.h"

#include "serversession.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

static constexpr int MostClients = 1'000'000; // that can be typed
static constexpr int FirstLimit = 2;        // offered first

SocketCommands::SocketCommands(ServerSession *session, const ServerOptions &options, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_stopReading(makeOfSelected(u"actionStopReading"_s, &ServerSession::stopReading))
    , m_readOn(makeOfSelected(u"actionReadOn"_s, &ServerSession::readOn))
    , m_finishWriting(makeOfSelected(u"actionFinishWriting"_s, &ServerSession::finishWriting))
    , m_reset(makeOfSelected(u"actionReset"_s, &ServerSession::resetSockets))
    , m_pauseAccepting(make(u"actionPauseAccepting"_s))
    , m_admissionMenu(new QMenu(window))
    , m_admissions(new QActionGroup(this))
    , m_everyone(make(u"actionAdmitEveryone"_s))
    , m_atMost(make(u"actionAdmitAtMost"_s))
    , m_oneAtATime(make(u"actionAdmitOneAtATime"_s))
    , m_atMostPerAddress(make(u"actionAdmitAtMostPerAddress"_s))
    , m_askBacklog(make(u"actionBacklog"_s))
    , m_admission(options.admission)
    , m_backlog(options.backlog)
{
    m_pauseAccepting->setCheckable(true);
    connect(m_pauseAccepting, &QAction::triggered, session, [session](bool paused) { session->setAccepting(!paused); });
    connect(m_askBacklog, &QAction::triggered, this, &SocketCommands::askForBacklog);
    connect(session, &ServerSession::updated, this, &SocketCommands::onUpdated);
    connect(session, &ServerSession::phaseChanged, this, &SocketCommands::update);
    makeAdmission();
    update();
}

QAction *SocketCommands::make(const QString &name)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    return action;
}

QAction *SocketCommands::makeOfSelected(const QString &name, void (ServerSession::*command)(const QList<SocketId> &))
{
    QAction *action = make(name);
    connect(action, &QAction::triggered, this, [this, command] {
        // Named, as GCC 12 with its sanitizers forgets it on the way to the command.
        ServerSession &session = *m_session;
        (session.*command)(m_selected);
    });
    m_ofSelected.append(action);
    return action;
}

void SocketCommands::makeAdmission()
{
    for (QAction *action : {m_everyone, m_atMost, m_oneAtATime}) {
        action->setCheckable(true);
        m_admissions->addAction(action);
        m_admissionMenu->addAction(action);
    }
    m_admissionMenu->setToolTipsVisible(true);
    m_admissionMenu->setObjectName(u"admission"_s);
    m_atMostPerAddress->setCheckable(true);
    m_admissionMenu->addSeparator();
    m_admissionMenu->addAction(m_atMostPerAddress);
    connect(m_everyone, &QAction::triggered, this, [this] { admit({0, m_admission.maxPerAddress, false}); });
    connect(m_atMost, &QAction::triggered, this, &SocketCommands::askForLimit);
    connect(m_oneAtATime, &QAction::triggered, this, [this] { admit({0, m_admission.maxPerAddress, true}); });
    connect(m_atMostPerAddress, &QAction::triggered, this, [this](bool on) { on ? askForLimitOfAddress() : takeLimitOfAddress(0); });
    showAdmission();
}

void SocketCommands::fill(QMenu *menu)
{
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    menu->addActions(m_ofSelected);
    menu->addSeparator();
    menu->addAction(m_pauseAccepting);
    menu->addMenu(m_admissionMenu);
    menu->addAction(m_askBacklog);
}

void SocketCommands::setSelected(const QList<SocketId> &ids)
{
    m_selected = ids;
    update();
}

/// Mere counters change nothing here.
void SocketCommands::onUpdated()
{
    const quint64 standing = m_session->sockets()->standing();
    if (std::exchange(m_standing, standing) != standing)
        update();
}

void SocketCommands::update()
{
    const QList<SocketId> open = m_session->openOf(m_selected);
    const auto any = [this, &open](auto predicate) {
        return std::any_of(open.cbegin(), open.cend(), [&](SocketId id) {
            return predicate(m_session->sockets()->at(m_session->sockets()->rowOf(id)));
        });
    };
    m_stopReading->setEnabled(any([](const SocketStatus &status) { return !status.readingStopped; }));
    m_readOn->setEnabled(any([](const SocketStatus &status) { return status.readingStopped; }));
    m_finishWriting->setEnabled(any([](const SocketStatus &status) {
        return status.state == SocketState::Connected || status.state == SocketState::PeerFinished;
    }));
    m_reset->setEnabled(!open.isEmpty());
    const int listener = m_session->sockets()->rowOf(ListenerId);
    const bool listens = m_session->phase() == ServerPhase::Listening && listener >= 0;
    m_pauseAccepting->setEnabled(listens);
    m_pauseAccepting->setChecked(listens && m_session->sockets()->at(listener).acceptingPaused);
}

void SocketCommands::admit(const Admission &admission)
{
    m_admission = admission;
    m_session->setAdmission(admission);
    showAdmission();
    Q_EMIT admissionChanged();
}

void SocketCommands::showAdmission()
{
    (m_admission.oneAtATime ? m_oneAtATime : m_admission.maxClients > 0 ? m_atMost : m_everyone)->setChecked(true);
    m_atMostPerAddress->setChecked(m_admission.maxPerAddress > 0);
    retranslateAdmission();
}

void SocketCommands::askForLimit()
{
    showAdmission(); // until another one is chosen
    askForNumber(tr("Limit of clients"),
                 tr("How many clients may be connected at once. Who comes then is turned away:"),
                 m_admission.maxClients > 0 ? m_admission.maxClients : FirstLimit, MostClients, &SocketCommands::takeLimit);
}

void SocketCommands::askForLimitOfAddress()
{
    showAdmission();
    askForNumber(tr("Limit for each address"),
                 tr("How many clients of one address may be connected at once. Who comes from there then is turned away:"),
                 FirstLimit, MostClients, &SocketCommands::takeLimitOfAddress);
}

void SocketCommands::askForBacklog()
{
    askForNumber(tr("Backlog"),
                 tr("How many clients may be connected by the system and wait to be accepted. This takes effect at "
                    "the next start of listening:"),
                 m_backlog, ServerOptions::MaxBacklog, &SocketCommands::takeBacklog);
}

void SocketCommands::askForNumber(const QString &title, const QString &label, int value, int max,
                                  void (SocketCommands::*take)(int))
{
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setIntRange(1, max);
    dialog->setIntValue(value);
    connect(dialog, &QInputDialog::intValueSelected, this, take);
    dialog->open();
}

void SocketCommands::takeBacklog(int backlog)
{
    m_backlog = backlog;
    retranslate();
}

void SocketCommands::applyTo(ServerOptions &options) const
{
    options.admission = m_admission;
    options.backlog = m_backlog;
}

static void explain(QAction *action, const QString &text, const QString &explanation)
{
    action->setText(text);
    action->setToolTip(explanation);
    action->setWhatsThis(explanation);
}

void SocketCommands::retranslate()
{
    explain(m_stopReading, tr("Stop &reading"),
            tr("Nothing more is read from these sockets. The buffers fill up, then TCP lets the peer wait. Nothing is "
               "lost."));
    explain(m_readOn, tr("Read &on"), tr("Reads what has waited, and goes on."));
    explain(m_finishWriting, tr("Shut down &writing"),
            tr("Sends FIN after what is queued: we send no more, and still receive."));
    explain(m_reset, tr("Rese&t"),
            tr("Closes with RST, at once. What is queued, and what the peer has not read yet, is lost."));
    explain(m_pauseAccepting, tr("&Pause accepting"),
            tr("The system still connects clients, up to the backlog, but nobody accepts them: they wait."));
    explain(m_askBacklog, tr("&Backlog: %1…").arg(m_backlog),
            tr("How many clients may be connected and wait to be accepted. Takes effect at the next start."));
    retranslateAdmission();
}

void SocketCommands::retranslateAdmission()
{
    m_admissionMenu->setTitle(tr("&Let in"));
    explain(m_everyone, tr("&Everyone at once"), tr("Each client is accepted when it comes."));
    const auto [maxClients, maxPerAddress, oneAtATime] = m_admission;
    explain(m_atMost, maxClients > 0 ? tr("At &most %1…").arg(maxClients) : tr("At &most…"),
            tr("Who comes when so many are there is accepted and turned away."));
    explain(m_oneAtATime, tr("&One at a time"),
            tr("The next client waits in the backlog, connected but not accepted, until the one before has left."));
    explain(m_atMostPerAddress,
            maxPerAddress > 0 ? tr("At most %1 from each &address").arg(maxPerAddress) : tr("Limit each &address…"),
            tr("Who comes when so many of the same address are there is accepted and turned away."));
}
