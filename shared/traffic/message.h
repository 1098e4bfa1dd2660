#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <span>
#include <utility>
#include <vector>

/// Which part of a message is content, and how it goes with its neighbours. A value.
struct MessageShape
{
    /// At most three bytes of a UTF-8 character can be waiting for their last one.
    static constexpr qsizetype MaxCarried = 3;

    quint32 trailerSize = 0;    ///< how many of the last bytes on the wire are terminator
    quint8 headerSize = 0;      ///< how many of the first bytes on the wire are length prefix
    bool more = false;          ///< over the limit: the message goes on in the next piece
    bool continues = false;     ///< this piece goes on where the one before was cut
    bool openEnd = false;       ///< raw: a character cut at the end goes on in the next message
    quint8 carriedSize = 0;     ///< raw: how many bytes of `carried` count
    std::array<char, MaxCarried> carried{}; ///< raw: the start of a character whose rest is at the front of the wire

    QByteArrayView carriedBytes() const { return {carried.data(), qsizetype(carriedSize)}; }
};

/// One message as it was on the wire, and which part of it is content. A value; copies share the bytes.
struct Message : MessageShape
{
    QByteArray wire; ///< as received or sent, length prefix and terminator included

    QByteArrayView content() const { return QByteArrayView(wire).sliced(headerSize).chopped(trailerSize); }
};

/// The same while its bytes are only lent: for the one call that it is handed to.
struct MessageView : MessageShape
{
    QByteArrayView wire;

    Message toMessage() const { return {*this, wire.toByteArray()}; }
};

/// Messages that follow each other, also in memory; their bytes are lent.
using MessageRun = std::span<const MessageView>;

/// All their bytes.
inline QByteArrayView wireOf(MessageRun run)
{
    return run.empty() ? QByteArrayView() : QByteArrayView(run.front().wire.data(), run.back().wire.end());
}

/// A run that owns its bytes, to be shared among threads.
class MessageBlock final
{
public:
    explicit MessageBlock(MessageRun run)
        : m_wire(wireOf(run).toByteArray())
        , m_messages(run.begin(), run.end())
    {
        const char *at = m_wire.constData();
        for (MessageView &message : m_messages)
            message.wire = {std::exchange(at, at + message.wire.size()), message.wire.size()};
    }
    Q_DISABLE_COPY_MOVE(MessageBlock)

    MessageRun run() const { return m_messages; }
    qsizetype size() const { return m_wire.size(); } ///< bytes

private:
    const QByteArray m_wire;
    std::vector<MessageView> m_messages;
};
