#pragma once

#include "demofolder.h"

#include <QObject>
#include <QTimer>

class ServerWindow;

/// `--demo FOLDER`: says where the window listens, waits until a few clients have talked, leaves a picture and the
/// transcript, and ends the program when they have left. Exit status 1 when that takes too long. GUI thread.
class ServerDemo final : public QObject
{
    Q_OBJECT
public:
    static constexpr int Clients = 3;
    static constexpr std::chrono::milliseconds Patience{30'000};

    ServerDemo(ServerWindow &window, const QString &folder);

private:
    void look();
    bool haveAllTalked() const;
    bool haveAllLeft() const;
    void end(int status);

    ServerWindow &m_window;
    DemoFolder m_folder;
    QTimer m_look;
    bool m_endpointTold = false;
    bool m_pictureTaken = false;
};
