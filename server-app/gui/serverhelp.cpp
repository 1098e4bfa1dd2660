#include "serverhelp.h"

#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("ServerHelp", text);
}

HelpText serverHelp()
{
    HelpText help;
    help.title = translated(QT_TRANSLATE_NOOP("ServerHelp", "OnePort Server"));
    help.text = translated(QT_TRANSLATE_NOOP(
        "ServerHelp",
        "One program binds a port, once. The listening socket holds it, stays in the first row of the table and only "
        "accepts. Each accept returns a new socket for that one client, with its own peer, buffers, state and end.\n\n"
        "Press Start listening and let clients connect: OnePort client windows, ncat, telnet or a device. Select sockets "
        "in the table to see only them in the transcript; to write to them alone, choose Selected beside Send to, or Send "
        "to these in their context menu. A closed socket stays in the table, greyed, with the reason of its end.\n\n"
        "In the mode Show messages are only shown, so clients don't see each other. Echo sends each message back. Relay "
        "sends it to every other client."));
    help.text += u"\n\n"_s + commonHelp();
    help.keys = commonKeys();
    const auto add = [&help](const QKeySequence &keys, const QString &what) {
        help.keys.append({keys.toString(QKeySequence::NativeText), what});
    };
    add(QKeySequence::New, translated(QT_TRANSLATE_NOOP("ServerHelp", "Open a client window that is connected here")));
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_P, translated(QT_TRANSLATE_NOOP("ServerHelp", "Show the picture of the sockets")));
    add(Qt::CTRL | Qt::Key_T, translated(QT_TRANSLATE_NOOP("ServerHelp", "Another service, on a port of its own")));
    add(Qt::CTRL | Qt::Key_W, translated(QT_TRANSLATE_NOOP("ServerHelp", "Close this service, when there are several")));
    add(Qt::CTRL | Qt::Key_PageDown, translated(QT_TRANSLATE_NOOP("ServerHelp", "The next service")));
    add(Qt::CTRL | Qt::Key_PageUp, translated(QT_TRANSLATE_NOOP("ServerHelp", "The service before")));
    return help;
}
