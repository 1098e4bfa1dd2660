#pragma once

#include "encoding.h"

#include <QMenu>

class QActionGroup;

/// The encodings that can be chosen, one of them checked.
class EncodingMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit EncodingMenu(QWidget *parent = nullptr);

    void setEncoding(const Encoding &encoding);

Q_SIGNALS:
    void encodingChosen(const Encoding &encoding); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QActionGroup *m_group;
};
