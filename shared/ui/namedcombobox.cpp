#include "namedcombobox.h"

#include "wheelguard.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QLineEdit>

namespace {

/// What Qt's own interface of a combo box does, and the name.
class NamedComboBoxInterface final : public QAccessibleWidget
{
public:
    explicit NamedComboBoxInterface(NamedComboBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Name)
            return box()->accessibleName();
        if (which == QAccessible::Value)
            return box()->currentText();
        return QAccessibleWidget::text(which);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = isOpen();
        state.editable = box()->isEditable();
        return state;
    }

    int childCount() const override { return box()->isEditable() ? 2 : 1; }

    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(box()->view());
        return index == 1 ? QAccessible::queryAccessibleInterface(box()->lineEdit()) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child && child->object() == box()->view())
            return 0;
        return child && box()->lineEdit() && child->object() == box()->lineEdit() ? 1 : -1;
    }

    QAccessibleInterface *focusChild() const override
    {
        return box()->isEditable() && box()->hasFocus() ? child(1) : nullptr;
    }

    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }

    void doAction(const QString &name) override
    {
        if (name != showMenuAction() && name != pressAction())
            return;
        if (isOpen())
            box()->hidePopup();
        else
            box()->showPopup();
    }

private:
    NamedComboBox *box() const { return static_cast<NamedComboBox *>(object()); }
    bool isOpen() const { return box()->view()->isVisible(); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *box = qobject_cast<NamedComboBox *>(object);
    return box ? new NamedComboBoxInterface(box) : nullptr;
}

}

NamedComboBox::NamedComboBox(QWidget *parent)
    : QComboBox(parent)
{
    QAccessible::installFactory(makeInterface); // only the first time
    guardAgainstWheel(this);
}

void NamedComboBox::setName(const QString &name)
{
    setAccessibleName(name);
    if (lineEdit())
        lineEdit()->setAccessibleName(name);
}
