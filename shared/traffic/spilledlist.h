#pragma once

#include <QFile>
#include <QLatin1StringView>
#include <QMutex>
#include <QTemporaryFile>

#include <atomic>
#include <cstddef>
#include <cstring>
#include <deque>
#include <memory>
#include <mutex> // std::scoped_lock
#include <span>
#include <type_traits>
#include <vector>

/// How the names of the files of a SpilledList begin. What a crash leaves of them is of no use.
inline constexpr QLatin1StringView SpilledFilePrefix{"list-"};

/// A list of small values that can grow far past the memory: only the newest chunk is in memory of its own, the others lie
/// in files of a folder, mapped. One thread appends; any thread reads. A value keeps its number for ever, also when those
/// before it are dropped. Where the disk is full a chunk stays in memory: nothing is lost.
template <typename T>
class SpilledList
{
    static_assert(std::is_trivially_copyable_v<T>);

public:
    static constexpr size_t ChunkSize = 256 * 1024; ///< values

    explicit SpilledList(QString folder)
        : m_folder(std::move(folder))
    {
    }

    void append(const T &value)
    {
        const quint64 number = m_end.load(std::memory_order_relaxed);
        if (number % ChunkSize == 0)
            addChunk();
        m_newest[number % ChunkSize] = value;
        m_end.store(number + 1, std::memory_order_release);
    }

    quint64 first() const { return m_first.load(std::memory_order_acquire); } ///< the number of the oldest that is left
    quint64 end() const { return m_end.load(std::memory_order_acquire); }     ///< one past the newest

    /// The value of this number, which is before the end. Of one that was dropped, perhaps while it was asked for, an empty
    /// one can be all that is left.
    T at(quint64 number) const
    {
        const std::scoped_lock lock(m_mutex);
        return isLeft(number) ? chunkOf(number)->values[number % ChunkSize] : T{};
    }

    /// Values that lie one behind the other, kept for as long as this lives.
    struct Run
    {
        std::span<const T> values;
        std::shared_ptr<const void> keeper;
    };

    /// From this number on, which is before the end, up to the end of its chunk. None where they were dropped.
    Run run(quint64 number) const
    {
        const std::scoped_lock lock(m_mutex);
        if (!isLeft(number))
            return {};
        const auto chunk = chunkOf(number);
        const size_t from = number % ChunkSize;
        const size_t count = size_t(qMin<quint64>(end() - number, ChunkSize - from));
        return {{chunk->values + from, count}, chunk};
    }

    /// The number of the first value that is not before: those that are stand in front.
    template <typename IsBefore>
    quint64 lowerBound(const IsBefore &isBefore) const
    {
        quint64 low = first();
        quint64 high = end();
        while (low < high) {
            const quint64 middle = low + (high - low) / 2;
            if (isBefore(at(middle)))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// Lets go of all values before this number.
    void dropBefore(quint64 number)
    {
        const std::scoped_lock lock(m_mutex);
        m_first.store(qBound(first(), number, end()), std::memory_order_release);
        while (m_chunks.size() > 1 && (m_firstChunk + 1) * ChunkSize <= first()) {
            m_chunks.pop_front();
            ++m_firstChunk;
        }
    }

private:
    /// The memory of a chunk that is in a file now, for the next one: that of the system costs time.
    class Spare
    {
    public:
        void put(std::unique_ptr<std::byte[]> memory)
        {
            const std::scoped_lock lock(m_mutex);
            m_memory = std::move(memory);
        }
        std::unique_ptr<std::byte[]> take()
        {
            const std::scoped_lock lock(m_mutex);
            return std::move(m_memory);
        }

    private:
        QMutex m_mutex;
        std::unique_ptr<std::byte[]> m_memory;
    };

    struct Chunk
    {
        Chunk() = default;
        ~Chunk()
        {
            if (memory)
                spare->put(std::move(memory));
        }
        Q_DISABLE_COPY_MOVE(Chunk)

        std::unique_ptr<std::byte[]> memory;
        std::shared_ptr<Spare> spare; // where that goes
        std::unique_ptr<QTemporaryFile> file; // removed with the chunk
        const T *values = nullptr;
    };

    bool isLeft(quint64 number) const { return number / ChunkSize >= m_firstChunk; }

    std::shared_ptr<const Chunk> chunkOf(quint64 number) const
    {
        return m_chunks[size_t(number / ChunkSize - m_firstChunk)];
    }

    void addChunk()
    {
        auto full = newestChunk();
        auto spilled = full ? spill(*full) : nullptr;
        if (spilled) {
            const std::scoped_lock lock(m_mutex);
            m_chunks.back() = std::move(spilled);
        }
        full.reset(); // unless it is read just now its memory is spare from here on
        auto chunk = std::make_shared<Chunk>();
        chunk->spare = m_spare;
        chunk->memory = m_spare->take();
        if (!chunk->memory)
            chunk->memory.reset(new std::byte[ChunkSize * sizeof(T)]); // untouched memory costs nothing
        chunk->values = m_newest = reinterpret_cast<T *>(chunk->memory.get());
        const std::scoped_lock lock(m_mutex);
        m_chunks.push_back(std::move(chunk));
    }

    std::shared_ptr<const Chunk> newestChunk() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_chunks.empty() ? nullptr : m_chunks.back();
    }

    std::shared_ptr<Chunk> spill(const Chunk &full) const
    {
        constexpr qint64 size = qint64(ChunkSize * sizeof(T));
        auto chunk = std::make_shared<Chunk>();
        chunk->file = std::make_unique<QTemporaryFile>(m_folder + u'/' + SpilledFilePrefix + QStringLiteral("XXXXXX"));
        if (!chunk->file->open() || chunk->file->write(reinterpret_cast<const char *>(full.values), size) != size
            || !chunk->file->flush())
            return nullptr;
        chunk->values = reinterpret_cast<const T *>(chunk->file->map(0, size));
        return chunk->values ? chunk : nullptr;
    }

    const QString m_folder;
    mutable QMutex m_mutex; // of the chunks
    std::deque<std::shared_ptr<const Chunk>> m_chunks;
    quint64 m_firstChunk = 0;
    const std::shared_ptr<Spare> m_spare = std::make_shared<Spare>();
    T *m_newest = nullptr; // the appending thread's
    std::atomic<quint64> m_first{0};
    std::atomic<quint64> m_end{0};
};
