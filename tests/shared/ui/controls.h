#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSpinBox>
#include <QSplitterHandle>
#include <QTabBar>
#include <QToolButton>
#include <QWidget>

/// What a person uses in a window, and which of it says nothing to who asks what it is.
namespace Controls {

/// Whether it is part of another control, as the field of a combo box, or of the window's frame.
inline bool isPart(const QWidget *widget)
{
    const QString name = widget->objectName();
    return name.isEmpty() || name.startsWith(QLatin1String("qt_")) || qobject_cast<const QSplitterHandle *>(widget);
}

inline bool isInput(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || (qobject_cast<const QAbstractScrollArea *>(widget) && widget->focusPolicy() != Qt::NoFocus);
}

/// Qt's own, which a bar of tabs has when it lacks room.
inline bool isScrollButton(const QWidget *widget)
{
    return qobject_cast<const QTabBar *>(widget->parentWidget()) && qobject_cast<const QToolButton *>(widget);
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
        const bool counts = isInput(widget) && !isScrollButton(widget) && widget->isVisible() && widget->window() == window;
        if (counts && explanation(widget).isEmpty())
            found.append(describe(widget, widget->accessibleName()));
    }
    const auto *more = window->findChild<QToolButton *>(QStringLiteral("qt_menubar_ext_button"));
    for (const QMenu *menu : window->findChildren<QMenu *>()) {
        if (more && menu == more->menu())
            continue; // of the titles that had no room in the menu bar
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator() && action->whatsThis().isEmpty())
                found.append(describe(action, action->text()));
        }
    }
    return found;
}

} // namespace Controls
