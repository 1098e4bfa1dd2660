#pragma once

#include <QWidget>

class MessageEdit;
class QHBoxLayout;
class QLabel;
class QPushButton;

/// A field for a message, the button that sends it, and a line that says what became of it.
///
///     connect(composer, &Composer::sendRequested, this, [=](const QByteArray &utf8) {
///         if (take(utf8))
///             composer->confirm();
///     });
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    /// Off: nothing can be sent now, and the button's tool tip says why. One can go on writing.
    void setSendEnabled(bool enabled, const QString &reason = {});
    /// Whether an empty message can be sent, as in framing `lines`. On at first.
    void setAllowEmpty(bool allowed);
    /// Takes the message out of the field and into the history: it was accepted for sending.
    void confirm();
    /// What became of the last message. Plain text; empty: nothing is shown, but its line is kept free.
    void setOutcome(const QString &text);
    /// Off: who listens to `outcomeChanged` shows it.
    void setOutcomeShown(bool shown);
    /// Shown in the field while it is empty.
    void setPlaceholder(const QString &text);
    /// Puts a widget before the field: whom to send to. Takes it over.
    void addLeadingWidget(QWidget *widget);

    QString text() const;
    void setText(const QString &text);
    QString outcome() const;

public Q_SLOTS:
    void focusMessage();

Q_SIGNALS:
    void sendRequested(const QByteArray &utf8);
    void outcomeChanged(const QString &text);
    void edited(); ///< the text, by the user: what became of the message before is past

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void requestSend();
    void updateButton();
    void onTextChanged();
    void reserveOutcome();

    QHBoxLayout *m_row;
    MessageEdit *m_edit;
    QPushButton *m_send;
    QLabel *m_outcome;
    QString m_reason;
    bool m_confirming = false;
    bool m_sendEnabled = true;
    bool m_allowEmpty = true;
};
