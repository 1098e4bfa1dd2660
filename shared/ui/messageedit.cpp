#include "messageedit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QTextBlock>
#include <QTextLayout>

#include <cmath>

MessageEdit::MessageEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &MessageEdit::fitHeight);
    fitHeight();
}

QString MessageEdit::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

void MessageEdit::commit()
{
    m_history.append(text());
    clear();
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !isComposing() && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT sendRequested();
        return;
    }
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && !isComposing() && walkHistory(event->key()))
        return;
    QPlainTextEdit::keyPressEvent(event);
}

bool MessageEdit::isComposing() const
{
    // What an input method shows but has not committed.
    return !textCursor().block().layout()->preeditAreaText().isEmpty();
}

bool MessageEdit::walkHistory(int key)
{
    if (key == Qt::Key_Up && isOnEdge(QTextCursor::Up)) {
        if (const auto message = m_history.older(text()))
            replaceText(*message);
        return true;
    }
    if (key == Qt::Key_Down && isOnEdge(QTextCursor::Down)) {
        if (const auto message = m_history.newer())
            replaceText(*message);
        return true;
    }
    return false;
}

bool MessageEdit::isOnEdge(QTextCursor::MoveOperation direction) const
{
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(direction);
}

void MessageEdit::replaceText(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

QSize MessageEdit::sizeHint() const
{
    // The size of a plain text document is in lines.
    const int lines = qBound(1, int(std::ceil(document()->size().height())), MaxVisibleLines);
    const double margins = 2 * document()->documentMargin() + contentsMargins().top() + contentsMargins().bottom();
    return {fontMetrics().averageCharWidth() * 30, int(std::ceil(lines * fontMetrics().lineSpacing() + margins)) + 1};
}

QSize MessageEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void MessageEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void MessageEdit::fitHeight()
{
    const bool scrolls = document()->size().height() > MaxVisibleLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(sizeHint().height());
}
