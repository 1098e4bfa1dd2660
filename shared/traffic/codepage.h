#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

/// The code pages of Windows, for the encodings that a Qt without ICU lacks there. Other systems have none. Any thread.
namespace CodePage {

/// The number of the page with the encoding of this name; 0: this system has none.
unsigned of(const char *name);

/// What the bytes say: empty when they are the start of a longer character, U+FFFD when they are none.
QString decode(unsigned page, QByteArrayView bytes);

/// Other bytes for the characters that the page lacks.
QByteArray encode(unsigned page, QStringView text);

}
