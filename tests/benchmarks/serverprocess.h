#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>

#include <chrono>
#include <optional>

/// Who is measured, or held against: a program of this build each.
enum class Contender : quint8 {
    Headless, ///< oneport-server --headless; its output goes nowhere
    Window,   ///< the server window with a heartbeat in its thread, every message recorded
    Epoll,    ///< the bare epoll server
    QtServer, ///< the bare QTcpServer
    EpollKeeper, ///< the bare epoll sink, which writes what comes to a file: the least that recording can cost
};

/// What a server does with a message.
enum class Serving : quint8 { Echo, Sink, Broadcast };

/// A server in a process of its own, on a free port of the loopback. It ends with this, and with us.
class ServerProcess final
{
public:
    /// `desk`: variables of the screen that its window is on; empty: off screen.
    ServerProcess(Contender contender, Serving serving, const QString &folder, const QProcessEnvironment &desk = {});
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Waits until it accepts. False: it does not; `problem` says so.
    bool waitForListening(QString *problem);
    quint16 port() const { return m_port; }
    qint64 memory() const; ///< anonymous, in bytes
    /// What the heartbeat has counted since this was asked before, in ms: guiP99, guiWorst, and guiOwnP99,
    /// guiOwnWorst without the time for which the thread waited for a processor. Empty without a window.
    QJsonObject heartbeat();
    /// Inspector and picture of a window, with its first client selected.
    void openPanes();

private:
    bool isShown(QString *problem);

    const Contender m_contender;
    const quint16 m_port;
    QProcess m_process;
};

/// How long a window takes, from the start of its program until it is painted. Nothing: it was not in time.
enum class TimedWindow : quint8 { Ours, Empty };
std::optional<double> secondsUntilShown(TimedWindow window, const QString &folder);

/// The load, in a process of its own: it keeps its connections until this goes.
class LoadProcess final
{
public:
    explicit LoadProcess(const QStringList &arguments);
    ~LoadProcess();
    Q_DISABLE_COPY_MOVE(LoadProcess)

    /// Waits this long at most; whether its report is there, or none will come.
    bool waitForEnd(std::chrono::milliseconds patience);
    /// Waits for its report. Empty: there is none; `problem` says why.
    QJsonObject report(QString *problem);

private:
    QProcess m_process;
};
