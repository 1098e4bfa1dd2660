#include "outcomepopup.h"

#include "outcomemodel.h"

#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

OutcomePopup::OutcomePopup(OutcomeModel *outcomes, QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"outcomePopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(StyledPanel);
    m_sorted.setDynamicSortFilter(false);
    m_sorted.setSortRole(OutcomeModel::StateRole);
    m_sorted.setSourceModel(outcomes);
    m_sorted.sort(0, Qt::DescendingOrder);
    auto *list = new QListView(this);
    list->setAccessibleName(tr("Outcome for each socket"));
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setModel(&m_sorted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(list);
    setFocusProxy(list);
}

void OutcomePopup::openAbove(const QWidget *widget)
{
    const int row = fontMetrics().height() + 6;
    resize(fontMetrics().averageCharWidth() * 60, row * std::clamp(m_sorted.rowCount() + 1, 3, 12));
    const QPoint corner = widget->mapToGlobal(QPoint(widget->width() - width(), -height() - 2));
    const QRect screen = widget->screen()->availableGeometry();
    move(std::max(corner.x(), screen.left()), std::max(corner.y(), screen.top()));
    show();
    setFocus();
}
