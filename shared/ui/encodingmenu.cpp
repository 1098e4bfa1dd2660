#include "encodingmenu.h"

#include <QActionGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

EncodingMenu::EncodingMenu(QWidget *parent)
    : QMenu(parent)
    , m_group(new QActionGroup(this))
{
    setObjectName(u"encodingMenu"_s);
    for (const Encoding &encoding : Encoding::available()) {
        QAction *action = addAction(encoding.name());
        action->setObjectName(u"encoding"_s + encoding.name());
        action->setCheckable(true);
        m_group->addAction(action);
        connect(action, &QAction::triggered, this, [this, encoding] { Q_EMIT encodingChosen(encoding); });
    }
    retranslate();
}

void EncodingMenu::setEncoding(const Encoding &encoding)
{
    for (QAction *action : m_group->actions())
        action->setChecked(action->text() == encoding.name());
}

void EncodingMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EncodingMenu::retranslate()
{
    setTitle(tr("&Encoding"));
}
