#include "windowactions.h"

#include "languagemenu.h"

#include <QAction>

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_newService(make(u"actionNewService"_s))
    , m_closeService(make(u"actionCloseService"_s))
    , m_nextService(make(u"actionNextService"_s))
    , m_previousService(make(u"actionPreviousService"_s))
    , m_quit(make(u"actionQuit"_s))
    , m_help(make(u"actionHelp"_s))
    , m_about(make(u"actionAbout"_s))
    , m_languages(new LanguageMenu(window))
{
    m_newService->setShortcut(Qt::CTRL | Qt::Key_T);
    m_closeService->setShortcut(Qt::CTRL | Qt::Key_W);
    m_nextService->setShortcuts({Qt::CTRL | Qt::Key_PageDown, Qt::CTRL | Qt::Key_Tab});
    m_previousService->setShortcuts(
        {Qt::CTRL | Qt::Key_PageUp, Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab});
    m_quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    m_quit->setMenuRole(QAction::QuitRole);
    m_help->setShortcut(QKeySequence::HelpContents);
    m_about->setMenuRole(QAction::AboutRole);
    retranslate();
}

QAction *WindowActions::make(const QString &name)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    return action;
}

void WindowActions::tellServices(qsizetype count)
{
    for (QAction *action : {m_closeService, m_nextService, m_previousService})
        action->setEnabled(count > 1);
}

void WindowActions::retranslate()
{
    m_newService->setText(tr("&New service"));
    m_newService->setToolTip(tr("Another service in this window, on a port of its own"));
    m_closeService->setText(tr("&Close service"));
    m_nextService->setText(tr("Ne&xt service"));
    m_previousService->setText(tr("&Previous service"));
    m_quit->setText(tr("&Quit"));
    m_help->setText(tr("&How it works"));
    m_about->setText(tr("&About OnePort"));
}
