#pragma once

#include "clientoptions.h"

#include <QList>
#include <QObject>

class ClientThread;
class ClientWindow;

/// The client windows of a program. Owns them; one that the user closes goes by itself. GUI thread.
class ClientWindows final : public QObject
{
    Q_OBJECT
public:
    static constexpr int MaxWindows = 64; ///< opened at once

    ClientWindows(ClientThread &thread, const ClientOptions &defaults, QObject *parent = nullptr);
    ~ClientWindows() override;

    /// Opens a window where the last one was, or beside those that are open. Null, and the user was told why, when there
    /// is no room to keep what goes over its sockets.
    ClientWindow *open(bool connectNow);
    ClientWindow *open(const ClientOptions &options, bool connectNow);
    /// Opens this many, placed so that all can be seen. The first offers what a crash left.
    void openMany(int count, bool connectNow);

    QList<ClientWindow *> windows() const { return m_windows; }

private:
    ClientWindow *make(const ClientOptions &options);
    void place(ClientWindow *window);
    void openBeside(int count, bool connectNow);
    static void show(ClientWindow *window, bool connectNow);

    ClientThread &m_thread;
    ClientOptions m_defaults;
    QList<ClientWindow *> m_windows;
};
