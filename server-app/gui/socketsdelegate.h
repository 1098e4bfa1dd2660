#pragma once

#include <QStyledItemDelegate>

/// How the table of sockets looks: closed ones greyed, the listening one bold, numbers never cut off.
class SocketsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What a cell needs beside its number: margins, and a gap to the column on its right.
    static int numberPadding(const QWidget *view);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};
