// The places are a table of atomics that never moves: a signal handler may neither lock nor take memory.
#include "mappingwatch.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

#include <sys/mman.h>
#include <unistd.h>

struct MappingWatch::Place
{
    static constexpr std::uintptr_t Free = UINTPTR_MAX; // behind every address, as is the other
    static constexpr std::uintptr_t Taken = UINTPTR_MAX - 1;

    std::atomic<std::uintptr_t> begin{Free};
    std::atomic<std::uintptr_t> end{0};
    std::atomic<bool> cut{false};

    /// The end of the mapping if this address is in it, else 0. Not fooled when the place becomes that of another meanwhile.
    std::uintptr_t endAround(std::uintptr_t address) const
    {
        const std::uintptr_t first = begin.load(std::memory_order_acquire);
        const std::uintptr_t behind = end.load(std::memory_order_acquire);
        const bool isSame = begin.load(std::memory_order_relaxed) == first;
        return isSame && first <= address && address < behind ? behind : 0;
    }
};

using Place = MappingWatch::Place;

static std::array<Place, MappingWatch::MostWatched> places;
static struct sigaction previousAction;
static std::uintptr_t pageSize;

/// Puts zeros in place of the page and all behind it; they take no memory until they are written to, which nobody does.
static bool putZeros(std::uintptr_t address, std::uintptr_t end)
{
    const std::uintptr_t page = address / pageSize * pageSize;
    return mmap(reinterpret_cast<void *>(page), end - page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
        != MAP_FAILED;
}

/// Returning tries the same read again: it finds the zeros, or raises the signal anew for who handled it before.
static void onBusError(int, siginfo_t *info, void *)
{
    const int before = errno;
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    bool mended = false;
    for (Place &place : places) {
        const std::uintptr_t end = place.endAround(address);
        if (end == 0)
            continue;
        mended = putZeros(address, end);
        place.cut.store(mended, std::memory_order_relaxed);
        break;
    }
    if (!mended)
        sigaction(SIGBUS, &previousAction, nullptr);
    errno = before;
}

static bool install()
{
    pageSize = std::uintptr_t(sysconf(_SC_PAGESIZE));
    struct sigaction action = {};
    action.sa_sigaction = onBusError;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    return sigaction(SIGBUS, &action, &previousAction) == 0;
}

static Place *takePlace()
{
    for (Place &place : places) {
        std::uintptr_t expected = Place::Free;
        if (place.begin.compare_exchange_strong(expected, Place::Taken, std::memory_order_acq_rel))
            return &place;
    }
    return nullptr;
}

MappingWatch::MappingWatch(const char *begin, size_t size)
{
    static const bool isInstalled = install();
    m_place = isInstalled ? takePlace() : nullptr;
    if (!m_place)
        return;
    const auto address = reinterpret_cast<std::uintptr_t>(begin);
    m_place->cut.store(false, std::memory_order_relaxed);
    m_place->end.store(address + size, std::memory_order_release);
    m_place->begin.store(address, std::memory_order_release);
}

MappingWatch::~MappingWatch()
{
    if (m_place)
        m_place->begin.store(Place::Free, std::memory_order_release);
}

bool MappingWatch::isCut() const
{
    return m_place && m_place->cut.load(std::memory_order_relaxed);
}
