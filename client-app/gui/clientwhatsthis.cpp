#include "clientwhatsthis.h"

#include "whatsthis.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

static constexpr std::array Controls{
    Explanation{"framingMenu"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "How the stream of bytes is divided into messages. All that came "
                                  "before is shown by it too.")},
    Explanation{"host"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "The name or the address of the machine to connect to. The last "
                                  "ones are in the list.")},
    Explanation{"port"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Which service on that machine: the port that the server listens "
                                  "on.")},
    Explanation{"connect"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Makes a socket and connects it to host and port; or closes it, "
                                  "after what is queued was sent.")},
    Explanation{"stateLine"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "How the connection is, which local port it has, and for how "
                                  "long.")},
    Explanation{"framing"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "How the stream of bytes is divided into messages. View, Framing "
                                  "changes it.")},
    Explanation{"encoding"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "What characters the bytes are. View, Encoding changes it.")},
    Explanation{"counters"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "How many bytes were received and sent over this connection.")},
    Explanation{"newWindow"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Opens another client window with the same choices.")},
    Explanation{"sendFile"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Sends a file as it is to the server.")},
    Explanation{"closeWindow"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Closes this window and its connection.")},
    Explanation{"quit"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Closes all windows of the client and quits.")},
    Explanation{"framingLines"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "A line feed ends a message; sending adds it. A carriage return "
                                  "before it is not part of the text.")},
    Explanation{"framingCrLf"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Only carriage return and line feed together end a message; "
                                  "sending adds both.")},
    Explanation{"framingNul"_L1, QT_TRANSLATE_NOOP("WhatsThis", "A zero byte ends a message; sending adds it.")},
    Explanation{"framingRaw"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "A message is what one read gave; sending adds nothing.")},
    Explanation{"framingOther"_L1,
                QT_TRANSLATE_NOOP("WhatsThis",
                                  "Another delimiter, a fixed size, a length before each message, "
                                  "or a silence that ends it.")},
    Explanation{"connectToServer"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Makes a socket and connects it to host and port.")},
    Explanation{"disconnect"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Closes the connection, after what is queued was sent.")},
    Explanation{"help"_L1,
                QT_TRANSLATE_NOOP("WhatsThis", "Opens the page of the manual that fits where the keyboard is.")},
    Explanation{"about"_L1, QT_TRANSLATE_NOOP("WhatsThis", "Says which version this is.")},
};

void explainClientWindow(QWidget *window)
{
    explainControls(window, Controls);
}
