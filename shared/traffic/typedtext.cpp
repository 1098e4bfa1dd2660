#include "typedtext.h"

#include <algorithm>

std::optional<Message> TypedText::compose(const Interpretation &writing, QString *problem) const
{
    const auto encode = [&writing](QStringView part) { return writing.encoding.encode(part); };
    const ParsedInput parsed = parseInput(form, text, encode);
    if (!parsed.ok()) {
        if (problem)
            *problem = parsed.problems.constFirst().sentence;
        return {};
    }
    if (ending == LineEnding::Framing)
        return writing.framing.compose(parsed.bytes, false, problem);
    Message message;
    message.wire = parsed.bytes + lineEndingBytes(ending);
    return message;
}

const TypedMessages::Result &TypedMessages::in(const Interpretation &writing)
{
    const auto isIt = [&writing](const auto &made) { return made.first == writing; };
    const auto found = std::find_if(m_made.cbegin(), m_made.cend(), isIt);
    if (found != m_made.cend())
        return found->second;
    Result result;
    result.message = m_typed.compose(writing, &result.problem);
    return m_made.emplace_back(writing, result).second;
}
