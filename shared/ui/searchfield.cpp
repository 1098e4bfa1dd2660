#include "searchfield.h"

#include "lateicons.h"
#include "namedcombobox.h"
#include "shades.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_kind(new NamedComboBox(this))
    , m_matchCase(new QToolButton(this))
{
    LateIcons::giveClearButton(m_edit);
    m_edit->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    for (int i = 0; i < 3; ++i)
        m_kind->addItem({});
    m_kind->setObjectName(u"searchKind"_s);
    m_matchCase->setObjectName(u"matchCase"_s);
    m_matchCase->setCheckable(true);
    m_matchCase->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_kind);
    layout->addWidget(m_matchCase);
    connect(m_edit, &QLineEdit::textChanged, this, &SearchField::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SearchField::check);
    connect(m_matchCase, &QToolButton::toggled, this, &SearchField::check);
    setFocusProxy(m_edit);
    retranslate();
}

SearchText SearchField::text() const
{
    return {SearchText::Kind(m_kind->currentIndex()), m_edit->text(), m_matchCase->isChecked()};
}

void SearchField::setText(const SearchText &text)
{
    m_kind->setCurrentIndex(int(text.kind));
    m_matchCase->setChecked(text.matchCase);
    m_edit->setText(text.text);
}

void SearchField::check()
{
    m_problem.clear();
    const SearchText now = text();
    m_matchCase->setEnabled(now.kind != SearchText::Kind::Hex);
    const bool usable = now.isEmpty() || SearchPattern::compile(now, &m_problem);
    QPalette colors = palette();
    if (!usable)
        colors.setColor(QPalette::Text, Shades::problem(palette()));
    m_edit->setPalette(colors);
    m_edit->setToolTip(m_problem);
    m_edit->setAccessibleDescription(m_problem);
    Q_EMIT checked();
    if (usable)
        Q_EMIT edited();
}

void SearchField::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchField::setNames(const QString &name, const QString &placeholder)
{
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(placeholder);
}

void SearchField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::retranslate()
{
    m_kind->setName(tr("Kind of search"));
    m_kind->setItemText(0, tr("Text"));
    m_kind->setItemText(1, tr("Regex"));
    m_kind->setItemText(2, tr("Hex bytes"));
    m_kind->setToolTip(tr("What the field holds: text, a regular expression, or bytes as pairs of hex digits"));
    m_matchCase->setText(tr("Aa"));
    m_matchCase->setAccessibleName(tr("Match case"));
    m_matchCase->setToolTip(tr("Capital and small letters are different"));
}
