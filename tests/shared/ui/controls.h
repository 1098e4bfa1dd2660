#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSplitterHandle>
#include <QTabBar>
#include <QWidget>

/// What a person uses in a window, and which of it says nothing to who asks what it is.
namespace Controls {

/// Whether it is part of another control, as the field of a combo box, or of the window's frame.
inline bool isPart(const QWidget *widget)
{
    const QString name = widget->objectName();
    return name.isEmpty() || name.startsWith(QLatin1String("qt_")) || qobject_cast<const QSplitterHandle *>(widget)
        || qobject_cast<const QTabBar *>(widget->parentWidget());
}

inline bool isInput(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// Its own text, or that of the control that it is a part of.
inline QString explanation(const QWidget *widget)
{
    while (widget->whatsThis().isEmpty() && isPart(widget) && widget->parentWidget() && !widget->isWindow())
        widget = widget->parentWidget();
    return widget->whatsThis();
}

inline QString describe(const QObject *object, const QString &text)
{
    return QStringLiteral("%1 “%2” %3")
        .arg(QString::fromLatin1(object->metaObject()->className()), object->objectName(), text);
}

/// The controls in sight, and the commands of all menus, that have no What's This text.
inline QStringList unexplained(const QWidget *window)
{
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const bool counts = isInput(widget) && widget->isVisible() && widget->window() == window;
        if (counts && explanation(widget).isEmpty())
            found.append(describe(widget, widget->accessibleName()));
    }
    const QList<QAction *> titles = window->findChild<QMenuBar *>()->actions();
    for (const QMenu *menu : window->findChildren<QMenu *>()) {
        if (qobject_cast<QMenuBar *>(menu->parentWidget()) && !titles.contains(menu->menuAction()))
            continue; // that of a menu bar without room for its titles
        for (const QAction *action : menu->actions()) {
            if (!titles.contains(action) && !action->isSeparator() && action->whatsThis().isEmpty())
                found.append(describe(action, action->text()));
        }
    }
    return found;
}

} // namespace Controls
