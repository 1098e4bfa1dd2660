#include "nativeprocess.h"

#include <qt_windows.h>

#include <psapi.h>

namespace NativeProcess {

std::optional<quint64> threadId()
{
    return quint64(::GetCurrentThreadId());
}

std::optional<quint64> residentBytes()
{
    PROCESS_MEMORY_COUNTERS counters{};
    if (!::K32GetProcessMemoryInfo(::GetCurrentProcess(), &counters, sizeof counters))
        return {};
    return quint64(counters.WorkingSetSize);
}

}
