#pragma once

#include "encoding.h"
#include "message.h"
#include "socketid.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

struct SendCommand
{
    QByteArray content;     ///< as it goes on the wire
    QList<SocketId> to;     ///< empty: everyone
};
struct CloseCommand
{
    SocketId socket;
};
struct StopCommand
{
};
struct BadCommand
{
    QString sentence; ///< what is wrong with it, translated
};
using JsonCommand = std::variant<SendCommand, CloseCommand, StopCommand, BadCommand>;

/// Reads one line:
///     {"send":"text"}  {"send":"text","to":[1,2]}  {"close":1}  {"stop":true}
/// The line itself is UTF-8; `encoding` is what the text to send is written in.
JsonCommand parseJsonCommand(const QByteArray &line, const Encoding &encoding = {});

/// Puts a command together that came in pieces, and reads it. Pure; any thread.
class JsonCommandReader final
{
public:
    static constexpr qsizetype MaxLine = 16 * 1024 * 1024; ///< bytes of one command; more is refused, not kept

    explicit JsonCommandReader(const Encoding &encoding = {}) : m_encoding(encoding) {}

    /// A line of standard input, or a piece of one. Nothing while the line goes on.
    std::optional<JsonCommand> feed(const Message &piece);

private:
    const Encoding m_encoding;
    QByteArray m_line;
    bool m_tooLong = false;
};
