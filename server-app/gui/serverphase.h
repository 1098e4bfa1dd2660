#pragma once

#include <QtGlobal>

/// Where the window's server is between two presses of its button.
enum class ServerPhase : quint8 { Idle, Starting, Listening, Stopping };
