#pragma once

#include "framing.h"

/// Makes messages of what is to be sent, piece by piece. What the framing can't carry is refused whole: of a message
/// whose first piece was refused, the others are too.
class Outgoing
{
public:
    /// `more`: the message goes on in the next call. Nothing when it is refused; `problem` is then a translated sentence,
    /// once for each message, or empty.
    std::optional<Message> compose(const Framing &framing, const QByteArray &content, bool more, QString *problem);

private:
    bool m_refusing = false; // until the message in hand is over
};
