#pragma once

#include "callrow.h"

#include <QString>

/// The name of the C function; empty for what is none.
QString callName(Call call);

/// What this call is for, as a translated sentence or two; empty for what is none.
QString callMeaning(Call call);
