#include "framingdialog.h"

#include "escapes.h"
#include "framingtext.h"
#include "namedcombobox.h"
#include "shades.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

#include <array>

using namespace Qt::StringLiterals;
using Kind = Framing::Kind;

// In the order of their fields.
static constexpr std::array Kinds{Kind::Delimiter, Kind::Fixed, Kind::Length, Kind::Idle};

// What is offered first.
static const auto FirstDelimiter = ";"_ba;
static constexpr int FirstSize = 8;                              // bytes
static constexpr LengthPrefix FirstPrefix = LengthPrefix::U16Be; // network byte order
static constexpr int FirstGap = 50;                              // milliseconds

FramingDialog::FramingDialog(const Framing &current, QWidget *parent)
    : QDialog(parent)
    , m_kind(new NamedComboBox(this))
    , m_fields(new QStackedWidget(this))
    , m_delimiter(new QLineEdit(this))
    , m_size(new QSpinBox(this))
    , m_prefix(new NamedComboBox(this))
    , m_gap(new QSpinBox(this))
    , m_form(new QFormLayout)
    , m_kindLabel(new QLabel(this))
    , m_fieldLabel(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"framingDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    makeFields();
    layOut();
    fill(current);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FramingDialog::onKind);
    connect(m_delimiter, &QLineEdit::textChanged, this, &FramingDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &FramingDialog::choose);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    field()->setFocus();
}

void FramingDialog::makeFields()
{
    m_kind->setObjectName(u"framingKind"_s);
    m_delimiter->setObjectName(u"framingDelimiter"_s);
    m_size->setObjectName(u"framingSize"_s);
    m_prefix->setObjectName(u"framingPrefix"_s);
    m_gap->setObjectName(u"framingGap"_s);
    m_problem->setObjectName(u"framingProblem"_s);
    for (const Kind kind : Kinds)
        m_kind->addItem({}, int(kind));
    m_size->setRange(1, int(Framing::MaxSize));
    m_gap->setRange(1, int(Framing::MaxGap.count()));
    m_prefix->addItems(lengthPrefixWords());
    for (QWidget *each : std::initializer_list<QWidget *>{m_delimiter, m_size, m_prefix, m_gap})
        m_fields->addWidget(each);
    for (QLabel *label : {m_explanation, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    }
}

void FramingDialog::layOut()
{
    m_kindLabel->setBuddy(m_kind);
    m_form->addRow(m_kindLabel, m_kind);
    m_form->addRow(m_fieldLabel, m_fields);
    // The lines are there before they say anything: the window must not jump with the kind.
    m_explanation->setMinimumSize(fontMetrics().averageCharWidth() * 56, fontMetrics().lineSpacing() * 3);
    m_problem->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, Shades::problem(palette));
    m_problem->setPalette(palette);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_explanation);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(m_buttons);
}

void FramingDialog::fill(const Framing &current)
{
    const bool delimiter = current.kind == Kind::Delimiter;
    m_delimiter->setText(encodeEscapes(delimiter ? current.delimiter : FirstDelimiter));
    m_size->setValue(current.kind == Kind::Fixed ? int(current.size) : FirstSize);
    m_prefix->setCurrentText(wordOf(current.kind == Kind::Length ? current.prefix : FirstPrefix));
    m_gap->setValue(current.kind == Kind::Idle ? int(current.gap.count()) : FirstGap);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(int(current.kind))));
    m_fields->setCurrentIndex(m_kind->currentIndex());
}

Framing::Kind FramingDialog::kind() const
{
    return Kinds[size_t(m_kind->currentIndex())];
}

QWidget *FramingDialog::field() const
{
    return m_fields->currentWidget();
}

std::optional<Framing> FramingDialog::framing(QString *problem) const
{
    Framing framing{kind()};
    switch (framing.kind) {
    case Kind::Fixed: framing.size = quint32(m_size->value()); break;
    case Kind::Length: return parseFraming(u"length:"_s + m_prefix->currentText(), problem);
    case Kind::Idle: framing.gap = std::chrono::milliseconds(m_gap->value()); break;
    default: {
        const auto delimiter = parseDelimiter(m_delimiter->text(), problem);
        if (!delimiter)
            return {};
        framing.delimiter = *delimiter;
    }
    }
    return framing;
}

void FramingDialog::onKind()
{
    m_fields->setCurrentIndex(m_kind->currentIndex());
    retranslate();
}

void FramingDialog::check()
{
    QString problem;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(framing(&problem).has_value());
    m_problem->setText(problem);
    field()->setAccessibleDescription(problem.isEmpty() ? m_explanation->text() : problem);
}

void FramingDialog::choose()
{
    if (const auto framing = this->framing())
        Q_EMIT chosen(*framing);
    accept();
}

void FramingDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FramingDialog::retranslate()
{
    setWindowTitle(tr("Framing"));
    m_kindLabel->setText(tr("&Kind"));
    m_kind->setName(tr("Kind"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, framingKindTitle(Kinds[size_t(i)]));
    const std::array labels{tr("&Delimiter"), tr("&Size"), tr("&Prefix"), tr("&Gap")};
    m_fieldLabel->setText(labels[size_t(m_kind->currentIndex())]);
    m_fieldLabel->setBuddy(field());
    m_delimiter->setAccessibleName(tr("Delimiter"));
    m_size->setAccessibleName(tr("Size"));
    m_size->setSuffix(tr(" bytes"));
    m_prefix->setName(tr("Prefix"));
    m_gap->setAccessibleName(tr("Gap"));
    m_gap->setSuffix(tr(" ms"));
    m_explanation->setText(framingExplanation(kind()));
    check();
}
