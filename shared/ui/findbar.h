#pragma once

#include "searchpattern.h"

#include <QWidget>

class ProblemLabel;
class QLabel;
class QToolButton;
class SearchField;

/// The line in which one types what to find, with next, previous and what came of it, and beneath what is wrong with the
/// text. Esc closes it.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open();
    SearchText text() const; ///< empty also when what was typed can't be looked for

    void showNothing();
    void showSearching();
    void showProgress(int percent); ///< of the count
    void showNotFound();
    /// The expression takes too long on some rows, and was found in others.
    void showTooLong(qsizetype rows, qsizetype untold);
    /// `position`: which of them is the current row, from 1; 0: none, or not known.
    void showCount(qsizetype rows, qsizetype position);
    void showPosition(qsizetype position); ///< of another row, in the same count

Q_SIGNALS:
    void edited();
    void confirmed(); ///< Enter right after typing: what is shown is what was looked for
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Result : quint8 { Nothing, Searching, Counting, NotFound, Count, TooLong };

    void retranslate();
    void enter();
    void setResult(Result result);
    QString resultText() const;
    QToolButton *addButton(const QString &name, Qt::ArrowType arrow);

    SearchField *m_field;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_result;
    QToolButton *m_close;
    ProblemLabel *m_problem;
    Result m_shown = Result::Nothing;
    qsizetype m_count = 0;
    qsizetype m_untold = 0;
    qsizetype m_position = 0;
    bool m_typed = false; // since one last went to a row
    int m_percent = 0;
};
