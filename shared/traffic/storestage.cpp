#include "storestage.h"

#include <chrono>

static qint64 nanosecondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

StoreStage::StoreStage(std::shared_ptr<TrafficStore> store)
    : m_store(std::move(store))
{
    m_bytes.reserve(Most);
}

StoreStage::~StoreStage()
{
    settle();
}

void StoreStage::append(StoredRecord::Kind kind, SocketId socket, QByteArrayView bytes)
{
    const bool waits = bytes.size() < Most / 4;
    if (!waits || m_bytes.size() + bytes.size() > Most)
        settle();
    if (m_waiting.empty())
        m_store->setOnTheWay(true); // before the time is taken
    const char *const place = m_bytes.constData() + m_bytes.size();
    if (waits)
        m_bytes.append(bytes);
    m_waiting.push_back({kind, socket, waits ? QByteArrayView(place, bytes.size()) : bytes, nanosecondsNow()});
    if (!waits)
        settle();
}

void StoreStage::settle()
{
    if (m_waiting.empty())
        return;
    m_store->append(m_waiting);
    m_store->setOnTheWay(false);
    m_waiting.clear();
    m_bytes.resize(0); // keeps its memory
}
