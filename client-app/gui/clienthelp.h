#pragma once

#include "helpdialog.h"

/// What F1 shows in a client window, in the language of the moment.
HelpText clientHelp();
