#pragma once

#include "rowquery.h"

#include <QPointer>
#include <QWidget>

class EventButton;
class ProblemLabel;
class QCheckBox;
class QLabel;
class QToolButton;
class SearchField;
class TranscriptModel;

/// Which rows of a transcript are to be seen: text, received, sent, events. Says how many match, and beneath what is
/// wrong with the text.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Whose rows are counted. Not owned; it has its rows, and keeps them.
    void setModel(TranscriptModel *model);
    /// All but the sockets.
    RowQuery query() const;
    void setQuery(const RowQuery &query); ///< the same; nobody is told
    void focusText();

Q_SIGNALS:
    void edited();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QCheckBox *addBox(const QString &name);
    void showCount();
    QString countText() const;
    void showProblem();
    void retranslate();

    QPointer<TranscriptModel> m_model;
    SearchField *m_field;
    QCheckBox *m_received;
    QCheckBox *m_sent;
    EventButton *m_events;
    QLabel *m_count;
    QToolButton *m_close;
    ProblemLabel *m_problem;
};
