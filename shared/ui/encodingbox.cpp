#include "encodingbox.h"

EncodingBox::EncodingBox(QWidget *parent)
    : NamedComboBox(parent)
{
    for (const Encoding &encoding : Encoding::available())
        addItem(encoding.name());
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT encodingChosen(encoding()); });
}

Encoding EncodingBox::encoding() const
{
    return Encoding::available().value(currentIndex());
}

void EncodingBox::setEncoding(const Encoding &encoding)
{
    setCurrentIndex(qMax(0, findText(encoding.name(), Qt::MatchExactly)));
}
