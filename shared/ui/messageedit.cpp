#include "messageedit.h"

#include "shades.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

MessageEdit::MessageEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &MessageEdit::fitHeight);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { wrapFor(length()); });
    fitHeight();
}

QString MessageEdit::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

void MessageEdit::setText(const QString &text)
{
    wrapFor(qMax(length(), text.size())); // first: what is there now is laid out once more
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

void MessageEdit::wrapFor(qsizetype length)
{
    const auto mode = length > MaxWordWrapped ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere;
    if (mode != wordWrapMode())
        setWordWrapMode(mode);
}

void MessageEdit::commit()
{
    m_history.append({text(), m_form});
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
        if (const auto message = m_history.older({text(), m_form}))
            recall(*message);
        return true;
    }
    if (key == Qt::Key_Down && isOnEdge(QTextCursor::Down)) {
        if (const auto message = m_history.newer())
            recall(*message);
        return true;
    }
    return false;
}

bool MessageEdit::isOnEdge(QTextCursor::MoveOperation direction) const
{
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(direction);
}

void MessageEdit::recall(const MessageHistory::Entry &entry)
{
    if (entry.form != m_form) {
        m_form = entry.form;
        Q_EMIT formRecalled(m_form);
    }
    setText(entry.text);
}

void MessageEdit::markProblems(const QList<ParsedInput::Problem> &problems)
{
    if (problems.isEmpty() && m_problems.isEmpty())
        return;
    m_problems = problems;
    underlineProblems();
}

void MessageEdit::underlineProblems()
{
    const QColor color = Shades::problem(palette());
    QList<QTextEdit::ExtraSelection> selections;
    for (const ParsedInput::Problem &problem : std::as_const(m_problems)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = cursorAt(problem);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(color);
        selection.format.setForeground(color);
        selections.append(selection);
    }
    setExtraSelections(selections);
}

QTextCursor MessageEdit::cursorAt(const ParsedInput::Problem &problem) const
{
    QTextCursor cursor(document());
    cursor.setPosition(int(qMin(problem.position, length())));
    cursor.setPosition(int(qMin(problem.position + problem.length, length())), QTextCursor::KeepAnchor);
    return cursor;
}

void MessageEdit::selectPlace(const ParsedInput::Problem &problem)
{
    setTextCursor(cursorAt(problem));
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
    else if (event->type() == QEvent::PaletteChange)
        underlineProblems();
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    const QTextCursor cursor = textCursor();
    const qsizetype replaced = cursor.selectionEnd() - cursor.selectionStart();
    const qsizetype after = length() - replaced + source->text().size();
    if (after > MaxPastedLength) {
        Q_EMIT pasteRefused(after);
        return;
    }
    wrapFor(qMax(length(), after));
    QPlainTextEdit::insertFromMimeData(source);
}

void MessageEdit::fitHeight()
{
    const bool scrolls = document()->size().height() > MaxVisibleLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(sizeHint().height());
}
