#include "serverwhatsthis.h"

#include "whatsthis.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

static constexpr std::array Controls{
    Explanation{"actionTour"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Seven steps with the real window, from “Why is an address not "
                                  "enough?” to “One port, many sockets”.")},
    Explanation{"address"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The address of this machine to listen on. With 127.0.0.1 only "
                                  "programs on this machine can connect; with 0.0.0.0 or :: any "
                                  "that reaches it.")},
    Explanation{"port"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Which service it is, among all of this address. With 0 the "
                                  "system chooses a free port.")},
    Explanation{"listen"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Makes a socket, binds it to address and port and listens; or "
                                  "closes it, together with every client’s connection.")},
    Explanation{"mode"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What the server does with a message: only show it, send it back "
                                  "(echo), or pass it on to every other client (relay).")},
    Explanation{"framing"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "TCP carries a stream of bytes without borders. The framing says "
                                  "where a message ends. All that came before is shown by it too.")},
    Explanation{"encoding"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What characters the bytes are. All that came before is shown by "
                                  "it too.")},
    Explanation{"reach"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Where it really listens, and how other machines reach it.")},
    Explanation{"openClientWindow"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Starts a client window that is connected to this server.")},
    Explanation{"openClient"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Starts a client window that is connected to this server.")},
    Explanation{"sockets"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The listening socket, and below it each socket that accept "
                                  "returned, with its own ends, state, bytes and end. What is "
                                  "selected here is what the transcript, the inspector and Send to "
                                  "speak of.")},
    Explanation{"socketsFilter"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Shows only the sockets whose number, address or state has this "
                                  "in it.")},
    Explanation{"showAll"_L1, QT_TRANSLATE_NOOP("WhatsThis", "The transcript shows what happened on every socket.")},
    Explanation{"showSelected"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The transcript shows only what happened on the sockets that are "
                                  "selected in the table.")},
    Explanation{"sendTo"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Who gets the message: every client, or the sockets that are "
                                  "selected in the table.")},
    Explanation{"outcomeDetails"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Says for each client what became of the message.")},
    Explanation{"sendOutcome"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "What became of the message: to how many it was sent, where it "
                                  "waits and where it failed.")},
    Explanation{"tourCard"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "One step of the tour. The frame shows the control that it speaks "
                                  "of; everything else stays usable.")},
    Explanation{"actionStartStop"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Starts listening on the address and port of the bar, or stops "
                                  "and closes every client’s connection.")},
    Explanation{"actionOpenClient"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Starts a client window that is connected to this server.")},
    Explanation{"actionSendFile"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Sends a file as it is to the clients that Send to names, to each "
                                  "at its own pace.")},
    Explanation{"actionQuit"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Closes every connection and quits. What is queued is sent first.")},
    Explanation{"actionDisconnectSelected"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Closes the selected sockets. What is queued is sent first.")},
    Explanation{"actionDisconnectAll"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Closes every client’s socket. The listening socket stays.")},
    Explanation{"actionClearClosed"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Takes the closed sockets out of the table. What went over them "
                                  "stays in the transcript.")},
    Explanation{"actionInterpretSelected"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Gives the selected sockets a framing and an encoding of their "
                                  "own.")},
    Explanation{"actionShowAll"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "The transcript shows what happened on every socket.")},
    Explanation{"services"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The services of this window. Each listens on a port of its own and has its own mode, "
                                  "framing, sockets and transcript. The address can be the same: the port decides.")},
    Explanation{"newService"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Opens another service in this window. It offers the next port.")},
    Explanation{"actionNewService"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Opens another service in this window. It offers the next port.")},
    Explanation{"actionCloseService"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Stops the service that is shown and takes it out of the window. The others go on.")},
    Explanation{"actionNextService"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the next service of this window.")},
    Explanation{"actionPreviousService"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Shows the service of this window that is before this one.")},
    Explanation{"actionHelp"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Opens the page of the manual that fits where the keyboard is.")},
    Explanation{"actionAbout"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Says which version this is.")},
    Explanation{"admission"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Whom the listening socket lets in: how many clients at once, and how many of one address.")},
    Explanation{"picture"_L1,
                QT_TRANSLATE_NOOP(
                    "WhatsThis",
                    "The sockets as they are now: the listening socket on its port, each accepted one with a line to "
                    "its client, and what goes over it. What is selected here is selected in the table.")},
    Explanation{"actionPicture"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the sockets as a picture, live.")},
    Explanation{"actionSavePicture"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Writes the picture to a file: PDF or PNG.")},
    Explanation{"actionPausePicture"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Holds the messages in the picture still. The sockets go on.")},
    Explanation{"actionZoomIn"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the picture larger.")},
    Explanation{"actionZoomOut"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the picture smaller.")},
    Explanation{"actionZoomFit"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Shows the whole picture.")},
    Explanation{"columnsMenu"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Which columns the table of sockets has.")},
};

void explainServerWindow(QWidget *window)
{
    explainControls(window, Controls);
}
