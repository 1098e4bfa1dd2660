#include "timestampmenu.h"

#include <QActionGroup>
#include <QEvent>

using namespace Qt::StringLiterals;

TimeStampMenu::TimeStampMenu(QWidget *parent)
    : QMenu(parent)
    , m_kinds(new QActionGroup(this))
{
    setObjectName(u"timeStamps"_s);
    add(TranscriptModel::TimeStamp::Absolute, u"timeAbsolute"_s);
    add(TranscriptModel::TimeStamp::Relative, u"timeRelative"_s);
    add(TranscriptModel::TimeStamp::Delta, u"timeDelta"_s);
    m_kinds->actions().constFirst()->setChecked(true);
    addActions(m_kinds->actions());
    retranslate();
}

void TimeStampMenu::add(TranscriptModel::TimeStamp kind, const QString &name)
{
    auto *action = m_kinds->addAction(QString());
    action->setObjectName(name);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT chosen(kind); });
}

qsizetype TimeStampMenu::chosenIndex() const
{
    return m_kinds->actions().indexOf(m_kinds->checkedAction());
}

void TimeStampMenu::choose(qsizetype index)
{
    if (index >= 0 && index < m_kinds->actions().size())
        m_kinds->actions().at(index)->trigger();
}

void TimeStampMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimeStampMenu::retranslate()
{
    setTitle(tr("&Time stamps"));
    const QStringList times{tr("Time of &day"), tr("Since the &first row"), tr("Since the row &before")};
    for (qsizetype i = 0; i < times.size(); ++i)
        m_kinds->actions().at(i)->setText(times.at(i));
}
