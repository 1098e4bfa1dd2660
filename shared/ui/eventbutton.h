#pragma once

#include "eventgroup.h"

#include <QToolButton>

class QAction;
class QMenu;

/// Opens a menu in which one ticks the groups of events that one wants to see. All are at first. The menu stays open
/// while one clicks, or presses Space, until Enter, Esc or a click beside it.
class EventButton final : public QToolButton
{
    Q_OBJECT
public:
    explicit EventButton(QWidget *parent = nullptr);

    EventGroups groups() const;
    void setGroups(EventGroups groups);
    QSize sizeHint() const override;

Q_SIGNALS:
    void groupsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showChoice();
    void retranslate();

    QMenu *m_menu;
    QAction *m_all;
    QAction *m_none;
    QList<QAction *> m_groups; // each with its EventGroup as data
};
