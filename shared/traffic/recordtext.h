#pragma once

#include "record.h"

#include <QString>

/// What a record that is not a message says, as a translated sentence without time and socket number: made when it is
/// shown, so that it follows the language. Empty for messages.
QString recordText(const Record &record);
