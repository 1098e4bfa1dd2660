#include "stopsignal.h"

#include <QtCore/qt_windows.h>

#include <mutex>

static std::mutex s_mutex;
static StopSignal *s_signal = nullptr;

/// Called by the system in a thread of its own. After the closing of a console returns, the process is ended, so that
/// one waits; Windows gives it five seconds (documentation of HandlerRoutine).
static BOOL WINAPI onControl(DWORD event)
{
    {
        const std::lock_guard lock(s_mutex);
        if (!s_signal)
            return FALSE;
        QMetaObject::invokeMethod(s_signal, &StopSignal::asked, Qt::QueuedConnection);
    }
    if (event == CTRL_CLOSE_EVENT || event == CTRL_SHUTDOWN_EVENT || event == CTRL_LOGOFF_EVENT)
        ::Sleep(5'000);
    return TRUE;
}

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    const std::lock_guard lock(s_mutex);
    s_signal = this;
    ::SetConsoleCtrlHandler(onControl, TRUE);
}

StopSignal::~StopSignal()
{
    // The handler stays: while it waits the system may hold the lock that taking it out needs.
    const std::lock_guard lock(s_mutex);
    s_signal = nullptr;
}
