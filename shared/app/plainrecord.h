#pragma once

#include "record.h"

#include <QByteArray>
#include <QString>

/// `--headless` without `--json`: what each record is on standard output, and on standard error.
struct PlainRecord
{
    QByteArray output; ///< the text of a received message with a line end; control characters as pictures
    QString notice;    ///< a line for standard error
};

PlainRecord plainOfRecord(const Record &record);
