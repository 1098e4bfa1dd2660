#include "filesizelimit.h"

FileSizeLimit::FileSizeLimit(qint64 bytes)
{
    Q_UNUSED(bytes);
}

FileSizeLimit::~FileSizeLimit() = default;

bool FileSizeLimit::isSupported()
{
    return false;
}
