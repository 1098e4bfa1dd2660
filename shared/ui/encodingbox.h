#pragma once

#include "encoding.h"
#include "namedcombobox.h"

/// A combo box of the encodings that can be chosen.
class EncodingBox final : public NamedComboBox
{
    Q_OBJECT
public:
    explicit EncodingBox(QWidget *parent = nullptr);

    Encoding encoding() const;
    void setEncoding(const Encoding &encoding);

Q_SIGNALS:
    void encodingChosen(const Encoding &encoding); ///< by the user
};
