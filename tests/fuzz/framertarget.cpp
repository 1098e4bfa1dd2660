#include "framer.h"
#include "targets.h"
#include "text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype HeaderBytes = 3; // of the input
constexpr int MaxRead = 40;

/// The framings of the command line, with arguments that make short messages; those that are built.
QList<Framing> framings()
{
    QList<Framing> built;
    for (const auto &word : {u"lines"_s, u"raw"_s, u"crlf"_s, u"nul"_s, u"delimiter:aab"_s, u"fixed:1"_s, u"fixed:7"_s,
                             u"delimiter:\\r\\n.\\r\\n"_s, u"length:u8"_s, u"length:u16be"_s, u"length:u16le"_s,
                             u"length:u32be"_s, u"length:u32le"_s, u"idle:5"_s}) {
        if (const std::optional<Framing> framing = parseFraming(word))
            built.append(*framing);
    }
    return built;
}

/// How long the reads are. The same seed gives the same cuts.
class Cuts final
{
public:
    explicit Cuts(quint32 seed) : m_state(seed * 2654435761U + 1) { }

    qsizetype next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return 1 + qsizetype((m_state >> 16) % MaxRead);
    }

private:
    quint32 m_state;
};

QByteArray wireOf(const QList<Message> &messages)
{
    QByteArray wire;
    for (const Message &message : messages)
        wire += message.wire;
    return wire;
}

QList<Message> feedInReads(Framer &framer, QByteArrayView stream, quint32 seed)
{
    Cuts cuts(seed);
    QList<Message> messages;
    while (!stream.isEmpty()) {
        const qsizetype size = qMin(cuts.next(), stream.size());
        messages += framer.feed(stream.first(size).toByteArray());
        stream = stream.sliced(size);
    }
    return messages;
}

bool sameMessages(const QList<Message> &a, const QList<Message> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const Message &left, const Message &right) {
        return left.wire == right.wire && left.content() == right.content() && left.more == right.more
            && left.continues == right.continues;
    });
}

/// Whether messages end where reads end.
bool followsReads(const Framing &framing)
{
    return framing.word() == u"raw" || framing.word().startsWith(u"idle");
}

}

void fuzzFramer(QByteArrayView input)
{
    static const QList<Framing> built = framings();
    if (input.size() < HeaderBytes)
        return;
    const Framing framing = built[uchar(input[0]) % built.size()];
    const Framer fresh(framing, Framer::MinLimit + uchar(input[1]));
    const quint32 seed = uchar(input[2]);
    const QByteArrayView stream = input.sliced(HeaderBytes);

    Framer held = fresh;
    const QByteArray delivered = wireOf(feedInReads(held, stream, seed));
    require(delivered + held.takeHeld() == stream, "every byte is in one message, or held", input);

    Framer ended = fresh;
    const QList<Message> messages = feedInReads(ended, stream, seed) + ended.finish();
    for (const Message &message : messages)
        decodeMessage(message);
    if (followsReads(framing))
        return;
    Framer whole = fresh;
    const QList<Message> expected = whole.feed(stream.toByteArray()) + whole.finish();
    require(sameMessages(messages, expected), "where reads are cut makes no difference", input);
}
