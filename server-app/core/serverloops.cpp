#include "serverloops.h"

#include "batchqueue.h"
#include "iothread.h"
#include "nativesocket.h"
#include "serverloop.h"

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int DescriptorsPerThread = 4; // what its event loop needs at most, by any of the dispatchers

ServerLoops::ServerLoops(BatchQueue *queue, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_directory(std::make_shared<LoopDirectory>())
    , m_first(std::make_unique<ServerLoop>(queue->backlog(), m_directory))
    , m_all{m_first.get()}
{
    m_queue->add(m_first->lane());
    m_directory->set(m_all);
}

/// None may end while another can still post to it: one that is silent may yet get what those after it relay, and is to
/// tell them that there is room. The second time nobody relays any more.
ServerLoops::~ServerLoops()
{
    inEach(&ServerLoop::fallSilent);
    inEach(&ServerLoop::fallSilent);
    for (const auto &thread : m_threads)
        thread->quit();
}

/// In the loops' own threads, one after the other. One of another thread has done before what was posted to it.
void ServerLoops::inEach(void (ServerLoop::*function)())
{
    for (ServerLoop *loop : std::as_const(m_all)) {
        const auto how = loop == m_first.get() ? Qt::DirectConnection : Qt::BlockingQueuedConnection;
        QMetaObject::invokeMethod(loop, function, how);
    }
}

QString ServerLoops::threadName(int number)
{
    return u"server-io-%1"_s.arg(number);
}

void ServerLoops::resize(qsizetype count)
{
    while (m_all.size() < count && NativeSocket::hasFreeDescriptor(DescriptorsPerThread) && add()) { }
    if (m_all.size() <= count)
        return;
    for (ServerLoop *loop : std::as_const(m_all)) {
        for (ServerLoop *waiting : loop->inbox().clear()) // nobody is there to get it
            post(waiting, &ServerLoop::onRelieved);
    }
    inEach(&ServerLoop::takeRelayed); // nothing is left, but one may still be telling others of room
    while (m_all.size() > count)
        removeLast();
}

bool ServerLoops::add()
{
    auto thread = std::make_unique<IoThread>(threadName(int(m_all.size()) + 1));
    if (!thread->isRunning())
        return false;
    m_threads.push_back(std::move(thread));
    auto *loop = m_threads.back()->make<ServerLoop>(m_queue->backlog(), m_directory);
    m_all.append(loop);
    m_queue->add(loop->lane());
    m_directory->set(m_all);
    Q_EMIT made(loop);
    return true;
}

void ServerLoops::removeLast()
{
    m_queue->remove(m_all.takeLast()->lane());
    m_directory->set(m_all);
    m_threads.pop_back();
}

ServerLoop *ServerLoops::leastLoaded() const
{
    return *std::min_element(m_all.cbegin(), m_all.cend(),
                             [](const ServerLoop *a, const ServerLoop *b) { return a->load() < b->load(); });
}
