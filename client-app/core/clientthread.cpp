#include "clientthread.h"

#include "clientworker.h"
#include "iothread.h"

using namespace Qt::StringLiterals;

ClientThread::ClientThread()
    : m_thread(std::make_unique<IoThread>(u"client-io"_s))
    , m_gone(std::make_shared<QSemaphore>())
{
}

ClientThread::~ClientThread()
{
    m_gone->tryAcquire(m_made, int((ClientWorker::StopPatience + Connection::FinishTimeout).count()));
}

ClientWorker *ClientThread::makeWorker()
{
    ClientWorker *worker = m_thread->make<ClientWorker>();
    if (!worker)
        return nullptr;
    ++m_made;
    QObject::connect(worker, &QObject::destroyed, [gone = m_gone] { gone->release(); });
    return worker;
}
