#include "headlessserver.h"
#include "nativesocket.h"
#include "nativestreams.h"
#include "servercommandline.h"
#include "sessiondialogs.h"
#include "serverdemo.h"
#include "serverwindow.h"
#include "shades.h"
#include "stopsignal.h"

#include <QApplication>

using namespace Qt::StringLiterals;

static void nameProgram()
{
    QCoreApplication::setOrganizationName(u"OnePort"_s);
    QCoreApplication::setApplicationName(u"OnePort Server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ONEPORT_VERSION));
}

static int runHeadless(const ServerCommandLine &line)
{
    HeadlessServer server(line.common.json, line.common.encoding);
    StopSignal signal;
    QObject::connect(&signal, &StopSignal::asked, &server, &HeadlessServer::stop);
    QObject::connect(&server, &HeadlessServer::finished, QCoreApplication::instance(), &QCoreApplication::exit, Qt::QueuedConnection);
    server.start(line.options);
    return QCoreApplication::exec();
}

/// All that needs no window: help, version, errors, the headless twin. Nothing: a window is wanted.
static std::optional<int> runWithoutWindow(int &argc, char **argv, ServerCommandLine &line)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = withoutQtArguments(QCoreApplication::arguments());
    QString error;
    if (!applyLanguageArgument(arguments, &error))
        return failWith(2, error);
    const auto parsed = ServerCommandLine::parse(arguments, &error);
    if (!parsed)
        return failWith(2, error);
    line = *parsed;
    if (line.common.help || line.common.version) {
        printOut(line.common.help ? line.help : u"oneport-server %1\n"_s.arg(QCoreApplication::applicationVersion()));
        return 0;
    }
    if (line.common.headless)
        return runHeadless(line);
    if (!hasDisplay(QCoreApplication::arguments()))
        return failWith(1, noDisplayText());
    return {};
}

int main(int argc, char **argv)
{
    NativeStreams::attachToTerminal();
    NativeSocket::raiseDescriptorLimit();
    nameProgram();
    ServerCommandLine line;
    if (const auto status = runWithoutWindow(argc, argv, line))
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
