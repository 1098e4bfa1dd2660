#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// The messages of the load: `SOURCE NUMBER xxx…\n`, both as 8 hexadecimal digits, all of one size.
constexpr std::size_t SmallestMessage = 19;
void appendMessage(std::string &bytes, std::uint32_t source, std::uint32_t number, std::size_t size);

/// Whether the messages of a source arrive over a stream whole, all of them, and in their order. The first may have any
/// number: who joins late has missed what was before.
class StreamCheck final
{
public:
    StreamCheck(std::uint32_t source, std::size_t size);

    /// What was read. Returns how many messages it completes, good or not.
    int take(std::string_view bytes);

    bool hasBegun() const { return m_begun; }
    std::uint32_t next() const { return m_next; }             ///< the number that must come next
    std::uint64_t lost() const { return m_lost; }             ///< numbers that were passed over
    std::uint64_t disordered() const { return m_disordered; } ///< what came late or twice, or is no message

private:
    void check(std::string_view message);

    std::uint32_t m_source;
    std::size_t m_size;
    std::string m_part; // of a message whose rest is to come
    std::uint32_t m_next = 0;
    std::uint64_t m_lost = 0;
    std::uint64_t m_disordered = 0;
    bool m_begun = false;
};
