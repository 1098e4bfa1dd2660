#include "tourstep.h"

#include "sizetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

// In these texts %1 is the server's endpoint, %2 that of the newest client, %3 what came in, %4 the number of the
// socket that closed last and %5 how many clients there are.
static constexpr std::array Steps{
    TourStep{.id = "address",
             .title = QT_TRANSLATE_NOOP("TourStep", "Why is an address not enough?"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "An IP address finds a machine, not a program on it: one knows where the restaurant is, and has "
                 "not ordered yet. The port says which service is meant. And a conversation needs more than both: "
                 "what has arrived, what is on its way, whether it still lasts. That is what a socket keeps."),
             .task = QT_TRANSLATE_NOOP("TourStep",
                                       "Look at Address and Port: together they are the endpoint that clients "
                                       "connect to. Then press Next."),
             .outcome = "",
             .target = "port",
             .event = TourEvent::Nothing,
             .need = TourEvent::Nothing},
    TourStep{.id = "listen",
             .title = QT_TRANSLATE_NOOP("TourStep", "A port is taken once"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "A server makes a socket (socket), gives it an address and a port (bind), and says that it waits "
                 "for clients (listen). Another program that asks for this port meanwhile is turned away. This "
                 "socket carries no conversation: it only waits."),
             .task = QT_TRANSLATE_NOOP("TourStep", "Press Start listening."),
             .outcome = QT_TRANSLATE_NOOP("TourStep",
                                          "It listens on %1. The listening socket is the first row of the table, "
                                          "and stays there."),
             .target = "listen",
             .event = TourEvent::Listening,
             .need = TourEvent::Nothing},
    TourStep{.id = "accept",
             .title = QT_TRANSLATE_NOOP("TourStep", "Each accept returns a new socket"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "A client makes a socket too and connects it to the server’s endpoint. The two systems greet each "
                 "other (TCP’s three-way handshake). Then accept hands the server a new socket, for this one "
                 "client, while the listening socket goes on waiting."),
             .task = QT_TRANSLATE_NOOP("TourStep", "Press Open client window, or connect another program to %1."),
             .outcome = QT_TRANSLATE_NOOP("TourStep",
                                          "There is a new row: a socket for the client %2 alone. At this end it "
                                          "has the same port as the listening socket."),
             .target = "openClientWindow",
             .event = TourEvent::Accepted,
             .need = TourEvent::Listening},
    TourStep{.id = "receive",
             .title = QT_TRANSLATE_NOOP("TourStep", "What arrives waits in a buffer"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "TCP delivers bytes in the order in which they were sent, repeats what gets lost, and slows down "
                 "who sends too fast. What has arrived waits in the socket’s buffer until the program reads it "
                 "(recv). TCP knows no messages: the framing says where one ends."),
             .task = QT_TRANSLATE_NOOP("TourStep", "Write something in the client window and press Send there."),
             .outcome = QT_TRANSLATE_NOOP("TourStep",
                                          "%3 came in. The transcript shows the message with the number of its "
                                          "socket."),
             .target = "transcript",
             .event = TourEvent::Received,
             .need = TourEvent::Connected},
    TourStep{.id = "send",
             .title = QT_TRANSLATE_NOOP("TourStep", "The same socket sends"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "A socket works both ways: send puts bytes into another buffer, and the system passes them on as "
                 "fast as the client takes them. Endpoints, protocol, buffers, state and operations: these five "
                 "are what a socket wraps. View → Inspector shows them, live."),
             .task =
                 QT_TRANSLATE_NOOP("TourStep", "Write something in the message field of this window and press Send."),
             .outcome = QT_TRANSLATE_NOOP("TourStep",
                                  "Your message went out. The table shows what each socket received and sent."),
             .target = "message",
             .event = TourEvent::Sent,
             .need = TourEvent::Connected},
    TourStep{.id = "many",
             .title = QT_TRANSLATE_NOOP("TourStep", "How can one port serve many clients?"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "bind was called once, and no second port is needed: a connection is told by both of its ends. "
                 "Each client has an endpoint of its own, so the system knows which socket a byte is for. Without "
                 "a socket for each, the next client would wait until the one before has left."),
             .task = QT_TRANSLATE_NOOP("TourStep", "Press Open client window once more."),
             .outcome = QT_TRANSLATE_NOOP("TourStep",
                                          "Connected at the same time: %5, each by a socket of its own, all of "
                                          "them by one port."),
             .target = "openClientWindow",
             .event = TourEvent::TwoAtOnce,
             .need = TourEvent::Listening},
    TourStep{.id = "close",
             .title = QT_TRANSLATE_NOOP("TourStep", "One port, many sockets"),
             .text = QT_TRANSLATE_NOOP(
                 "TourStep",
                 "A conversation ends with close: the peer is told (FIN), and both sockets change their state until "
                 "all is said. The others don’t notice. Without sockets all of this would be yours to write: "
                 "fragments, sequence numbers, retransmission, flow control, time-outs."),
             .task = QT_TRANSLATE_NOOP("TourStep", "Close one of the client windows."),
             .outcome = QT_TRANSLATE_NOOP("TourStep",
                                          "Socket #%4 is closed, and its row says why. The listening socket waits "
                                          "for the next client, as before: one port, many sockets."),
             .target = "sockets",
             .event = TourEvent::OneLeft,
             .need = TourEvent::Connected},
};

std::span<const TourStep> tourSteps()
{
    return Steps;
}

bool TourFacts::holds(TourEvent event) const
{
    switch (event) {
    case TourEvent::Nothing: return true;
    case TourEvent::Listening: return listening;
    case TourEvent::Connected: return open > 0;
    case TourEvent::TwoAtOnce: return open > 1;
    case TourEvent::Accepted:
    case TourEvent::Received:
    case TourEvent::Sent:
    case TourEvent::OneLeft: break;
    }
    return false;
}

bool TourFacts::hasHappened(TourEvent event, const TourFacts &since) const
{
    switch (event) {
    case TourEvent::Accepted: return newest > since.newest;
    case TourEvent::Received: return bytesIn > since.bytesIn;
    case TourEvent::Sent: return messagesSent > since.messagesSent;
    case TourEvent::OneLeft: return listening && left != ListenerId && left != since.left;
    case TourEvent::Nothing:
    case TourEvent::Listening:
    case TourEvent::Connected:
    case TourEvent::TwoAtOnce: break;
    }
    return holds(event);
}

std::optional<TourEvent> missingFor(const TourStep &step, const TourFacts &facts)
{
    if (step.need == TourEvent::Nothing)
        return {};
    if (!facts.listening)
        return TourEvent::Listening;
    return facts.holds(step.need) ? std::nullopt : std::optional(step.need);
}

/// In one pass: a value can have a % of its own, as fe80::1%2.
static QString filled(const QString &text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text.at(i) == u'%' && i + 1 < text.size() ? text.at(i + 1).digitValue() : 0;
        const bool known = place > 0 && place <= values.size();
        result += known ? values.at(place - 1) : text.sliced(i, 1);
        i += known ? 1 : 0;
    }
    return result;
}

QString tourText(const char *text, const TourFacts &facts)
{
    return filled(QCoreApplication::translate("TourStep", text),
                  {facts.server, facts.client, sizeText(facts.bytesIn), QString::number(facts.left),
                   QLocale().toString(facts.open)});
}

QString tourNeedText(TourEvent need, const TourFacts &facts)
{
    const char *text = need == TourEvent::Listening
        ? QT_TRANSLATE_NOOP("TourStep", "The server does not listen now. Press Start listening first.")
        : QT_TRANSLATE_NOOP("TourStep",
                            "No client is connected now. Press Open client window first, or connect another "
                            "program to %1.");
    return tourText(text, facts);
}

QString tourNeedTarget(TourEvent need)
{
    return need == TourEvent::Listening ? u"listen"_s : u"openClientWindow"_s;
}
