#pragma once

#include <cstdint>
#include <vector>

/// How long things took, counted by the microsecond: memory is the same however many there are. Those over a second
/// count as that; only the worst is kept as it was.
class Latencies final
{
public:
    void add(std::int64_t microseconds);

    std::int64_t count() const { return m_count; }
    std::int64_t worst() const { return m_worst; }
    /// What this share (0.99) does not exceed, in microseconds; 0 when there are none.
    std::int64_t percentile(double share) const;

private:
    static constexpr std::int64_t Longest = 1'000'000;

    std::vector<std::uint32_t> m_counts = std::vector<std::uint32_t>(Longest + 1);
    std::int64_t m_count = 0;
    std::int64_t m_worst = 0;
};
