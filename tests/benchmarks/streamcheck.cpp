#include "streamcheck.h"

#include <algorithm>
#include <charconv>
#include <optional>

static constexpr std::size_t Digits = 8;

static void appendHex(std::string &bytes, std::uint32_t value)
{
    static constexpr std::string_view Hex = "0123456789abcdef";
    for (int shift = 28; shift >= 0; shift -= 4)
        bytes.push_back(Hex[(value >> shift) & 15]);
}

static std::optional<std::uint32_t> readHex(std::string_view digits)
{
    std::uint32_t value = 0;
    const char *end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, value, 16);
    if (error != std::errc() || stopped != end)
        return {};
    return value;
}

void appendMessage(std::string &bytes, std::uint32_t source, std::uint32_t number, std::size_t size)
{
    appendHex(bytes, source);
    bytes.push_back(' ');
    appendHex(bytes, number);
    bytes.push_back(' ');
    bytes.append(size - SmallestMessage, 'x');
    bytes.push_back('\n');
}

StreamCheck::StreamCheck(std::uint32_t source, std::size_t size)
    : m_source(source)
    , m_size(size)
{
}

int StreamCheck::take(std::string_view bytes)
{
    int whole = 0;
    while (!bytes.empty()) {
        const std::size_t missing = m_size - m_part.size();
        const std::string_view piece = bytes.substr(0, missing);
        bytes.remove_prefix(piece.size());
        if (m_part.empty() && piece.size() == m_size) {
            check(piece);
            ++whole;
            continue;
        }
        m_part.append(piece);
        if (m_part.size() < m_size)
            break;
        check(m_part);
        m_part.clear();
        ++whole;
    }
    return whole;
}

void StreamCheck::check(std::string_view message)
{
    const auto source = readHex(message.substr(0, Digits));
    const auto number = readHex(message.substr(Digits + 1, Digits));
    const std::string_view rest = message.substr(SmallestMessage - 1);
    const bool filled = rest.find_first_not_of('x') == rest.size() - 1 && rest.back() == '\n';
    if (source != m_source || !number || !filled) {
        ++m_disordered;
        return;
    }
    if (!m_begun)
        m_next = *number;
    m_begun = true;
    if (*number < m_next) {
        ++m_disordered;
        return;
    }
    m_lost += *number - m_next;
    m_next = *number + 1;
}
