#pragma once

#include "bytecopier.h"

#include <QMenu>

/// The ways in which bytes can be copied.
class CopyBytesMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit CopyBytesMenu(QWidget *parent = nullptr);

    /// Hex, a dump, or source code; the offset is that of the first byte.
    static QString textOf(CopyForm form, const QByteArray &bytes, qint64 offset);

Q_SIGNALS:
    void chosen(CopyForm form);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};
