#include "nativesocket.h"

#include "endpoint.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/syslimits.h>
#endif

namespace NativeSocket {

static Peek receive(qintptr descriptor, char *buffer, qsizetype size, int flags, qsizetype *count)
{
    ssize_t got = 0;
    do {
        got = ::recv(int(descriptor), buffer, size_t(size), flags | MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    *count = std::max<ssize_t>(0, got);
    if (got > 0)
        return Peek::Data;
    if (got == 0)
        return Peek::Finished;
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return Peek::Nothing;
    return errno == ECONNRESET ? Peek::Reset : errno == ETIMEDOUT ? Peek::TimedOut : Peek::Failed;
}

Peek peek(qintptr descriptor)
{
    char byte = 0;
    qsizetype count = 0;
    return receive(descriptor, &byte, 1, MSG_PEEK, &count);
}

Peek receive(qintptr descriptor, char *buffer, qsizetype size, qsizetype *count)
{
    return receive(descriptor, buffer, size, 0, count);
}

qsizetype send(qintptr descriptor, QByteArrayView bytes)
{
#ifdef MSG_NOSIGNAL
    constexpr int flags = MSG_DONTWAIT | MSG_NOSIGNAL;
#else
    constexpr int flags = MSG_DONTWAIT; // Qt has set SO_NOSIGPIPE
#endif
    ssize_t taken = 0;
    do {
        taken = ::send(int(descriptor), bytes.data(), size_t(bytes.size()), flags);
    } while (taken < 0 && errno == EINTR);
    return std::max<ssize_t>(0, taken);
}

bool takeError(qintptr descriptor)
{
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(int(descriptor), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error != 0;
}

bool wasReset(qintptr)
{
    return false; // `recv` tells
}

bool mustBeAsked(bool)
{
    return false; // `poll` goes on telling
}

bool tellsResetAsNetworkError()
{
    return false; // EPIPE and ECONNRESET are a remote host that closed
}

void shutdownWrite(qintptr descriptor)
{
    ::shutdown(int(descriptor), SHUT_WR);
}

void resetOnClose(qintptr descriptor)
{
    const linger now{1, 0};
    ::setsockopt(int(descriptor), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

QHostAddress peerAddress(qintptr descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(int(descriptor), address, &size) != 0)
        return {};
    return Endpoint::of(QHostAddress(address), 0).address;
}

void close(qintptr descriptor)
{
    ::close(int(descriptor));
}

bool hasFreeDescriptor(int count)
{
    if (count == 0)
        return true;
    // Any descriptor will do to copy; standard error is there, and when it is closed its number is free.
    const int copy = ::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return errno != EMFILE;
    const bool others = hasFreeDescriptor(count - 1);
    ::close(copy);
    return others;
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
#ifdef __APPLE__
    // setrlimit(2) there: more than OPEN_MAX is an error, even when the hard limit is "unlimited".
    limit.rlim_cur = std::min<rlim_t>(OPEN_MAX, limit.rlim_max);
#endif
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

}
