// The server window with a heartbeat in its thread. It takes the command line of oneport-server and prints lines of
// JSON: one when it is painted, then for each line of input how late the thread was since the line before, in ms.

#include "firstpaint.h"
#include "heartbeat.h"

#include "nativesocket.h"
#include "servercommandline.h"
#include "serverwindow.h"
#include "sessiondialogs.h"
#include "shades.h"
#include "stopsignal.h"

#include <QApplication>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

static void print(const Latencies &latencies)
{
    constexpr double UsPerMs = 1000;
    std::printf("{\"guiP99\":%.3f,\"guiWorst\":%.3f}\n", double(latencies.percentile(0.99)) / UsPerMs,
                double(latencies.worst()) / UsPerMs);
    std::fflush(stdout);
}

int main(int argc, char **argv)
{
    NativeSocket::raiseDescriptorLimit();
    QCoreApplication::setOrganizationName(u"OnePort"_s);
    QCoreApplication::setApplicationName(u"OnePort Server"_s);
    const QApplication app(argc, argv);
    QApplication::setPalette(Shades::withReadableHints(QApplication::palette()));
    QString error;
    const auto line = ServerCommandLine::parse(QCoreApplication::arguments(), &error);
    auto store = line ? sessionForWindow() : nullptr;
    if (!store) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(error));
        return 1;
    }
    ServerWindow window({line->options, line->listen, line->mode, std::move(store), line->further});
    const StopSignal signal;
    QObject::connect(&signal, &StopSignal::asked, &window, &ServerWindow::shutDown);
    new FirstPaint(&window);
    window.show();
    window.offerCrashedSessions();

    Heartbeat heartbeat;
    QSocketNotifier asked(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &heartbeat, [&] {
        char question = 0;
        if (::read(STDIN_FILENO, &question, 1) == 1)
            print(heartbeat.take());
        else
            asked.setEnabled(false);
    });
    return QApplication::exec();
}
