#include "callmeaning.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace {

struct Meaning
{
    Call call;
    const char *name;
    const char *sentence;
};

constexpr Meaning Meanings[]{
    {Call::None, "", ""},
    {Call::Socket, "socket",
     QT_TRANSLATE_NOOP("CallMeaning", "Asks the system for a new TCP socket. It has no address yet.")},
    {Call::SocketFailed, "socket",
     QT_TRANSLATE_NOOP("CallMeaning", "The system gave no socket: this program has too many files and sockets open.")},
    {Call::ReuseAddress, "setsockopt",
     QT_TRANSLATE_NOOP("CallMeaning", "Lets the port be bound again at once after the program was restarted.")},
    {Call::BothFamilies, "setsockopt",
     QT_TRANSLATE_NOOP("CallMeaning", "Lets one socket serve IPv6 and IPv4 clients.")},
    {Call::Bind, "bind",
     QT_TRANSLATE_NOOP("CallMeaning", "Gives the socket its address and port. Nobody else can take this port "
                                      "meanwhile.")},
    {Call::Listen, "listen",
     QT_TRANSLATE_NOOP("CallMeaning", "Clients can connect from now on. The number is how many may wait to be "
                                      "accepted.")},
    {Call::Accept, "accept",
     QT_TRANSLATE_NOOP("CallMeaning", "Takes the next client that waits: a new socket for this one client. The "
                                      "listening socket goes on listening.")},
    {Call::NoDelay, "setsockopt",
     QT_TRANSLATE_NOOP("CallMeaning", "Small messages are sent at once, not gathered first.")},
    {Call::LookUp, "getaddrinfo",
     QT_TRANSLATE_NOOP("CallMeaning", "Looks the name up: which addresses does this host have?")},
    {Call::LookUpFailed, "getaddrinfo", QT_TRANSLATE_NOOP("CallMeaning", "There is no such host.")},
    {Call::Connect, "connect",
     QT_TRANSLATE_NOOP("CallMeaning", "Connects to the server. The system chose the address and port of this end.")},
    {Call::ConnectFailed, "connect", QT_TRANSLATE_NOOP("CallMeaning", "No connection came about.")},
    {Call::Receive, "recv",
     QT_TRANSLATE_NOOP("CallMeaning", "Takes what has arrived, as much as there is: part of a message, one, or "
                                      "several.")},
    {Call::ReceiveEnd, "recv",
     QT_TRANSLATE_NOOP("CallMeaning", "0 bytes mean the end: the peer sends no more. We still can.")},
    {Call::ReceiveFailed, "recv", QT_TRANSLATE_NOOP("CallMeaning", "The connection is broken.")},
    {Call::Send, "send",
     QT_TRANSLATE_NOOP("CallMeaning", "The system took these bytes. They are on their way, not yet at the peer.")},
    {Call::ShutdownWrite, "shutdown",
     QT_TRANSLATE_NOOP("CallMeaning", "Sends our FIN: we send no more, but still receive.")},
    {Call::LingerZero, "setsockopt",
     QT_TRANSLATE_NOOP("CallMeaning", "Makes the close that follows send RST instead of FIN.")},
    {Call::Close, "close",
     QT_TRANSLATE_NOOP("CallMeaning", "Gives the socket back to the system. Its number is not used again.")},
};

const Meaning &meaningOf(Call call)
{
    const auto found = std::find_if(std::begin(Meanings), std::end(Meanings),
                                    [call](const Meaning &meaning) { return meaning.call == call; });
    return found != std::end(Meanings) ? *found : Meanings[0];
}

}

QString callName(Call call)
{
    return QString::fromLatin1(meaningOf(call).name);
}

QString callMeaning(Call call)
{
    const char *sentence = meaningOf(call).sentence;
    return *sentence ? QCoreApplication::translate("CallMeaning", sentence) : QString();
}
