#pragma once

#include "searchpattern.h"

#include <QWidget>

class QLabel;
class QToolButton;
class SearchField;

/// The line in which one types what to find, with next, previous and what came of it. Esc closes it.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open();
    SearchText text() const;

    void showNothing();
    void showSearching();
    void showProgress(int percent); ///< of the count
    void showNotFound();
    void showCount(qsizetype rows, qsizetype position); ///< which of them is the current row, from 1; 0: none, or not known
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
    enum class Result : quint8 { Nothing, Searching, Counting, NotFound, Count };

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
    Result m_shown = Result::Nothing;
    qsizetype m_count = 0;
    qsizetype m_position = 0;
    bool m_typed = false; // since one last went to a row
    int m_percent = 0;
};
