#pragma once

#include "messagehistory.h"

#include <QPlainTextEdit>

/// A text field that grows with its lines, sends on Enter and remembers what was sent.
class MessageEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int MaxVisibleLines = 5;

    explicit MessageEdit(QWidget *parent = nullptr);

    /// The text as it is. QPlainTextEdit::toPlainText() would turn no-break spaces into spaces.
    QString text() const;
    /// Takes the text into the history and empties the field.
    void commit();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sendRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isComposing() const;
    bool walkHistory(int key);
    bool isOnEdge(QTextCursor::MoveOperation direction) const;
    void replaceText(const QString &text);
    void fitHeight();

    MessageHistory m_history;
};
