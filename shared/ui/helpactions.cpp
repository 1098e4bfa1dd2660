#include "helpactions.h"

#include "helpwindow.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QWhatsThis>

using namespace Qt::StringLiterals;

HelpActions::HelpActions(HelpPage own, std::function<HelpText()> keys, QMainWindow *window)
    : QObject(window)
    , m_own(own)
    , m_window(window)
    , m_keys(new QAction(this))
    , m_whatsThis(new QAction(this))
{
    m_keys->setObjectName(u"actionKeys"_s);
    m_whatsThis->setObjectName(u"actionWhatsThis"_s);
    connect(m_keys, &QAction::triggered, this,
            [window, keys = std::move(keys)] { (new HelpDialog(keys, window))->show(); });
    connect(m_whatsThis, &QAction::triggered, this, &QWhatsThis::enterWhatsThisMode);
    retranslate();
}

void HelpActions::fill(QMenu *menu, QAction *before)
{
    menu->insertActions(before, {m_keys, m_whatsThis});
}

void HelpActions::openPage()
{
    HelpWindow::open(helpPageFor(m_window->focusWidget(), m_own), m_window);
}

void HelpActions::retranslate()
{
    m_keys->setText(tr("&Keys"));
    m_whatsThis->setText(tr("What’s &this?"));
}
