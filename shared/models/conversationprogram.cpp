#include "conversationprogram.h"

#include "conversationparts.h"

#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using Kind = ConversationStep::Kind;

namespace {

constexpr qsizetype LiteralLength = 72; // characters of a line of a literal, its indentation not counted
constexpr qsizetype PieceBytes = 4000;  // of one literal; C promises 4095

/// In both languages; octal in C, because its hexadecimal escapes have no end.
QString escaped(char byte, ProgramLanguage language)
{
    switch (byte) {
    case '\n': return u"\\n"_s;
    case '\r': return u"\\r"_s;
    case '\t': return u"\\t"_s;
    case '\\': return u"\\\\"_s;
    case '"': return u"\\\""_s;
    case '?': return language == ProgramLanguage::C ? u"\\?"_s : u"?"_s; // no trigraphs
    default: break;
    }
    if (byte >= 0x20 && byte < 0x7F)
        return QString(QLatin1Char(byte));
    if (language == ProgramLanguage::C)
        return u'\\' + QString::number(uchar(byte), 8).rightJustified(3, u'0');
    return u"\\x"_s + QString::number(uchar(byte), 16).rightJustified(2, u'0');
}

/// Literals one below the other, with these characters in front of each; a new one after each line feed.
QString literal(QByteArrayView bytes, ProgramLanguage language, const QString &indent)
{
    const QString open = language == ProgramLanguage::C ? u"\""_s : u"b\""_s;
    QStringList lines;
    QString line;
    for (const char byte : bytes) {
        const QString next = escaped(byte, language);
        if (line.size() + next.size() > LiteralLength)
            lines.append(std::exchange(line, {}));
        line.append(next);
        if (byte == '\n')
            lines.append(std::exchange(line, {}));
    }
    if (!line.isEmpty() || lines.isEmpty())
        lines.append(line);
    return open + lines.join(u"\"\n"_s + indent + open) + u'"';
}

/// What a session tells of an address is not to be believed: a scope can be any text.
Endpoint harmless(const Endpoint &endpoint)
{
    const auto isHarmless = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || u"_.-"_s.contains(c));
    };
    QHostAddress address = endpoint.address;
    const QString scope = address.scopeId();
    if (!std::all_of(scope.cbegin(), scope.cend(), isHarmless))
        address.setScopeId({});
    return {address, endpoint.port};
}

bool has(const Conversation &conversation, std::initializer_list<Kind> kinds)
{
    return std::any_of(conversation.steps.cbegin(), conversation.steps.cend(), [kinds](const ConversationStep &step) {
        return std::find(kinds.begin(), kinds.end(), step.kind) != kinds.end();
    });
}

/// Writes the program of one side.
class Writer
{
public:
    Writer(const Conversation &conversation, ProgramLanguage language)
        : m_conversation(conversation)
        , m_language(language)
        , m_parts(language == ProgramLanguage::Python ? partsInPython() : partsInC())
    {
    }

    QString program() const
    {
        QString out = m_parts.head;
        const bool sends = has(m_conversation, {Kind::Send});
        const bool receives = has(m_conversation, {Kind::Receive});
        const bool waits = has(m_conversation, {Kind::PeerFin, Kind::PeerRst});
        if (sends || receives || waits)
            out += m_parts.wait;
        if (sends)
            out += m_parts.send;
        if (receives)
            out += m_parts.receive;
        if (waits)
            out += m_parts.end;
        if (has(m_conversation, {Kind::Reset}))
            out += m_parts.reset;
        out += m_conversation.isClient ? m_parts.connect : m_parts.accept;
        return filled(out) + steps() + filled(m_parts.tail);
    }

private:
    QString filled(QString text) const
    {
        const Endpoint &server = m_conversation.server;
        const QString role = m_conversation.isClient ? u"client"_s : u"server"_s;
        text.replace(u"@ROLE@"_s, role);
        text.replace(u"@CLIENT@"_s, harmless(m_conversation.client).toString());
        text.replace(u"@SERVER@"_s, harmless(server).toString());
        text.replace(u"@HOST@"_s, harmless(server).addressText());
        text.replace(u"@PORT@"_s, QString::number(server.port));
        text.replace(u"@SENT@"_s, QString::number(m_conversation.bytes(Kind::Send)));
        text.replace(u"@RECEIVED@"_s, QString::number(m_conversation.bytes(Kind::Receive)));
        return text;
    }

    QString steps() const
    {
        QString out;
        bool peerEnded = false; // its FIN says all that can be waited for
        for (const ConversationStep &step : m_conversation.steps) {
            if (step.kind == Kind::Send || step.kind == Kind::Receive)
                out += bytesStep(step);
            else if (step.kind != Kind::PeerRst || !peerEnded)
                out += callOf(step.kind);
            peerEnded |= step.kind == Kind::PeerFin;
        }
        return m_conversation.isOpen() ? out + m_parts.stillOpen : out;
    }

    QString bytesStep(const ConversationStep &step) const
    {
        const QString form = step.kind == Kind::Send ? m_parts.callSend : m_parts.callReceive;
        const QString indent(form.indexOf(u'@'), u' ');
        QString out;
        for (qsizetype at = 0; at < step.bytes.size(); at += PieceBytes) {
            const qsizetype size = qMin(PieceBytes, step.bytes.size() - at);
            const QByteArrayView piece = QByteArrayView(step.bytes).sliced(at, size);
            out += QString(form).replace(u"@"_s, literal(piece, m_language, indent));
        }
        return out;
    }

    QString callOf(Kind kind) const
    {
        switch (kind) {
        case Kind::Finish: return m_parts.callFinish;
        case Kind::PeerFin: return m_parts.callPeerFin;
        case Kind::PeerRst: return m_parts.callPeerRst;
        case Kind::Reset: return m_parts.callReset;
        case Kind::Close: return m_parts.callClose;
        case Kind::Send:
        case Kind::Receive: break;
        }
        return {};
    }

    const Conversation &m_conversation;
    const ProgramLanguage m_language;
    const ConversationParts &m_parts;
};

}

QString conversationProgram(const Conversation &conversation, ProgramLanguage language)
{
    return Writer(conversation, language).program();
}
