#pragma once

#include "callrow.h"
#include "storereader.h"

#include <QString>

/// What recv is asked for at most, as Connection reads.
inline constexpr quint32 ReadRoom = 64 * 1024;

/// A call with its values, and what it gave.
struct CallText
{
    QString call;
    QString result = {}; ///< empty: it is told apart, or there is none

    QString line() const { return result.isEmpty() ? call : call + QStringLiteral(" → ") + result; }
};

/// `recv(#1, "hello\n", 65536, 0)`, `6`. Made when it is shown, so that its words follow the language. Empty where the
/// store has the record no more.
CallText callText(const CallRow &row, const StoreReader &reader);
