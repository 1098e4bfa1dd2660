#pragma once

#include "messagehistory.h"

#include <QPlainTextEdit>

/// A text field that grows with its lines, sends on Enter, remembers what was sent and marks what is wrong.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int MaxVisibleLines = 5;
    /// UTF-16 units. What is longer is not pasted: Qt would take too long to lay it out at each key.
    static constexpr qsizetype MaxPastedLength = 128 * 1024;

    /// UTF-16 units. A longer text wraps anywhere: to look for word ends takes Qt quadratic time when there are none.
    static constexpr qsizetype MaxWordWrapped = 4 * 1024;

    explicit MessageEdit(QWidget *parent = nullptr);

    /// The text as it is. QPlainTextEdit::toPlainText() would turn no-break spaces into spaces.
    QString text() const;
    void setText(const QString &text); ///< and goes to its end
    /// Takes the text into the history and empties the field.
    void commit();
    /// How what is typed stands for bytes; a message of the history brings its own.
    InputForm form() const { return m_form; }
    void setForm(InputForm form) { m_form = form; }
    /// Underlines these places until told otherwise.
    void markProblems(const QList<ParsedInput::Problem> &problems);
    void selectPlace(const ParsedInput::Problem &problem);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendRequested();
    /// A message of the history was written in another form; its text comes next.
    void formRecalled(InputForm form);
    /// The text would have been this long, in UTF-16 units; it is as it was.
    void pasteRefused(qsizetype length);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool isComposing() const;
    bool walkHistory(int key);
    bool isOnEdge(QTextCursor::MoveOperation direction) const;
    void recall(const MessageHistory::Entry &entry);
    QTextCursor cursorAt(const ParsedInput::Problem &problem) const;
    void underlineProblems();
    void fitHeight();
    void wrapFor(qsizetype length);
    qsizetype length() const { return document()->characterCount() - 1; }

    MessageHistory m_history;
    InputForm m_form = InputForm::Text;
    QList<ParsedInput::Problem> m_problems;
};
