#include "socketsdelegate.h"

#include "shades.h"
#include "sizetext.h"
#include "socketsmodel.h"

#include <QApplication>
#include <QStyle>

static constexpr int NumberGap = 8; // pixels between a number and the text of the column to its right

int SocketsDelegate::numberPadding(const QWidget *view)
{
    const QStyle *style = view ? view->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, view) + 1;
    return NumberGap + 4 * margin; // on both sides of the text and of the gap
}

/// A number that would be cut off is written as "8.3 MB": digits that are missing would make it another number.
static QString fittingNumber(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int room = option.rect.width() - SocketsDelegate::numberPadding(option.widget);
    if (option.rect.isEmpty() || option.fontMetrics.horizontalAdvance(option.text) <= room)
        return option.text;
    return sizeText(index.data(SocketsModel::SortRole).toULongLong());
}

void SocketsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if ((option->displayAlignment & Qt::AlignRight) && !option->text.isEmpty()) {
        option->text = fittingNumber(*option, index);
        option->features |= QStyleOptionViewItem::HasDecoration; // an empty one, as the gap
        option->decorationPosition = QStyleOptionViewItem::Right;
        option->decorationSize = {NumberGap, 1};
    }
    option->font.setBold(index.data(SocketsModel::IdRole).value<SocketId>() == ListenerId);
    if (index.data(SocketsModel::ClosedRole).toBool())
        option->palette.setColor(QPalette::Text, Shades::subdued(option->palette));
}
