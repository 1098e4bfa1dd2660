#include "composer.h"

#include "messageedit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_edit(new MessageEdit(this))
    , m_send(new QPushButton(this))
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
    layout->addWidget(m_outcome);
    setFocusProxy(m_edit);

    connect(m_send, &QPushButton::clicked, this, &Composer::requestSend);
    connect(m_edit, &MessageEdit::sendRequested, this, &Composer::requestSend);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    retranslate();
    updateButton();
}

void Composer::setSendEnabled(bool enabled, const QString &reason)
{
    m_sendEnabled = enabled;
    m_reason = reason;
    updateButton();
}

void Composer::setAllowEmpty(bool allowed)
{
    m_allowEmpty = allowed;
    updateButton();
}

void Composer::confirm()
{
    m_confirming = true;
    m_edit->commit();
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
    updateButton();
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

void Composer::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
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
    updateButton();
}

void Composer::requestSend()
{
    if (!m_send->isEnabled()) {
        // Enter does nothing silently: the reason is said where the outcome would be.
        if (!m_sendEnabled)
            setOutcome(m_reason);
        return;
    }
    Q_EMIT sendRequested(m_edit->text().toUtf8());
}

void Composer::updateButton()
{
    const bool empty = !m_allowEmpty && m_edit->document()->isEmpty();
    m_send->setEnabled(m_sendEnabled && !empty);
    m_send->setToolTip(!m_sendEnabled ? m_reason : empty ? tr("Write a message first.") : tr("Send the message (Enter)"));
}
