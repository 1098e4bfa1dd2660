#pragma once

#include "encoding.h"
#include "record.h"

#include <QByteArray>

/// The line of `--headless --json` for this record, or nothing where scripts are not told of it.
QByteArray jsonOfRecord(const Record &record, const Encoding &encoding = {});
