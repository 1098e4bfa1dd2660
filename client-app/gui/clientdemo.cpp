#include "clientdemo.h"

#include "clientwindow.h"
#include "clientwindows.h"
#include "standardoutput.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ClientDemo::ClientDemo(ClientWindows &windows, const QString &folder)
    : QObject(&windows)
    , m_windows(windows)
    , m_folder(folder)
{
    connect(&m_look, &QTimer::timeout, this, &ClientDemo::look);
    m_look.start(100ms);
    QTimer::singleShot(Patience, this, [this] {
        StandardOutput::notice(tr("The demonstration did not finish in time."));
        end(1);
    });
}

void ClientDemo::look()
{
    if (!m_greeted && areAllConnected())
        greet();
    if (m_greeted && !m_picturesTaken && haveAllHeard())
        takePictures();
    if (m_picturesTaken && isServerDone())
        end(0);
}

bool ClientDemo::areAllConnected() const
{
    const auto windows = m_windows.windows();
    return std::all_of(windows.cbegin(), windows.cend(), [](const ClientWindow *window) { return window->isConnected(); });
}

/// Through the window's own field and button, as a person would.
void ClientDemo::greet()
{
    m_greeted = true;
    const auto windows = m_windows.windows();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        windows.at(i)->findChild<QPlainTextEdit *>(u"message"_s)->setPlainText(
            tr("Hello from client %1, 你好!").arg(i + 1));
        windows.at(i)->findChild<QPushButton *>(u"send"_s)->click();
    }
}

bool ClientDemo::haveAllHeard() const
{
    const auto windows = m_windows.windows();
    return std::all_of(windows.cbegin(), windows.cend(), [&windows](const ClientWindow *window) {
        const TranscriptModel &transcript = window->transcript();
        qsizetype heard = 0;
        for (int row = 0; row < transcript.rowCount(); ++row) {
            const auto record = transcript.recordAt(row);
            heard += record && record->hasMessage() ? 1 : 0;
        }
        return heard >= windows.size();
    });
}

void ClientDemo::takePictures()
{
    m_picturesTaken = true;
    const auto windows = m_windows.windows();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        if (!m_folder.saveWindow(*windows.at(i), u"client-%1.png"_s.arg(i + 1)))
            end(1);
    }
}

bool ClientDemo::isServerDone() const
{
    return !m_folder.has(u"server.endpoint"_s) || m_folder.has(u"server.png"_s);
}

void ClientDemo::end(int status)
{
    m_look.stop();
    QCoreApplication::exit(status);
}
