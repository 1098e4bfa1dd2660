#pragma once

#include "servicesummary.h"

#include <QHash>
#include <QWidget>

class QStackedWidget;
class QTabBar;
class QToolButton;
class ServicePage;

/// The services of a window, one shown at a time, with a tab for each. A single one has no tab: its page has all the room.
class ServiceTabs final : public QWidget
{
    Q_OBJECT
public:
    explicit ServiceTabs(QWidget *parent = nullptr);

    /// Behind those that are there; takes it as its child.
    void add(ServicePage *page);
    /// Out of sight; it is the window's child then, and goes on.
    void take(ServicePage *page);
    ServicePage *current() const;
    QList<ServicePage *> pages() const; ///< in the order of their tabs
    void show(ServicePage *page);
    void showBeside(int step); ///< 1: the next one; -1: the one before; around the ends

Q_SIGNALS:
    void currentChanged(ServicePage *page);
    void newRequested();
    void closeRequested(ServicePage *page);

protected:
    void changeEvent(QEvent *event) override;

private:
    int indexOf(const ServicePage *page) const;
    ServicePage *at(int index) const;
    void onCurrent(int index);
    void update(const ServicePage *page);
    void retranslate();

    QWidget *m_row;
    QTabBar *m_bar;
    QToolButton *m_add;
    QStackedWidget *m_stack;
    ServicePage *m_current = nullptr;
    QHash<const ServicePage *, ServiceNews> m_seen; // when it was shown last
};
