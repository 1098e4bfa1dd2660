#pragma once

#include "demofolder.h"

#include <QObject>
#include <QTimer>

class ClientWindow;
class ClientWindows;

/// `--demo FOLDER`: each window types and sends a greeting, waits for those of the others, leaves a picture, and the
/// program ends. Exit status 1 when that takes too long. GUI thread.
class ClientDemo final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds Patience{30'000};

    ClientDemo(ClientWindows &windows, const QString &folder);

private:
    void look();
    bool areAllConnected() const;
    void greet();
    bool haveAllHeard() const;
    void takePictures();
    /// The server's window is to be pictured with its clients, where it takes part in the same folder.
    bool isServerDone() const;
    void end(int status);

    ClientWindows &m_windows;
    DemoFolder m_folder;
    QTimer m_look;
    bool m_greeted = false;
    bool m_picturesTaken = false;
};
