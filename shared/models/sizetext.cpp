#include "sizetext.h"

#include <QCoreApplication>
#include <QLocale>

QString sizeText(quint64 bytes)
{
    if (bytes < 1000)
        return QCoreApplication::translate("SizeText", "%1 B").arg(QLocale().toString(bytes));
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat);
}
