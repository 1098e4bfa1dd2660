#pragma once

#include "namedcombobox.h"

#include <QHostAddress>

#include <optional>

/// Where to listen: loopback, all interfaces, one of this machine's addresses, or what one types. The list is read anew
/// each time it opens.
class AddressBox final : public NamedComboBox
{
    Q_OBJECT
public:
    explicit AddressBox(QWidget *parent = nullptr);

    /// Empty when what is typed is no address.
    std::optional<QHostAddress> address() const;
    void setAddress(const QHostAddress &address);

    void showPopup() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void add(const QString &address, const QString &description);
    void retranslate();
};
