#pragma once

#include "draft.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class InputBar;
class MessageEdit;
class QHBoxLayout;
class QLabel;
class QPushButton;

/// A field for a message, the button that sends it, the choice of how it is written and what ends it with a preview of
/// the bytes, and a line that says what became of it.
///
///     connect(composer, &Composer::sendRequested, this, [=](const QByteArray &bytes, bool asIs) {
///         if (asIs ? takeExactly(bytes) : take(bytes))
///             composer->confirm();
///     });
class Composer final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype AtOnceLength = 64 * 1024; ///< UTF-16 units; a longer text is read when typing rests
    static constexpr std::chrono::milliseconds Rest{200};

    explicit Composer(QWidget *parent = nullptr);

    /// Off: nothing can be sent now, and the button's tool tip says why. One can go on writing.
    void setSendEnabled(bool enabled, const QString &reason = {});
    /// What is added to a message that is sent "as framing"; lines at first.
    void setFraming(const Framing &framing);
    /// The encoding of what is typed as text; UTF-8 at first.
    void setEncoder(const TextEncoder &encoder);
    /// Whether an empty message can be sent as framing, as in framing `lines`. On at first.
    void setAllowEmpty(bool allowed);
    /// All ways in which it is written for those to whom it goes: what one of these carries can be sent. Where the bytes
    /// differ, the preview says so.
    void setWays(const QList<Interpretation> &ways);
    /// Takes the message out of the field and into the history: it was accepted for sending.
    void confirm();
    /// Puts what was confirmed back into the field: it was not sent after all. This is no edit.
    void putBack(const QString &text);
    /// What became of the last message. Plain text; empty: nothing is shown, but its line is kept free.
    void setOutcome(const QString &text);
    /// Off: who listens to `outcomeChanged` shows it.
    void setOutcomeShown(bool shown);
    /// Shown in the field while it is empty.
    void setPlaceholder(const QString &text);
    /// Puts a widget before the field: whom to send to. Takes it over.
    void addLeadingWidget(QWidget *widget);

    QString text() const;
    TypedText typed() const;
    void setText(const QString &text);
    QString outcome() const;

public Q_SLOTS:
    void focusMessage();

Q_SIGNALS:
    /// `asIs`: these are all the bytes, the framing must add nothing; else they are the content of a message.
    void sendRequested(const QByteArray &bytes, bool asIs);
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
    void readLater();
    void read();
    void showPreview();
    void showFramingEnding();
    void tellProblem();
    void tellRefusedPaste(qsizetype length);
    bool isAsFraming() const;
    bool isPending() const { return m_readLater.isActive(); }

    QHBoxLayout *m_row;
    MessageEdit *m_edit;
    QPushButton *m_send;
    InputBar *m_input;
    QLabel *m_outcome;
    Draft::Writing m_writing;
    Draft m_draft; // of what is in the field
    QTimer m_readLater;
    QString m_reason;
    bool m_confirming = false;
    bool m_sendEnabled = true;
};
