#include "filterbar.h"

#include "eventbutton.h"
#include "lateicons.h"
#include "problemlabel.h"
#include "searchfield.h"
#include "transcriptmodel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <climits>

using namespace Qt::StringLiterals;

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(this))
    , m_received(addBox(u"filterReceived"_s))
    , m_sent(addBox(u"filterSent"_s))
    , m_events(new EventButton(this))
    , m_count(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_problem(new ProblemLabel(this))
{
    setObjectName(u"filterBar"_s);
    m_field->edit()->setObjectName(u"filterText"_s);
    m_close->setObjectName(u"filterClose"_s);
    m_close->setAutoRaise(true);
    LateIcons::giveCross(m_close);
    m_events->setObjectName(u"filterEvents"_s);
    m_count->setObjectName(u"filterCount"_s);
    m_problem->setObjectName(u"filterProblem"_s);
    auto *controls = new QHBoxLayout;
    controls->addWidget(m_field, 1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_received, m_sent, m_events, m_count, m_close})
        controls->addWidget(control);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(controls);
    layout->addWidget(m_problem);
    connect(m_field, &SearchField::edited, this, &FilterBar::edited);
    connect(m_field, &SearchField::checked, this, &FilterBar::showProblem);
    connect(m_events, &EventButton::groupsChanged, this, &FilterBar::edited);
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

void FilterBar::setModel(TranscriptModel *model)
{
    m_model = model;
    // Rows that do not match change the count as well, though not the model.
    connect(model->rows(), &TranscriptRows::grown, this, &FilterBar::showCount);
    connect(model, &QAbstractItemModel::modelReset, this, &FilterBar::showCount);
}

void FilterBar::showCount()
{
    if (!isVisible() || !m_model)
        return;
    showProblem();
    m_count->setText(countText());
}

/// What there is of some sockets alone is not counted: no total is said then, rather than that of all.
QString FilterBar::countText() const
{
    if (!m_model->view().filter)
        return {};
    if (!m_model->view().query.sockets.isEmpty())
        return tr("%Ln row(s) of these sockets", nullptr, int(qMin<quint64>(quint64(m_model->shownCount()), INT_MAX)));
    return tr("%L1 of %L2 rows").arg(m_model->shownCount()).arg(m_model->unfilteredCount());
}

void FilterBar::showProblem()
{
    QString problem = m_field->problem();
    const quint64 untold = m_model && m_model->view().filter ? m_model->view().filter->untold() : 0;
    if (problem.isEmpty() && untold > 0)
        problem = tr("The expression takes too long on %Ln row(s): they are not shown.", nullptr,
                     int(qMin<quint64>(untold, INT_MAX)));
    m_problem->tell(problem);
}

RowQuery FilterBar::query() const
{
    RowQuery query;
    query.received = m_received->isChecked();
    query.sent = m_sent->isChecked();
    query.events = m_events->groups();
    query.text = m_field->text();
    return query;
}

void FilterBar::setQuery(const RowQuery &query)
{
    const QSignalBlocker blocker(this);
    m_received->setChecked(query.received);
    m_sent->setChecked(query.sent);
    m_events->setGroups(query.events);
    m_field->setText(query.text);
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

void FilterBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showCount();
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
    m_close->setAccessibleName(tr("Close the filter"));
    m_close->setToolTip(tr("Show all rows again (Esc)"));
    showCount();
}
