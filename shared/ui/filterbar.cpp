#include "filterbar.h"

#include "searchfield.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(this))
    , m_received(addBox(u"filterReceived"_s))
    , m_sent(addBox(u"filterSent"_s))
    , m_events(addBox(u"filterEvents"_s))
    , m_close(new QToolButton(this))
{
    setObjectName(u"filterBar"_s);
    m_field->edit()->setObjectName(u"filterText"_s);
    m_close->setObjectName(u"filterClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_field, 1);
    for (QCheckBox *box : {m_received, m_sent, m_events})
        layout->addWidget(box);
    layout->addWidget(m_close);
    connect(m_field, &SearchField::edited, this, &FilterBar::edited);
    connect(m_close, &QToolButton::clicked, this, &FilterBar::closed);
    retranslate();
}

QCheckBox *FilterBar::addBox(const QString &name)
{
    auto *box = new QCheckBox(this);
    box->setObjectName(name);
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, &FilterBar::edited);
    return box;
}

RowQuery FilterBar::query() const
{
    RowQuery query;
    query.received = m_received->isChecked();
    query.sent = m_sent->isChecked();
    query.events = m_events->isChecked();
    query.text = m_field->text();
    return query;
}

void FilterBar::focusText()
{
    m_field->focusText();
}

void FilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::retranslate()
{
    m_field->setNames(tr("Filter"), tr("Show only rows with this"));
    m_received->setText(tr("RX"));
    m_received->setAccessibleName(tr("Show what was received"));
    m_received->setToolTip(tr("Show what was received"));
    m_sent->setText(tr("TX"));
    m_sent->setAccessibleName(tr("Show what was sent"));
    m_sent->setToolTip(tr("Show what was sent"));
    m_events->setText(tr("Events"));
    m_events->setToolTip(tr("Show connects, closes and other things that happened"));
    m_close->setAccessibleName(tr("Close the filter"));
    m_close->setToolTip(tr("Show all rows again (Esc)"));
}
