#pragma once

#include <QString>

/// How many bytes that are, short: "0 B", "999 B", "1.2 kB", "3.4 MB". One rule for both windows; steps of 1000.
QString sizeText(quint64 bytes);
