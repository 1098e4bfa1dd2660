#include "clientcommandline.h"
#include "clientdemo.h"
#include "clientthread.h"
#include "clientwindows.h"
#include "headlessclient.h"
#include "nativesocket.h"
#include "nativestreams.h"
#include "programstart.h"
#include "shades.h"

#include <QApplication>

using namespace Qt::StringLiterals;

static int runHeadless(const ClientCommandLine &line)
{
    ClientThread thread;
    HeadlessClient client(thread, line.common.json, line.common.encoding);
    return runHeadlessTwin(client, line.options);
}

int main(int argc, char **argv)
{
    NativeStreams::attachToTerminal();
    NativeSocket::raiseDescriptorLimit();
    nameProgram(u"OnePort Client"_s);
    ClientCommandLine line;
    if (const auto status = runWithoutWindow(argc, argv, u"oneport-client"_s, &line, runHeadless))
        return *status;
    NativeStreams::detachFromTerminal();

    const QApplication app(argc, argv);
    QApplication::setPalette(Shades::withReadableHints(QApplication::palette()));
    QString error;
    applyLanguageArgument(withoutQtArguments(QCoreApplication::arguments()), &error);
    ClientThread thread;
    ClientWindows windows(thread, line.options);
    windows.openMany(line.windows, !line.options.host.isEmpty());
    if (!line.common.demoFolder.isEmpty())
        new ClientDemo(windows, line.common.demoFolder);
    return QApplication::exec();
}
