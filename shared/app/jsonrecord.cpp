#include "jsonrecord.h"

#include "jsonline.h"
#include "recordtext.h"
#include "text.h"

using namespace Qt::StringLiterals;

static QByteArray jsonOfMessage(QLatin1StringView event, const Record &record, const Encoding &encoding)
{
    const QByteArrayView content = record.message.content();
    const DecodedText decoded = decodeMessage(record.message, encoding);
    JsonLine json(event, record.time);
    json.add("socket"_L1, record.socket).add("bytes"_L1, quint64(content.size())).add("text"_L1, decoded.text);
    if (!decoded.valid)
        json.add("hex"_L1, QString::fromLatin1(content.toByteArray().toHex()));
    if (record.message.more)
        json.addTrue("more"_L1);
    return json.line();
}

static QByteArray jsonOfEnds(QLatin1StringView event, const Record &record)
{
    return JsonLine(event, record.time)
        .add("socket"_L1, record.socket)
        .add("local"_L1, record.more().local.toString())
        .add("peer"_L1, record.more().peer.toString())
        .line();
}

static QByteArray jsonOfError(const Record &record)
{
    JsonLine json("error"_L1, record.time);
    json.add("message"_L1, recordText(record));
    if (record.socket != ListenerId)
        json.add("socket"_L1, record.socket);
    return json.line();
}

QByteArray jsonOfRecord(const Record &record, const Encoding &encoding)
{
    const Record::Details &details = record.more();
    switch (record.kind) {
    case Record::Kind::Listening:
        return JsonLine("listening"_L1, record.time)
            .add("address"_L1, details.local.addressText())
            .add("port"_L1, quint64(details.local.port))
            .line();
    case Record::Kind::Accepted: return jsonOfEnds("accepted"_L1, record);
    case Record::Kind::Connected: return jsonOfEnds("connected"_L1, record);
    case Record::Kind::Received: return jsonOfMessage("received"_L1, record, encoding);
    case Record::Kind::Sent: return jsonOfMessage("sent"_L1, record, encoding);
    case Record::Kind::Closed:
        return JsonLine("closed"_L1, record.time)
            .add("socket"_L1, record.socket)
            .add("reason"_L1, QString(closeReasonWord(details.reason)))
            .add("bytesIn"_L1, details.bytesIn)
            .add("bytesOut"_L1, details.bytesOut)
            .line();
    case Record::Kind::Unsent:
    case Record::Kind::Error: return jsonOfError(record);
    case Record::Kind::Stopped: return JsonLine("stopped"_L1, record.time).line();
    case Record::Kind::Connecting:
    case Record::Kind::PeerFinished:
    case Record::Kind::WeFinished: break;
    }
    return {};
}
