#pragma once

#include "helpdialog.h"

/// What F1 shows in the server window, in the language of the moment.
HelpText serverHelp();
