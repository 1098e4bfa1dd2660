#include "iothread.h"

#ifdef Q_OS_LINUX
#include "epolldispatcher.h"
#endif

IoThread::IoThread(const QString &name)
    : m_context(new QObject)
{
    m_thread.setObjectName(name);
#ifdef Q_OS_LINUX
    m_thread.setEventDispatcher(new EpollDispatcher);
#endif
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

IoThread::~IoThread()
{
    m_thread.quit();
    m_thread.wait();
}
