#include "composer.h"

#include "inputbar.h"
#include "lineending.h"
#include "messageedit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_edit(new MessageEdit(this))
    , m_send(new QPushButton(this))
    , m_input(new InputBar(this))
    , m_outcome(new QLabel(this))
{
    m_edit->setObjectName(u"message"_s);
    m_send->setObjectName(u"send"_s);
    m_outcome->setObjectName(u"outcome"_s);
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    reserveOutcome();
    m_send->setAutoDefault(false);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_send, 0, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(m_row);
    layout->addWidget(m_input);
    layout->addWidget(m_outcome);
    setFocusProxy(m_edit);
    m_edit->setForm(m_input->form());
    m_readLater.setSingleShot(true);
    m_readLater.setInterval(Rest);

    connect(m_send, &QPushButton::clicked, this, &Composer::requestSend);
    connect(m_edit, &MessageEdit::sendRequested, this, &Composer::requestSend);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    connect(m_edit, &MessageEdit::formRecalled, m_input, &InputBar::setForm);
    connect(m_edit, &MessageEdit::pasteRefused, this, &Composer::tellRefusedPaste);
    connect(m_input, &InputBar::formChosen, this, [this](InputForm form) {
        m_edit->setForm(form);
        read();
    });
    connect(m_input, &InputBar::endingChosen, this, &Composer::read);
    connect(&m_readLater, &QTimer::timeout, this, &Composer::read);
    retranslate();
}

void Composer::setSendEnabled(bool enabled, const QString &reason)
{
    m_sendEnabled = enabled;
    m_reason = reason;
    updateButton();
}

void Composer::setFraming(const Framing &framing)
{
    m_writing.framing = framing;
    showFramingEnding();
    read();
}

void Composer::setEncoder(const TextEncoder &encoder)
{
    m_writing.encoder = encoder;
    read();
}

void Composer::setWays(const QList<Interpretation> &ways)
{
    m_writing.ways = ways;
    read();
}

/// Looks at what the framing does rather than which one it is: all that matters here is what it adds.
void Composer::showFramingEnding()
{
    const QByteArray sample = "x"_ba;
    QString refused; // of a fixed size: nothing is added
    const auto message = m_writing.framing.compose(sample, false, &refused);
    const QByteArray whole = message ? message->wire : sample;
    if (whole == sample)
        m_input->setFramingEnding(tr("nothing"));
    else if (whole.startsWith(sample))
        m_input->setFramingEnding(lineEndingName(whole.sliced(sample.size())));
    else
        m_input->setFramingEnding(tr("length prefix"));
}

bool Composer::isAsFraming() const
{
    return m_input->ending() == LineEnding::Framing;
}

void Composer::readLater()
{
    if (m_edit->document()->characterCount() <= AtOnceLength) {
        read();
        return;
    }
    m_readLater.start();
    m_input->preview()->showNothing();
    updateButton();
}

/// Makes bytes of the text and shows them, or what is wrong with it.
void Composer::read()
{
    m_readLater.stop();
    m_draft = Draft::of(typed(), m_writing);
    m_edit->markProblems(m_draft.parsed.problems);
    const QString problem = m_draft.parsed.ok() ? QString() : m_draft.parsed.problems.constFirst().sentence;
    m_edit->setAccessibleDescription(problem);
    showPreview();
    updateButton();
}

void Composer::showPreview()
{
    BytePreview *preview = m_input->preview();
    if (!m_draft.parsed.ok()) {
        preview->showProblem(m_draft.parsed.problems.constFirst().sentence);
        return;
    }
    const QList<BytePreview::Way> ways = m_draft.differingWays(typed(), m_writing.ways);
    if (ways.isEmpty())
        preview->showBytes(m_draft.wire);
    else
        preview->showWays(ways);
}

void Composer::setAllowEmpty(bool allowed)
{
    m_writing.allowEmpty = allowed;
    read();
}

void Composer::confirm()
{
    m_confirming = true;
    m_edit->commit();
    m_confirming = false;
}

void Composer::putBack(const QString &text)
{
    m_confirming = true;
    m_edit->setText(text);
    m_confirming = false;
}

void Composer::setOutcome(const QString &text)
{
    if (text == m_outcome->text())
        return;
    m_outcome->setText(text);
    Q_EMIT outcomeChanged(text);
}

void Composer::setOutcomeShown(bool shown)
{
    m_outcome->setVisible(shown);
}

/// The line is there before it says anything: the window must not jump with the first message.
void Composer::reserveOutcome()
{
    m_outcome->setMinimumHeight(m_outcome->fontMetrics().lineSpacing());
}

void Composer::onTextChanged()
{
    readLater();
    if (m_confirming)
        return;
    setOutcome({});
    Q_EMIT edited();
}

void Composer::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
    m_edit->viewport()->update(); // Qt 6.4 goes on showing the one before
}

void Composer::addLeadingWidget(QWidget *widget)
{
    m_row->insertWidget(m_row->count() - 2, widget, 0, Qt::AlignBottom);
}

QString Composer::text() const
{
    return m_edit->text();
}

TypedText Composer::typed() const
{
    return {m_edit->form(), m_edit->text(), m_input->ending()};
}

void Composer::setText(const QString &text)
{
    m_edit->setText(text);
}

QString Composer::outcome() const
{
    return m_outcome->text();
}

void Composer::focusMessage()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        reserveOutcome();
}

void Composer::retranslate()
{
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setToolTip(tr("Enter sends, Shift+Enter starts a new line, Up and Down bring back what was sent before."));
    m_send->setText(tr("Send"));
    m_send->setAccessibleName(tr("Send"));
    showFramingEnding();
    read();
}

void Composer::requestSend()
{
    if (isPending())
        read();
    if (m_send->isEnabled()) {
        Q_EMIT sendRequested(isAsFraming() ? m_draft.parsed.bytes : m_draft.wire, !isAsFraming());
        return;
    }
    // Enter does nothing silently: the reason is said where the outcome would be.
    if (!m_sendEnabled)
        setOutcome(m_reason);
    else if (!m_draft.parsed.ok())
        tellProblem();
}

void Composer::tellProblem()
{
    const ParsedInput::Problem &problem = m_draft.parsed.problems.constFirst();
    m_edit->selectPlace(problem);
    setOutcome(tr("Not sent. %1").arg(problem.sentence));
}

void Composer::tellRefusedPaste(qsizetype length)
{
    const QLocale locale;
    setOutcome(tr("Not pasted: %1 characters are too many to write by hand; at most %2 are taken. Send a file instead.")
                   .arg(locale.toString(length), locale.toString(MessageEdit::MaxPastedLength)));
}

void Composer::updateButton()
{
    const bool wrong = !isPending() && !m_draft.parsed.ok();
    const bool empty = !isPending() && m_draft.wire.isEmpty();
    m_send->setEnabled(m_sendEnabled && !wrong && !empty);
    m_send->setToolTip(!m_sendEnabled ? m_reason
                       : wrong        ? m_draft.parsed.problems.constFirst().sentence
                       : empty        ? tr("Write a message first.")
                                      : tr("Send the message (Enter)"));
}
