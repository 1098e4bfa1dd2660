#include "nativeprocess.h"

#include <QFile>

#include <unistd.h>

namespace NativeProcess {

std::optional<quint64> threadId()
{
    return quint64(::gettid());
}

std::optional<quint64> residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    bool ok = false;
    const quint64 pages = file.readLine().split(' ').value(1).toULongLong(&ok); // see proc(5): size, resident, …
    return ok ? std::optional(pages * quint64(::sysconf(_SC_PAGESIZE))) : std::nullopt;
}

}
