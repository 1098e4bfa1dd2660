#include "filesizelimit.h"

#include <csignal>

#include <sys/resource.h>

static void setLimit(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

FileSizeLimit::FileSizeLimit(qint64 bytes)
{
    std::signal(SIGXFSZ, SIG_IGN); // else the signal ends the process before write() can say EFBIG
    setLimit(rlim_t(bytes));
}

FileSizeLimit::~FileSizeLimit()
{
    setLimit(RLIM_INFINITY);
}

bool FileSizeLimit::isSupported()
{
    return true;
}
