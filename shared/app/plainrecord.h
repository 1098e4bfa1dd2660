#pragma once

#include "encoding.h"
#include "record.h"

#include <QByteArray>
#include <QString>

/// `--headless` without `--json`: what each record is on standard output, and on standard error.
struct PlainRecord
{
    QByteArray output; ///< UTF-8: the text of a received message with a line end; control characters as pictures
    QString notice;    ///< a line for standard error
};

/// `encoding` is that of the message.
PlainRecord plainOfRecord(const Record &record, const Encoding &encoding = {});
