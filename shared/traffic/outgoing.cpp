#include "outgoing.h"

#include <utility>

std::optional<Message> Outgoing::compose(const Framing &framing, const QByteArray &content, bool more, QString *problem)
{
    const bool refused = std::exchange(m_refusing, false);
    std::optional<Message> message;
    if (!refused)
        message = framing.compose(content, more, problem);
    m_refusing = more && !message;
    return message;
}
