#include "nativesocket.h"

#include <winsock2.h>

namespace NativeSocket {

Peek peek(qintptr descriptor)
{
    char byte = 0;
    const int got = ::recv(SOCKET(descriptor), &byte, 1, MSG_PEEK);
    if (got > 0)
        return Peek::Data;
    if (got == 0)
        return Peek::Finished;
    const int error = ::WSAGetLastError();
    if (error == WSAEWOULDBLOCK || error == WSAEINTR)
        return Peek::Nothing;
    if (error == WSAETIMEDOUT)
        return Peek::TimedOut;
    return error == WSAECONNRESET || error == WSAECONNABORTED ? Peek::Reset : Peek::Failed;
}

bool takeError(qintptr descriptor)
{
    int error = 0;
    int size = sizeof error;
    return ::getsockopt(SOCKET(descriptor), SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &size) == 0 && error != 0;
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

void close(qintptr descriptor)
{
    ::closesocket(SOCKET(descriptor));
}

bool hasFreeDescriptor()
{
    return true; // bounded by memory alone; QTcpServer reports that
}

void raiseDescriptorLimit()
{
    // Windows has no such limit for sockets.
}

}
