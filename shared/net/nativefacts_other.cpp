#include "nativefacts.h"

#include "socketfacts.h"

#include <sys/ioctl.h>
#include <sys/socket.h>

namespace NativeFacts {

static std::optional<quint64> optionOf(int descriptor, int option)
{
    int value = 0;
    socklen_t size = sizeof value;
    const bool told = ::getsockopt(descriptor, SOL_SOCKET, option, &value, &size) == 0;
    return told ? std::optional<quint64>(value) : std::nullopt;
}

void ask(qintptr descriptor, SocketFacts &facts)
{
    const int socket = int(descriptor);
    if (socket < 0)
        return;
    facts.buffers.receiveBuffer = optionOf(socket, SO_RCVBUF);
    facts.buffers.sendBuffer = optionOf(socket, SO_SNDBUF);
    int unread = 0;
    if (facts.status.state != SocketState::Listening && ::ioctl(socket, FIONREAD, &unread) == 0)
        facts.buffers.receiveQueue = quint64(unread);
}

}
