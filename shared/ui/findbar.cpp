#include "findbar.h"

#include "lateicons.h"
#include "problemlabel.h"
#include "searchfield.h"
#include "shades.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <climits>
#include <utility>

using namespace Qt::StringLiterals;

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(this))
    , m_previous(addButton(u"findPrevious"_s, Qt::UpArrow))
    , m_next(addButton(u"findNext"_s, Qt::DownArrow))
    , m_result(new QLabel(this))
    , m_close(addButton(u"findClose"_s, Qt::NoArrow))
    , m_problem(new ProblemLabel(this))
{
    setObjectName(u"findBar"_s);
    m_field->edit()->setObjectName(u"findText"_s);
    m_result->setObjectName(u"findResult"_s);
    m_problem->setObjectName(u"findProblem"_s);
    LateIcons::giveCross(m_close);
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);

    auto *controls = new QHBoxLayout;
    controls->addWidget(m_field, 1);
    for (QWidget *control : std::initializer_list<QWidget *>{m_previous, m_next, m_result, m_close})
        controls->addWidget(control);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(controls);
    layout->addWidget(m_problem);

    connect(m_field, &SearchField::checked, this, [this] {
        m_typed = true;
        m_problem->tell(m_field->problem());
        Q_EMIT edited();
    });
    connect(this, &FindBar::previousRequested, this, [this] { m_typed = false; });
    connect(this, &FindBar::nextRequested, this, [this] { m_typed = false; });
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
    retranslate();
}

QToolButton *FindBar::addButton(const QString &name, Qt::ArrowType arrow)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    return button;
}

void FindBar::open()
{
    setVisible(true);
    m_field->focusText();
}

SearchText FindBar::text() const
{
    return m_field->problem().isEmpty() ? m_field->text() : SearchText();
}

void FindBar::showNothing()
{
    setResult(Result::Nothing);
}

void FindBar::showSearching()
{
    setResult(Result::Searching);
}

void FindBar::showProgress(int percent)
{
    m_percent = percent;
    setResult(Result::Counting);
}

void FindBar::showNotFound()
{
    setResult(Result::NotFound);
}

void FindBar::showCount(qsizetype rows, qsizetype position)
{
    m_count = rows;
    m_position = position;
    setResult(Result::Count);
}

void FindBar::showTooLong(qsizetype rows, qsizetype untold)
{
    m_count = rows;
    m_untold = untold;
    setResult(Result::TooLong);
}

void FindBar::showPosition(qsizetype position)
{
    m_position = position;
    setResult(m_shown);
}

void FindBar::setResult(Result result)
{
    m_shown = result;
    QPalette colors = palette();
    if (result == Result::NotFound || result == Result::TooLong)
        colors.setColor(QPalette::WindowText, Shades::problem(palette()));
    m_result->setPalette(colors);
    m_result->setText(resultText());
}

QString FindBar::resultText() const
{
    switch (m_shown) {
    case Result::Nothing: return {};
    case Result::Searching: return tr("Searching…");
    case Result::Counting: return tr("Counting… %1 %").arg(m_percent);
    case Result::NotFound: return tr("Not found");
    case Result::TooLong: return tr("%L1 found; on %L2 rows the expression takes too long").arg(m_count).arg(m_untold);
    case Result::Count:
        return m_position > 0 ? tr("%L1 of %L2", "rows that were found").arg(m_position).arg(m_count)
                              : tr("%Ln found", nullptr, int(qMin<qsizetype>(m_count, INT_MAX)));
    }
    return {};
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: Q_EMIT closed(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            Q_EMIT previousRequested();
        else
            enter();
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void FindBar::enter()
{
    if (std::exchange(m_typed, false))
        Q_EMIT confirmed();
    else
        Q_EMIT nextRequested();
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        setResult(m_shown);
}

void FindBar::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tip);
    };
    m_field->setNames(tr("Find"), tr("Find in the transcript"));
    name(m_previous, tr("Previous"), tr("Previous (Shift+Enter)"));
    name(m_next, tr("Next"), tr("Next (Enter)"));
    name(m_close, tr("Close"), tr("Close (Esc)"));
    m_result->setText(resultText());
}
