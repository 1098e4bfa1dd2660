#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstring>

/// Text made of any bytes: UTF-8, or UTF-16 in which surrogates may stand alone.
inline QString inputText(QByteArrayView bytes, bool isUtf16)
{
    if (!isUtf16)
        return QString::fromUtf8(bytes);
    QString text(bytes.size() / qsizetype(sizeof(char16_t)), Qt::Uninitialized);
    std::memcpy(text.data(), bytes.data(), size_t(text.size()) * sizeof(char16_t));
    return text;
}
