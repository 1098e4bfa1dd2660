#include "jsoncommand.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

static BadCommand bad(const char *sentence)
{
    return {QCoreApplication::translate("JsonCommand", sentence)};
}

/// JSON numbers are doubles; a socket number is a whole one from 1 up to what a double holds exactly.
static std::optional<SocketId> readSocket(const QJsonValue &value)
{
    const double number = value.toDouble(0);
    if (number < 1 || number > 9007199254740991.0 || number != double(SocketId(number)))
        return {};
    return SocketId(number);
}

static BadCommand unencodable(const Encoding &encoding, QStringView text, qsizetype at)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const char32_t codePoint = pair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
    const QString number = QString::number(uint(codePoint), 16).toUpper().rightJustified(4, u'0');
    const BadCommand command = bad(QT_TRANSLATE_NOOP("JsonCommand", "%1 has no character U+%2, so nothing is sent."));
    return {command.sentence.arg(encoding.name(), number)};
}

static JsonCommand parseSend(const QJsonObject &object, const Encoding &encoding)
{
    if (!object.value("send"_L1).isString() || object.size() > (object.contains("to"_L1) ? 2 : 1))
        return bad(QT_TRANSLATE_NOOP("JsonCommand", "\"send\" takes a text, and \"to\" besides it, nothing else."));
    const QString text = object.value("send"_L1).toString();
    qsizetype badAt = 0;
    const auto content = encoding.encode(text, &badAt);
    if (!content)
        return unencodable(encoding, text, badAt);
    SendCommand command{*content, {}};
    if (!object.contains("to"_L1))
        return command;
    const QJsonArray targets = object.value("to"_L1).toArray();
    for (const QJsonValue &target : targets) {
        const auto id = readSocket(target);
        if (!id)
            return bad(QT_TRANSLATE_NOOP("JsonCommand", "\"to\" takes socket numbers from 1, as in [1,2]."));
        if (!command.to.contains(*id))
            command.to.append(*id);
    }
    if (command.to.isEmpty())
        return bad(QT_TRANSLATE_NOOP("JsonCommand", "\"to\" takes socket numbers from 1, as in [1,2]."));
    return command;
}

JsonCommand parseJsonCommand(const QByteArray &line, const Encoding &encoding)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return bad(QT_TRANSLATE_NOOP("JsonCommand", "This line is not a JSON object. Examples: {\"send\":\"text\"}, "
                                                    "{\"close\":1}, {\"stop\":true}."));
    const QJsonObject object = document.object();
    if (object.contains("send"_L1))
        return parseSend(object, encoding);
    if (object.size() == 1 && object.contains("close"_L1)) {
        if (const auto id = readSocket(object.value("close"_L1)))
            return CloseCommand{*id};
        return bad(QT_TRANSLATE_NOOP("JsonCommand", "\"close\" takes a socket number from 1."));
    }
    if (object.size() == 1 && object.value("stop"_L1) == QJsonValue(true))
        return StopCommand{};
    return bad(QT_TRANSLATE_NOOP("JsonCommand", "There is no such command. There are: {\"send\":\"text\",\"to\":[1,2]}, "
                                                "{\"close\":1}, {\"stop\":true}."));
}

std::optional<JsonCommand> JsonCommandReader::feed(const Message &piece)
{
    m_tooLong |= m_line.size() + piece.content().size() > MaxLine;
    if (!m_tooLong)
        m_line.append(piece.content());
    if (piece.more)
        return {};
    const QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_tooLong, false))
        return bad(QT_TRANSLATE_NOOP("JsonCommand", "This line is too long: a command has at most 16 MiB."));
    return parseJsonCommand(line, m_encoding);
}
