#include "clientthread.h"

#include "clientworker.h"
#include "iothread.h"

using namespace Qt::StringLiterals;

ClientThread::ClientThread()
    : m_thread(std::make_unique<IoThread>(u"client-io"_s))
{
}

ClientThread::~ClientThread() = default;

ClientWorker *ClientThread::makeWorker()
{
    return m_thread->make<ClientWorker>();
}
