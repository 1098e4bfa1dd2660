#include "clienthelp.h"

#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

HelpText clientHelp()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("ClientHelp", text); };
    const auto shortcut = [](QKeyCombination key) { return QKeySequence(key).toString(QKeySequence::NativeText); };
    HelpText help;
    help.title = say(QT_TRANSLATE_NOOP("ClientHelp", "OnePort Client – help"));
    help.text = say(QT_TRANSLATE_NOOP(
        "ClientHelp", "Type the host and the port of a server and press Connect. Each message that you send, and each that "
                      "arrives, is a row of the transcript: TX → went out, RX ← came in.\n\nIn framing “Lines” a line feed "
                      "ends a message, and is added when you send; in “Raw” nothing is added, and a row is what one read "
                      "gave."));
    help.text += u"\n\n"_s + commonHelp();
    help.keys = commonKeys();
    help.keys.append({shortcut(Qt::CTRL | Qt::Key_N), say(QT_TRANSLATE_NOOP("ClientHelp", "Open another window"))});
    const QString close = QKeySequence(QKeySequence::Close).toString(QKeySequence::NativeText);
    help.keys.append({close, say(QT_TRANSLATE_NOOP("ClientHelp", "Close the window"))});
    return help;
}
