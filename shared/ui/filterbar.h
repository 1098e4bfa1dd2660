#pragma once

#include "rowquery.h"

#include <QWidget>

class QCheckBox;
class QToolButton;
class SearchField;

/// Which rows of a transcript are to be seen: text, received, sent, events.
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// All but the sockets.
    RowQuery query() const;
    void focusText();

Q_SIGNALS:
    void edited();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QCheckBox *addBox(const QString &name);
    void retranslate();

    SearchField *m_field;
    QCheckBox *m_received;
    QCheckBox *m_sent;
    QCheckBox *m_events;
    QToolButton *m_close;
};
