#include "servingmenu.h"

#include <QAction>
#include <QActionGroup>
#include <QInputDialog>

using namespace Qt::StringLiterals;

static constexpr int FewestThreads = 2; // one is another choice

ServingMenu::ServingMenu(const ServerOptions &options, QWidget *window)
    : QMenu(window)
    , m_window(window)
    , m_oneLoop(add(u"actionServeByOneLoop"_s))
    , m_loops(add(u"actionServeByLoops"_s))
    , m_perClient(add(u"actionServeByThreadPerClient"_s))
    , m_threads(qMax(FewestThreads, options.ioThreads))
    , m_isOneLoop(options.ioThreads == 1)
    , m_isPerClient(options.threadPerClient)
{
    setObjectName(u"serving"_s);
    setToolTipsVisible(true);
    auto *group = new QActionGroup(this);
    for (QAction *action : {m_oneLoop, m_loops, m_perClient}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    connect(m_oneLoop, &QAction::triggered, this, [this] { choose(1, false); });
    connect(m_loops, &QAction::triggered, this, &ServingMenu::askForThreads);
    connect(m_perClient, &QAction::triggered, this, [this] { choose(m_threads, true); });
    choose(options.ioThreads, options.threadPerClient);
}

QAction *ServingMenu::add(const QString &name)
{
    QAction *action = addAction(QString());
    action->setObjectName(name);
    return action;
}

void ServingMenu::choose(int threads, bool perClient)
{
    m_isOneLoop = threads == 1;
    m_isPerClient = perClient;
    if (!m_isOneLoop)
        m_threads = threads;
    (perClient ? m_perClient : m_isOneLoop ? m_oneLoop : m_loops)->setChecked(true);
    retranslate();
}

void ServingMenu::askForThreads()
{
    choose(m_isOneLoop ? 1 : m_threads, m_isPerClient); // until another number is chosen
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Threads"));
    dialog->setLabelText(tr("How many threads serve the clients, each with an event loop:"));
    dialog->setIntRange(FewestThreads, ServerOptions::MaxIoThreads);
    dialog->setIntValue(m_threads);
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int threads) { choose(threads, false); });
    dialog->open();
}

void ServingMenu::tellPhase(ServerPhase phase)
{
    for (QAction *action : {m_oneLoop, m_loops, m_perClient})
        action->setEnabled(phase == ServerPhase::Idle);
}

void ServingMenu::applyTo(ServerOptions &options) const
{
    options.ioThreads = m_isOneLoop ? 1 : m_threads;
    options.threadPerClient = m_isPerClient;
}

static void explain(QAction *action, const QString &text, const QString &explanation)
{
    action->setText(text);
    action->setToolTip(explanation);
    action->setWhatsThis(explanation);
}

void ServingMenu::retranslate()
{
    setTitle(tr("Ser&ved by"));
    menuAction()->setWhatsThis(tr("Which threads of this program read and write the clients' sockets. It is chosen before "
                                  "listening; the status bar tells what it costs."));
    explain(m_oneLoop, tr("One event &loop"),
            tr("One thread waits for all sockets at once, and serves whichever is ready."));
    explain(m_loops, tr("An event loop in each of %n &thread(s)…", nullptr, m_threads),
            tr("Each client is given to the thread that has the fewest."));
    explain(m_perClient, tr("One thread per &client"),
            tr("Each client has a thread of its own, up to %1; who comes then shares them. A thread whose client has left "
               "waits for the next.")
                .arg(ServerOptions::MaxIoThreads));
}
