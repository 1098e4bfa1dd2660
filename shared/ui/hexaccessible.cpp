#include "hexaccessible.h"

#include "hexview.h"

#include <QAccessibleWidget>

namespace {

class HexInterface final : public QAccessibleWidget
{
public:
    explicit HexInterface(HexView *view)
        : QAccessibleWidget(view, QAccessible::StaticText)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value)
            return view()->cursorRowText();
        if (which == QAccessible::Description)
            return view()->selectionText();
        return QAccessibleWidget::text(which);
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        return state;
    }

private:
    HexView *view() const { return static_cast<HexView *>(object()); }
};

}

QAccessibleInterface *makeHexInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<HexView *>(object);
    return view ? new HexInterface(view) : nullptr;
}
