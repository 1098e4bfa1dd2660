#include "latencies.h"

#include <algorithm>
#include <cmath>

void Latencies::add(std::int64_t microseconds)
{
    ++m_counts[std::size_t(std::clamp<std::int64_t>(microseconds, 0, Longest))];
    ++m_count;
    m_worst = std::max(m_worst, microseconds);
}

std::int64_t Latencies::percentile(double share) const
{
    const auto wanted = std::int64_t(std::ceil(share * double(m_count)));
    std::int64_t seen = 0;
    for (std::size_t microseconds = 0; microseconds < m_counts.size(); ++microseconds) {
        seen += m_counts[microseconds];
        if (seen >= wanted && seen > 0)
            return std::int64_t(microseconds);
    }
    return 0;
}
