#include "codepage.h"

unsigned CodePage::of(const char *)
{
    return 0;
}

QString CodePage::decode(unsigned, QByteArrayView)
{
    return QString(QChar::ReplacementCharacter);
}

QByteArray CodePage::encode(unsigned, QStringView)
{
    return {};
}
