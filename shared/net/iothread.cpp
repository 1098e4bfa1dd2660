#include "iothread.h"

#include <QAbstractEventDispatcher>

#ifdef Q_OS_LINUX
#include "epolldispatcher.h"
#endif

IoThread::IoThread(const QString &name)
{
    m_thread.setObjectName(name);
#ifdef Q_OS_LINUX
    m_thread.setEventDispatcher(new EpollDispatcher);
#endif
    m_thread.start();
    if (!isRunning()) {
        delete m_thread.eventDispatcher(); // a thread that never ran keeps it
        return;
    }
    m_context = new QObject;
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
}

IoThread::~IoThread()
{
    m_thread.quit();
    m_thread.wait();
}
