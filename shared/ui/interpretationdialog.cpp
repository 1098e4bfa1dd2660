#include "interpretationdialog.h"

#include "encodingbox.h"
#include "framingbox.h"
#include "problemlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

InterpretationDialog::InterpretationDialog(const Interpretation &usual, const std::optional<Interpretation> &own,
                                           qsizetype sockets, QWidget *parent)
    : QDialog(parent)
    , m_asWindow(new QCheckBox(tr("The same as in the &window"), this))
    , m_framing(new FramingBox(this))
    , m_encoding(new EncodingBox(this))
    , m_problem(new ProblemLabel(this))
{
    setObjectName(u"interpretationDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Framing and encoding"));
    auto *text = new QLabel(tr("Choose how the bytes of %Ln selected socket(s) become messages and text. This holds "
                               "for what was received and sent so far, for what comes, and for what you send.",
                               nullptr, int(sockets)));
    text->setWordWrap(true);
    m_asWindow->setObjectName(u"asWindow"_s);
    m_framing->setObjectName(u"ownFraming"_s);
    m_framing->setName(tr("Framing"));
    m_framing->retranslate();
    m_framing->setFraming(own.value_or(usual).framing);
    m_encoding->setObjectName(u"ownEncoding"_s);
    m_encoding->setName(tr("Encoding"));
    m_encoding->setEncoding(own.value_or(usual).encoding);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QFormLayout(this);
    layout->addRow(text);
    layout->addRow(m_asWindow);
    layout->addRow(tr("F&raming"), m_framing);
    layout->addRow(tr("E&ncoding"), m_encoding);
    layout->addRow(m_problem);
    layout->addRow(buttons);
    m_problem->setObjectName(u"interpretationProblem"_s);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(m_asWindow, &QCheckBox::toggled, m_framing, &QWidget::setDisabled);
    connect(m_asWindow, &QCheckBox::toggled, m_encoding, &QWidget::setDisabled);
    connect(m_asWindow, &QCheckBox::toggled, this, &InterpretationDialog::check);
    connect(m_framing, &FramingBox::framingChosen, this, &InterpretationDialog::check);
    connect(m_encoding, &EncodingBox::encodingChosen, this, &InterpretationDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &InterpretationDialog::onAccepted);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_asWindow->setChecked(!own);
    check();
}

/// What does not go together can't be chosen.
void InterpretationDialog::check()
{
    const Interpretation own{m_framing->framing(), m_encoding->encoding()};
    const QString problem = m_asWindow->isChecked() ? QString() : own.problem();
    m_problem->tell(problem);
    m_ok->setEnabled(problem.isEmpty());
}

void InterpretationDialog::onAccepted()
{
    check();
    if (!m_ok->isEnabled())
        return;
    const Interpretation own{m_framing->framing(), m_encoding->encoding()};
    Q_EMIT chosen(m_asWindow->isChecked() ? std::nullopt : std::optional(own));
    accept();
}
