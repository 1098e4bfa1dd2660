#include "nativesocket.h"

#include "endpoint.h"

#include <algorithm>

#include <winsock2.h>
#include <windows.h>

namespace NativeSocket {

static Peek meaningOf(int error)
{
    switch (error) {
    case WSAEWOULDBLOCK:
    case WSAEINTR: return Peek::Nothing;
    case WSAETIMEDOUT: return Peek::TimedOut;
    case WSAECONNRESET:
    case WSAECONNABORTED:
    case WSAENETRESET: return Peek::Reset;
    default: return Peek::Failed;
    }
}

static Peek receive(qintptr descriptor, char *buffer, qsizetype size, int flags, qsizetype *count)
{
    const int got = ::recv(SOCKET(descriptor), buffer, int(size), flags); // Qt has made it one that does not wait
    *count = std::max(0, got);
    if (got > 0)
        return Peek::Data;
    return got == 0 ? Peek::Finished : meaningOf(::WSAGetLastError());
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
    constexpr qsizetype most = 1024 * 1024 * 1024;
    return std::max(0, ::send(SOCKET(descriptor), bytes.data(), int(std::min(bytes.size(), most)), 0));
}

bool wasReset(qintptr descriptor)
{
    // Sending nothing succeeds on every connection that still has its sending side.
    return ::send(SOCKET(descriptor), "", 0, 0) == SOCKET_ERROR && ::WSAGetLastError() != WSAEWOULDBLOCK;
}

bool takeError(qintptr descriptor)
{
    int error = 0;
    int size = sizeof error;
    return ::getsockopt(SOCKET(descriptor), SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &size) == 0 && error != 0;
}

bool mustBeAsked(bool afterFin)
{
    // FD_CLOSE comes once: not for a reset after the FIN. Wine loses it when it falls between the two calls of
    // WSAAsyncSelect with which Qt handles each message, and with it FD_READ once both sides have finished.
    static const bool isWine = ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
    return afterFin || isWine;
}

bool tellsResetAsNetworkError()
{
    return true;
}

void shutdownWrite(qintptr descriptor)
{
    ::shutdown(SOCKET(descriptor), SD_SEND);
}

void resetOnClose(qintptr descriptor)
{
    const linger now{1, 0};
    ::setsockopt(SOCKET(descriptor), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now), sizeof now);
}

QHostAddress peerAddress(qintptr descriptor)
{
    sockaddr_storage storage{};
    int size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (::getpeername(SOCKET(descriptor), address, &size) != 0)
        return {};
    return Endpoint::of(QHostAddress(address), 0).address;
}

void close(qintptr descriptor)
{
    ::closesocket(SOCKET(descriptor));
}

bool hasFreeDescriptor(int)
{
    return true; // bounded by memory alone; QTcpServer reports that
}

void raiseDescriptorLimit()
{
    // Windows has no such limit for sockets.
}

}
