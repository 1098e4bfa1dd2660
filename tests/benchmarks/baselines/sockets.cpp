#include "sockets.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static constexpr int Backlog = 4096;

void failWith(const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        failWith("getrlimit");
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

static sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int listenOnLoopback(std::uint16_t port)
{
    const int on = 1;
    const sockaddr_in address = loopback(port);
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    ::setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(made, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || ::listen(made, Backlog) != 0)
        failWith("listen");
    return made;
}

int connectToLoopback(std::uint16_t port)
{
    const linger reset{1, 0};
    const sockaddr_in address = loopback(port);
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0)
        failWith("socket");
    ::setsockopt(made, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    sendAtOnce(made);
    if (::connect(made, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return made;
    ::close(made);
    return -1;
}

void sendAtOnce(int descriptor)
{
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

long numberArgument(const char *text, long least, long most)
{
    char *end = nullptr;
    const long number = std::strtol(text, &end, 10);
    if (end != text && *end == '\0' && number >= least && number <= most)
        return number;
    std::fprintf(stderr, "not a number from %ld to %ld: %s\n", least, most, text);
    std::exit(2);
}
