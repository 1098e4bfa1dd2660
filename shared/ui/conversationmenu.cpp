#include "conversationmenu.h"

#include "banner.h"
#include "progressline.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

/// What the work in the background came to.
struct ConversationMenu::Outcome
{
    QString program;
    QString problem;
};

ConversationMenu::ConversationMenu(std::shared_ptr<const TrafficStore> store, const Selected &selected,
                                   ProgressLine *progress, Banner *banner, QWidget *parent)
    : QMenu(parent)
    , m_store(std::move(store))
    , m_selected(selected)
    , m_progress(progress)
    , m_banner(banner)
{
    setObjectName(u"copyConversation"_s);
    setToolTipsVisible(true);
    addChoice(u"pythonClient"_s, ProgramLanguage::Python, true);
    addChoice(u"pythonServer"_s, ProgramLanguage::Python, false);
    addSeparator();
    addChoice(u"cClient"_s, ProgramLanguage::C, true);
    addChoice(u"cServer"_s, ProgramLanguage::C, false);
    connect(&m_job, &BackgroundJob::progressed, m_progress, &ProgressLine::setPercent);
    connect(&m_job, &BackgroundJob::finished, this, &ConversationMenu::onFinished);
    connect(m_progress, &ProgressLine::cancelRequested, &m_job, &BackgroundJob::cancel);
    retranslate();
}

ConversationMenu::~ConversationMenu() = default;

void ConversationMenu::addChoice(const QString &name, ProgramLanguage language, bool asClient)
{
    QAction *action = addAction(QString());
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, [this, language, asClient] { copy(language, asClient); });
}

void ConversationMenu::addTo(QMenu *menu)
{
    menu->addMenu(this);
    connect(menu, &QMenu::aboutToShow, this, &ConversationMenu::select);
}

void ConversationMenu::select()
{
    m_socket = m_selected();
    if (m_socket == ListenerId)
        m_socket.reset();
    setEnabled(m_socket && !m_job.isRunning());
    retranslate();
}

void ConversationMenu::copy(ProgramLanguage language, bool asClient)
{
    if (!m_socket || m_job.isRunning())
        return;
    m_outcome = std::make_shared<Outcome>();
    m_banner->clear();
    m_progress->begin(tr("Writing the program …"));
    m_job.start([=, store = m_store, socket = *m_socket, outcome = m_outcome](BackgroundJob::Control &control) {
        const auto goOn = [&control](int percent) {
            control.setProgress(percent);
            return !control.isCancelled();
        };
        const auto own = readConversation(store, socket, goOn, &outcome->problem);
        if (own)
            outcome->program = conversationProgram(own->isClient == asClient ? *own : own->mirrored(), language);
    });
}

void ConversationMenu::onFinished()
{
    m_progress->end();
    const auto outcome = std::exchange(m_outcome, {});
    if (!outcome->problem.isEmpty())
        m_banner->tell(outcome->problem);
    if (outcome->program.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(outcome->program);
    m_banner->tell(tr("The program is on the clipboard. How to run it is written at its top."),
                   Banner::Tone::Information);
}

void ConversationMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConversationMenu::retranslate()
{
    setTitle(m_socket ? tr("Copy con&versation of #%1 as").arg(*m_socket)
                      : tr("Copy con&versation: select a socket first"));
    menuAction()->setToolTip(
        tr("A program that sends the same bytes in the same order, and says whether the same comes back"));
    findChild<QAction *>(u"pythonClient"_s)->setText(tr("&Python program of the client"));
    findChild<QAction *>(u"pythonServer"_s)->setText(tr("P&ython program of the server"));
    findChild<QAction *>(u"cClient"_s)->setText(tr("&C program of the client"));
    findChild<QAction *>(u"cServer"_s)->setText(tr("C program of the &server"));
}
