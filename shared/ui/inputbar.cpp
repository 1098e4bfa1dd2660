#include "inputbar.h"

#include "bytepreview.h"
#include "namedcombobox.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

static const auto FormKey = u"composer/inputForm"_s;
static constexpr auto DefaultForm = InputForm::Text;
static const auto EndingKey = u"composer/lineEnding"_s;
static constexpr auto DefaultEnding = LineEnding::Framing;

InputBar::InputBar(QWidget *parent)
    : QWidget(parent)
    , m_form(new NamedComboBox(this))
    , m_ending(new NamedComboBox(this))
    , m_preview(new BytePreview(this))
{
    m_form->setObjectName(u"inputForm"_s);
    m_ending->setObjectName(u"lineEnding"_s);
    for (const auto form : {InputForm::Text, InputForm::Escapes, InputForm::PacketSender, InputForm::Hex})
        m_form->addItem({}, int(form));
    for (const LineEnding ending : lineEndings())
        m_ending->addItem(lineEndingName(lineEndingBytes(ending)), int(ending));
    for (NamedComboBox *box : {m_form, m_ending})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const QSettings settings;
    setForm(parseInputForm(settings.value(FormKey).toString()).value_or(DefaultForm));
    const auto ending = parseLineEnding(settings.value(EndingKey).toString()).value_or(DefaultEnding);
    m_ending->setCurrentIndex(m_ending->findData(int(ending)));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    layout->addWidget(m_ending);
    layout->addWidget(m_preview, 1);
    connect(m_form, &QComboBox::currentIndexChanged, this, &InputBar::chooseForm);
    connect(m_ending, &QComboBox::currentIndexChanged, this, &InputBar::chooseEnding);
    retranslate();
}

InputForm InputBar::form() const
{
    return InputForm(m_form->currentData().toInt());
}

void InputBar::setForm(InputForm form)
{
    const QSignalBlocker quiet(m_form);
    m_form->setCurrentIndex(m_form->findData(int(form)));
}

LineEnding InputBar::ending() const
{
    return LineEnding(m_ending->currentData().toInt());
}

void InputBar::setFramingEnding(const QString &name)
{
    m_framingEnding = name;
    m_ending->setItemText(m_ending->findData(int(LineEnding::Framing)), tr("As framing (%1)").arg(name));
}

void InputBar::chooseForm()
{
    QSettings().setValue(FormKey, QString(inputFormWord(form())));
    Q_EMIT formChosen(form());
}

void InputBar::chooseEnding()
{
    QSettings().setValue(EndingKey, QString(lineEndingWord(ending())));
    Q_EMIT endingChosen(ending());
}

void InputBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void InputBar::retranslate()
{
    const auto describe = [this](InputForm form, const QString &text, const QString &tip) {
        const int row = m_form->findData(int(form));
        m_form->setItemText(row, text);
        m_form->setItemData(row, tip, Qt::ToolTipRole);
    };
    describe(InputForm::Text, tr("Text"), tr("What you type, as it is"));
    describe(InputForm::Escapes, tr("Escapes \\n"), tr("Text with the escapes of C: \\n \\r \\t \\0 \\x0A \\u00E9 …"));
    describe(InputForm::PacketSender, tr("Packet Sender \\HH"),
             tr("Text with Packet Sender's escapes: \\0D \\0A \\n \\r \\t"));
    describe(InputForm::Hex, tr("Hex"), tr("Bytes in hex: 48 65 6C, 48:65:6C, 0x48 0x65, 48656C …"));
    m_form->setName(tr("Input form"));
    m_form->setToolTip(tr("How what you type stands for bytes: as text, with escapes, or in hex."));
    m_ending->setName(tr("Line ending"));
    m_ending->setToolTip(tr("What is sent behind the message: what the framing adds, or this in its place."));
    m_ending->setItemText(m_ending->findData(int(LineEnding::None)), tr("No ending"));
    setFramingEnding(m_framingEnding);
}
