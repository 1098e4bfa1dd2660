#pragma once

#include <QtGlobal>

#include <bit>
#include <deque>

/// Which of the rows [first, end) are marked, a bit for each; the oldest can be let go of. A value.
class RowMarks
{
public:
    quint64 end() const { return m_end; } ///< the number of the row that comes next
    quint64 count() const { return m_count; }

    void append(bool marked)
    {
        if (m_words.empty())
            m_firstWord = m_end / WordBits;
        if (m_end / WordBits - m_firstWord == m_words.size())
            m_words.push_back(0);
        m_words.back() |= quint64(marked) << m_end % WordBits;
        m_count += marked;
        ++m_end;
    }

    /// Lets go of the marks of the rows before this one. Where there are none so far, this row comes next.
    void dropBefore(quint64 number)
    {
        while (!m_words.empty() && (m_firstWord + 1) * WordBits <= number) {
            m_count -= quint64(std::popcount(m_words.front()));
            m_words.pop_front();
            ++m_firstWord;
        }
        if (!m_words.empty() && number > m_firstWord * WordBits) {
            const quint64 gone = m_words.front() & ((quint64(1) << number % WordBits) - 1);
            m_count -= quint64(std::popcount(gone));
            m_words.front() ^= gone;
        }
        m_end = qMax(m_end, number);
    }

    /// Which of the marked ones this row is, from 1; 0: it is not marked.
    quint64 positionOf(quint64 number) const
    {
        if (m_words.empty() || number < m_firstWord * WordBits || number >= m_end)
            return 0;
        const auto word = m_words.cbegin() + qsizetype(number / WordBits - m_firstWord);
        const quint64 bit = quint64(1) << number % WordBits;
        if (!(*word & bit))
            return 0;
        quint64 position = quint64(std::popcount(*word & (bit - 1))) + 1;
        for (auto before = m_words.cbegin(); before != word; ++before)
            position += quint64(std::popcount(*before));
        return position;
    }

private:
    static constexpr quint64 WordBits = 64;

    std::deque<quint64> m_words;
    quint64 m_firstWord = 0;
    quint64 m_end = 0;
    quint64 m_count = 0;
};
