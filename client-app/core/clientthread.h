#pragma once

#include <memory>

class ClientWorker;
class IoThread;

/// The I/O thread that all clients of a program share. Outlives them; made and destroyed in the GUI thread.
class ClientThread final
{
public:
    ClientThread();
    ~ClientThread();

private:
    friend class Client;
    ClientWorker *makeWorker();

    std::unique_ptr<IoThread> m_thread;
};
