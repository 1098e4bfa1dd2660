#include "socketsdelegate.h"

#include "shades.h"
#include "socketsmodel.h"

#include <QLocale>

/// A number that would be cut off is written as "8.3 MB": digits that are missing would make it another number.
static QString fittingNumber(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString whole = option.text + QChar(0x2002); // a gap to the column beside it
    if (option.rect.isEmpty() || option.fontMetrics.horizontalAdvance(whole) <= option.rect.width() - 4)
        return whole;
    const auto bytes = index.data(SocketsModel::SortRole).toLongLong();
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat) + QChar(0x2002);
}

void SocketsDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->displayAlignment & Qt::AlignRight)
        option->text = fittingNumber(*option, index);
    option->font.setBold(index.data(SocketsModel::IdRole).value<SocketId>() == ListenerId);
    if (index.data(SocketsModel::ClosedRole).toBool())
        option->palette.setColor(QPalette::Text, Shades::subdued(option->palette));
}
