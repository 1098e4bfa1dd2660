#pragma once

#include "trafficstore.h"

#include <vector>

/// What one thread has read and written since it last came to the store. The store takes it in one go, so that threads that
/// share it do not wait for each other with each record. For one thread.
///
/// What is here is not in the store yet: `settle` before anybody can see what follows from it.
class StoreStage final
{
public:
    static constexpr qsizetype Most = 64 * 1024; ///< bytes that wait here; a quarter of it in one piece does not wait

    explicit StoreStage(std::shared_ptr<TrafficStore> store);
    ~StoreStage(); ///< settles
    Q_DISABLE_COPY_MOVE(StoreStage)

    /// Happened now.
    void append(StoredRecord::Kind kind, SocketId socket, QByteArrayView bytes);
    void settle();

    TrafficStore &store() const { return *m_store; }

private:
    const std::shared_ptr<TrafficStore> m_store;
    QByteArray m_bytes; // never more than it was made for, so that what looks into it stays right
    std::vector<TrafficStore::Traffic> m_waiting;
};
