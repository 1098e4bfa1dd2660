#pragma once

#include "fileprogress.h"

/// How far a file is, or what became of it: "12.3 MB of 80 MB · 4.1 MB/s · 0:16 left · 3 of 4 clients have all of it".
/// Sizes and speed are those of the slowest target. Pure.
QString fileStatusText(const FileProgress &progress);
