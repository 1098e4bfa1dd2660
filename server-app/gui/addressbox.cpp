#include "addressbox.h"

#include "machineaddresses.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QLineEdit>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

static constexpr int DescriptionRole = Qt::UserRole;

namespace {

/// Shows the description behind the address in the list, where the field shows the address alone.
class AddressDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text += u"  –  "_s + index.data(DescriptionRole).toString();
    }
};

}

AddressBox::AddressBox(QWidget *parent)
    : NamedComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setObjectName(u"address"_s);
    setItemDelegate(new AddressDelegate(this));
    setMinimumContentsLength(15);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    fill();
    retranslate();
}

std::optional<QHostAddress> AddressBox::address() const
{
    return parseAddress(currentText());
}

void AddressBox::setAddress(const QHostAddress &address)
{
    setEditText(addressText(address));
    lineEdit()->setCursorPosition(0);
}

void AddressBox::showPopup()
{
    fill();
    const int scrollBar = 2 * view()->frameWidth() + 24;
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + scrollBar);
    NamedComboBox::showPopup();
}

void AddressBox::fill()
{
    const QString typed = count() > 0 ? currentText() : u"127.0.0.1"_s;
    clear();
    add(u"127.0.0.1"_s, tr("only this machine"));
    add(u"0.0.0.0"_s, tr("all interfaces, IPv4"));
    add(u"::"_s, tr("all interfaces, IPv4 and IPv6"));
    add(u"::1"_s, tr("only this machine, IPv6"));
    for (const QHostAddress &address : machineAddresses())
        add(addressText(address), tr("an address of this machine"));
    setCurrentIndex(findText(typed));
    setEditText(typed);
}

void AddressBox::add(const QString &address, const QString &description)
{
    addItem(address, description);
    setItemData(count() - 1, address + u", "_s + description, Qt::AccessibleTextRole);
}

void AddressBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill();
        retranslate();
    }
    NamedComboBox::changeEvent(event);
}

void AddressBox::retranslate()
{
    setName(tr("Address"));
    setToolTip(tr("The address to listen on. 127.0.0.1 can be reached from this machine only."));
}
