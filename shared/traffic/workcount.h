#pragma once

#include <QtGlobal>

/// Counts what a long piece of work goes through, so that it asks often enough whether to go on, few and long or many and
/// short as the parts may be. A value.
class WorkCount
{
public:
    /// A part of so many bytes comes next. Whether it is time to ask: some milliseconds after the last time.
    bool add(quint64 bytes)
    {
        m_bytes += bytes + PartBytes;
        if (m_bytes < AskAfter)
            return false;
        m_bytes = 0;
        return true;
    }

private:
    static constexpr quint64 PartBytes = 64 * 1024; // what a part can cost besides its bytes: an expression, 25 ms
    static constexpr quint64 AskAfter = 1024 * 1024;

    quint64 m_bytes = 0;
};
