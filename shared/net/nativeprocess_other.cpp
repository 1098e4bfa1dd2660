#include "nativeprocess.h"

namespace NativeProcess {

std::optional<quint64> threadId()
{
    return {};
}

std::optional<quint64> residentBytes()
{
    return {};
}

}
