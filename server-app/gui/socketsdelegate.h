#pragma once

#include <QStyledItemDelegate>

/// How the table of sockets looks: closed ones greyed, the listening one bold.
class SocketsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};
