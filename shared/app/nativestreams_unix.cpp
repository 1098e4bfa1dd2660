#include "nativestreams.h"

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace NativeStreams {

void attachToTerminal()
{
    // Every program here has the terminal it was started from.
}

void detachFromTerminal()
{
    // A window that ends with its terminal is the custom here.
}

qsizetype read(char *bytes, qsizetype size)
{
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, bytes, size_t(size));
        if (got >= 0 || (errno != EINTR && errno != EAGAIN))
            return got;
        // A terminal that another program left non-blocking: wait for it here.
        pollfd input{STDIN_FILENO, POLLIN, 0};
        ::poll(&input, 1, -1);
    }
}

qsizetype write(Out stream, QByteArrayView bytes)
{
    const int descriptor = stream == Out::Output ? STDOUT_FILENO : STDERR_FILENO;
    ssize_t count = 0;
    do {
        count = ::write(descriptor, bytes.data(), size_t(bytes.size()));
    } while (count < 0 && errno == EINTR);
    return count;
}

}
