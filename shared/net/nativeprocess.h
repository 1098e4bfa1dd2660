#pragma once

#include <QtGlobal>

#include <optional>

/// What the system tells of this program, one implementation per system; nothing where it does not tell.
namespace NativeProcess {

/// By which the system's own tools name the thread that calls (`ps -L`, the debugger).
std::optional<quint64> threadId();

/// How much memory this program has in RAM now, in bytes: its resident set.
std::optional<quint64> residentBytes();

}
