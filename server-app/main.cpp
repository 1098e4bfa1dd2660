#include "headlessserver.h"
#include "nativesocket.h"
#include "nativestreams.h"
#include "programstart.h"
#include "servercommandline.h"
#include "sessiondialogs.h"
#include "serverdemo.h"
#include "serverwindow.h"
#include "shades.h"
#include "stopsignal.h"

#include <QApplication>

using namespace Qt::StringLiterals;

static int runHeadless(const ServerCommandLine &line)
{
    HeadlessServer server(line.common.json, line.common.encoding);
    return runHeadlessTwin(server, line.options);
}

int main(int argc, char **argv)
{
    NativeStreams::attachToTerminal();
    NativeSocket::raiseDescriptorLimit();
    nameProgram(u"OnePort Server"_s);
    ServerCommandLine line;
    if (const auto status = runWithoutWindow(argc, argv, u"oneport-server"_s, &line, runHeadless))
        return *status;
    NativeStreams::detachFromTerminal();

    const QApplication app(argc, argv);
    QApplication::setPalette(Shades::withReadableHints(QApplication::palette()));
    QString error;
    applyLanguageArgument(withoutQtArguments(QCoreApplication::arguments()), &error);
    auto store = sessionForWindow();
    if (!store)
        return 1;
    ServerWindow window({line.options, line.listen, line.mode, std::move(store), line.further});
    StopSignal signal;
    QObject::connect(&signal, &StopSignal::asked, &window, &ServerWindow::shutDown);
    window.show();
    window.offerCrashedSessions();
    if (!line.common.demoFolder.isEmpty())
        new ServerDemo(window, line.common.demoFolder);
    return QApplication::exec();
}
