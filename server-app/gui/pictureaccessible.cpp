#include "pictureaccessible.h"

#include "picturetext.h"
#include "pictureview.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

namespace {

/// What had this key in the picture of before, and has it still. Goes with the view's interface.
class ItemInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemInterface(PictureView *view, const QString &key)
        : m_view(view)
        , m_key(key)
    {
    }

    bool isValid() const override { return m_view && item(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text which) const override
    {
        const auto here = item();
        return here && which == QAccessible::Name ? PictureText::spoken(m_view->picture(), *here) : QString();
    }

    QRect rect() const override
    {
        const auto here = item();
        if (!here)
            return {};
        const QRect place = m_view->viewRectOf(*here);
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        const auto here = item();
        state.invalid = !here;
        if (!here)
            return state;
        state.focusable = state.selectable = state.readOnly = state.multiSelectable = true;
        state.focused = m_view->hasFocus() && m_view->current() == *here;
        state.selected = m_view->isSelected(*here);
        state.offscreen = !m_view->viewport()->rect().intersects(m_view->viewRectOf(*here));
        state.invisible = !m_view->isVisible();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    void doAction(const QString &name) override
    {
        const auto here = item();
        if (!here)
            return;
        m_view->setCurrent(*here);
        if (name == pressAction())
            m_view->choose(*here, false);
        else if (name == setFocusAction())
            m_view->setFocus();
    }

private:
    std::optional<PictureItem> item() const { return m_view->picture().find(m_key); }

    QPointer<PictureView> m_view;
    QString m_key;
};

class PictureInterface final : public QAccessibleWidget
{
public:
    explicit PictureInterface(PictureView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }

    ~PictureInterface() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(items().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const QList<PictureItem> all = items();
        return index >= 0 && index < all.size() ? interfaceOf(view()->picture().keyOf(all.at(index))) : nullptr;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const QList<PictureItem> all = items();
        for (int index = 0; index < all.size(); ++index) {
            if (interfaceOf(view()->picture().keyOf(all.at(index))) == child)
                return index;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const auto item = view()->itemAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return item ? interfaceOf(view()->picture().keyOf(*item)) : nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? interfaceOf(view()->picture().keyOf(view()->current())) : nullptr;
    }

private:
    PictureView *view() const { return static_cast<PictureView *>(object()); }
    QList<PictureItem> items() const { return view()->picture().items(); }

    QAccessibleInterface *interfaceOf(const QString &key) const
    {
        if (const auto known = m_children.constFind(key); known != m_children.cend())
            return QAccessible::accessibleInterface(*known);
        forgetGone();
        auto *made = new ItemInterface(view(), key);
        m_children.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    void forgetGone() const
    {
        m_children.removeIf([this](const auto &child) {
            const bool isGone = !view()->picture().find(child.key());
            if (isGone)
                QAccessible::deleteAccessibleInterface(child.value());
            return isGone;
        });
    }

    mutable QHash<QString, QAccessible::Id> m_children; // by key
};

}

QAccessibleInterface *makePictureInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<PictureView *>(object);
    return view ? new PictureInterface(view) : nullptr;
}
