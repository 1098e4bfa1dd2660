#include "languagemenu.h"

#include "language.h"

#include <QActionGroup>
#include <QEvent>
#include <QSettings>

using namespace Qt::StringLiterals;

static const auto LanguageKey = u"language"_s; // empty: the system's

LanguageMenu::LanguageMenu(QWidget *parent)
    : QMenu(parent)
    , m_group(new QActionGroup(this))
{
    setObjectName(u"languageMenu"_s);
    addLanguage({}, {});
    m_system = m_group->actions().constFirst();
    addSeparator();
    for (const QString &code : Language::available())
        addLanguage(code, Language::nativeName(code));
    // Another window can have chosen since.
    connect(this, &QMenu::aboutToShow, this, &LanguageMenu::updateChecks);
    retranslate();
    updateChecks();
}

QString LanguageMenu::remembered()
{
    return QSettings().value(LanguageKey).toString();
}

void LanguageMenu::addLanguage(const QString &code, const QString &name)
{
    QAction *action = addAction(name);
    action->setObjectName(u"language-"_s + (code.isEmpty() ? u"system"_s : code));
    action->setCheckable(true);
    action->setData(code);
    m_group->addAction(action);
    connect(action, &QAction::triggered, this, [this, code] {
        QSettings().setValue(LanguageKey, code);
        Language::apply(code);
        updateChecks();
    });
}

void LanguageMenu::updateChecks()
{
    const QString code = remembered();
    for (QAction *action : m_group->actions())
        action->setChecked(action->data().toString() == code);
}

void LanguageMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LanguageMenu::retranslate()
{
    setTitle(tr("&Language"));
    m_system->setText(tr("&System"));
}
