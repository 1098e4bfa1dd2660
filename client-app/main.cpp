#include "clientcommandline.h"
#include "clientdemo.h"
#include "clientthread.h"
#include "clientwindows.h"
#include "headlessclient.h"
#include "nativesocket.h"
#include "nativestreams.h"
#include "shades.h"
#include "stopsignal.h"

#include <QApplication>

using namespace Qt::StringLiterals;

static void nameProgram()
{
    QCoreApplication::setOrganizationName(u"OnePort"_s);
    QCoreApplication::setApplicationName(u"OnePort Client"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ONEPORT_VERSION));
}

static int runHeadless(const ClientCommandLine &line)
{
    ClientThread thread;
    HeadlessClient client(thread, line.common.json, line.common.encoding);
    StopSignal signal;
    QObject::connect(&signal, &StopSignal::asked, &client, &HeadlessClient::stop);
    QObject::connect(&client, &HeadlessClient::finished, QCoreApplication::instance(), &QCoreApplication::exit, Qt::QueuedConnection);
    client.start(line.options);
    return QCoreApplication::exec();
}

/// All that needs no window: help, version, errors, the headless twin. Nothing: windows are wanted.
static std::optional<int> runWithoutWindow(int &argc, char **argv, ClientCommandLine &line)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = withoutQtArguments(QCoreApplication::arguments());
    QString error;
    if (!applyLanguageArgument(arguments, &error))
        return failWith(2, error);
    const auto parsed = ClientCommandLine::parse(arguments, &error);
    if (!parsed)
        return failWith(2, error);
    line = *parsed;
    if (line.common.help || line.common.version) {
        printOut(line.common.help ? line.help : u"oneport-client %1\n"_s.arg(QCoreApplication::applicationVersion()));
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
    ClientCommandLine line;
    if (const auto status = runWithoutWindow(argc, argv, line))
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
