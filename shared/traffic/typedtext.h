#pragma once

#include "byteinput.h"
#include "interpretation.h"
#include "lineending.h"

#include <deque>

/// A message as it was typed. What bytes it is depends on how those of the socket are written that it goes to. A value;
/// any thread.
struct TypedText
{
    InputForm form = InputForm::Text;
    QString text = {};
    LineEnding ending = LineEnding::Framing; ///< Framing: what the socket's own framing adds; else these bytes alone

    /// Nothing when it can't be written so: `problem` is then a translated sentence.
    std::optional<Message> compose(const Interpretation &writing, QString *problem = nullptr) const;
};

/// The messages that one typed text becomes at sockets of several interpretations; each is made once.
class TypedMessages final
{
public:
    struct Result
    {
        std::optional<Message> message;
        QString problem; ///< a translated sentence when there is no message
    };

    explicit TypedMessages(TypedText typed)
        : m_typed(std::move(typed))
    {
    }

    /// Stays where it is.
    const Result &in(const Interpretation &writing);

private:
    const TypedText m_typed;
    std::deque<std::pair<Interpretation, Result>> m_made; // few: as many as there are interpretations
};
