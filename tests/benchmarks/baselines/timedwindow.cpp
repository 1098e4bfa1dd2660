// The server window with a heartbeat in its thread. It takes the command line of oneport-server and prints lines of
// JSON: one when it is painted, then for each line of input how late the thread was since the line before, in ms. An "o"
// opens inspector and picture, and selects the first client as soon as there is one.

#include "firstpaint.h"
#include "heartbeat.h"

#include "nativesocket.h"
#include "servercommandline.h"
#include "serverwindow.h"
#include "sessiondialogs.h"
#include "shades.h"
#include "stopsignal.h"

#include <QAction>
#include <QApplication>
#include <QSocketNotifier>
#include <QTableView>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <optional>

#include <unistd.h>

using namespace Qt::StringLiterals;

static double milliseconds(std::int64_t microseconds)
{
    constexpr double UsPerMs = 1000;
    return double(microseconds) / UsPerMs;
}

static void print(const Heartbeat::Counts &late)
{
    std::printf("{\"guiP99\":%.3f,\"guiWorst\":%.3f,\"guiOwnP99\":%.3f,\"guiOwnWorst\":%.3f}\n",
                milliseconds(late.all.percentile(0.99)), milliseconds(late.all.worst()),
                milliseconds(late.own.percentile(0.99)), milliseconds(late.own.worst()));
    std::fflush(stdout);
}

static void selectFirstClient(QTableView *sockets)
{
    constexpr int FirstClient = 2; // below the listening socket and who asked whether it listens
    constexpr auto NextLook = std::chrono::milliseconds(50);
    sockets->selectRow(FirstClient);
    if (!sockets->selectionModel()->hasSelection())
        QTimer::singleShot(NextLook, sockets, [sockets] { selectFirstClient(sockets); });
}

static void openPanes(const QWidget &window)
{
    window.findChild<QAction *>(u"actionPicture"_s)->setChecked(true);
    window.findChild<QAction *>(u"actionInspector"_s)->trigger();
    selectFirstClient(window.findChild<QTableView *>(u"sockets"_s));
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

    std::optional<Heartbeat> heartbeat; // its counts take room, which must not delay the first paint
    QSocketNotifier asked(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &window, [&] {
        char question = 0;
        if (::read(STDIN_FILENO, &question, 1) != 1)
            asked.setEnabled(false);
        else if (question == 'o')
            openPanes(window);
        else
            print(heartbeat ? heartbeat->take() : heartbeat.emplace().take());
    });
    return QApplication::exec();
}
