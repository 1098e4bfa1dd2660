#include "windowactions.h"

#include "languagemenu.h"

#include <QAction>

using namespace Qt::StringLiterals;

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_quit(make(u"actionQuit"_s))
    , m_help(make(u"actionHelp"_s))
    , m_about(make(u"actionAbout"_s))
    , m_languages(new LanguageMenu(window))
{
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

void WindowActions::retranslate()
{
    m_quit->setText(tr("&Quit"));
    m_help->setText(tr("&How it works"));
    m_about->setText(tr("&About OnePort"));
}
