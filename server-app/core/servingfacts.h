#pragma once

#include <QMetaType>

#include <chrono>
#include <optional>

/// How the server serves its sockets, and what that costs, as it was in the last second. A value.
struct ServingFacts
{
    int threads = 0;                             ///< I/O threads, each with an event loop
    bool threadPerClient = false;                ///< as was asked for; else that many threads were
    int sockets = 0;                             ///< of clients, open
    std::chrono::microseconds meanDelay{0};      ///< from posting something to a loop until the loop comes to it
    std::chrono::microseconds worstDelay{0};     ///< of all loops
    std::optional<quint64> residentBytes = {};   ///< memory of the whole program in RAM, where the system tells
};

Q_DECLARE_METATYPE(ServingFacts)
