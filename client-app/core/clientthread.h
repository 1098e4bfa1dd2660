#pragma once

#include <QSemaphore>

#include <memory>

class ClientWorker;
class IoThread;

/// The I/O thread that all clients of a program share. Outlives them; made and destroyed in the GUI thread.
class ClientThread final
{
public:
    ClientThread();
    /// Waits a moment for what the clients that are gone have still to send.
    ~ClientThread();

private:
    friend class Client;
    ClientWorker *makeWorker(); ///< null: the system gave no thread

    std::unique_ptr<IoThread> m_thread;
    std::shared_ptr<QSemaphore> m_gone; // one for each worker that has ended
    int m_made = 0;
};
