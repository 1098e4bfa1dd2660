#include "conversation.h"

#include "callindex.h"
#include "recordcodec.h"
#include "workcount.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using Kind = ConversationStep::Kind;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Conversation", text);
}

QString lostText()
{
    return translated(QT_TRANSLATE_NOOP("Conversation", "Some of this conversation's bytes are not kept: a program "
                                                        "could not send and expect the same."));
}

QString tooLongText()
{
    return translated(QT_TRANSLATE_NOOP("Conversation", "This conversation is too long for a program: it may have at "
                                                        "most %1 bytes and %2 steps. Export its bytes instead."))
        .arg(QLocale().toString(Conversation::MaxBytes), QLocale().toString(Conversation::MaxSteps));
}

QString nothingText()
{
    return translated(QT_TRANSLATE_NOOP("Conversation", "There was no connection, or its beginning is not kept any "
                                                        "more: there is nothing that a program could do again."));
}

/// Goes through the records of one socket.
class Reading
{
public:
    explicit Reading(SocketId socket)
        : m_socket(socket)
    {
    }

    /// False: it is over, or can't be read.
    bool take(const StoredRecord &record, QByteArrayView payload)
    {
        if (record.socket != m_socket || record.kind == StoredRecord::Kind::Gap)
            return true;
        if (record.hasBytes())
            return takeBytes(record, payload);
        const auto event = RecordCodec::decode(payload, record.socket, 0);
        return !event || takeEvent(*event);
    }

    std::optional<Conversation> result(QString *problem) const
    {
        *problem = m_problem.isEmpty() && !m_isThere ? nothingText() : m_problem;
        return problem->isEmpty() ? std::optional(m_conversation) : std::nullopt;
    }

private:
    bool refuse(const QString &why)
    {
        m_problem = why;
        return false;
    }

    bool takeBytes(const StoredRecord &record, QByteArrayView payload)
    {
        const bool isRead = record.kind == StoredRecord::Kind::Read;
        quint64 &end = isRead ? m_bytesIn : m_bytesOut;
        if (record.offset != end || payload.size() != qsizetype(record.length))
            return refuse(lostText());
        end += record.length;
        const bool isLong = m_bytesIn + m_bytesOut > quint64(Conversation::MaxBytes);
        if (isLong || m_conversation.steps.size() >= Conversation::MaxSteps)
            return refuse(tooLongText());
        addBytes(isRead ? Kind::Receive : Kind::Send, payload);
        return true;
    }

    /// Where one read ends is the network's doing: what came without a break is one thing to wait for.
    void addBytes(Kind kind, QByteArrayView payload)
    {
        auto &steps = m_conversation.steps;
        if (kind == Kind::Receive && !steps.isEmpty() && steps.constLast().kind == kind)
            steps.last().bytes += payload;
        else
            steps.append({kind, payload.toByteArray()});
    }

    bool takeEvent(const Record &event)
    {
        switch (event.kind) {
        case Record::Kind::Accepted: begin(false, event.more().peer, event.more().local); break;
        case Record::Kind::Connected: begin(true, event.more().local, event.more().peer); break;
        case Record::Kind::PeerFinished: add(Kind::PeerFin); break;
        case Record::Kind::WeFinished: add(Kind::Finish); break;
        case Record::Kind::Closed: end(event); return false;
        default: break;
        }
        return true;
    }

    void begin(bool isClient, const Endpoint &client, const Endpoint &server)
    {
        m_isThere = true;
        m_conversation.isClient = isClient;
        m_conversation.client = client;
        m_conversation.server = server;
    }

    void end(const Record &event)
    {
        const Record::Details &details = event.more();
        if (details.bytesIn != m_bytesIn || details.bytesOut != m_bytesOut) {
            refuse(lostText());
            return;
        }
        if (details.reason == CloseReason::Reset)
            add(Kind::PeerRst);
        else if (wasResetByUs(event, has(Kind::Finish)))
            add(Kind::Reset);
        add(Kind::Close);
    }

    void add(Kind kind) { m_conversation.steps.append({kind, {}}); }

    bool has(Kind kind) const
    {
        const auto &steps = m_conversation.steps;
        const auto isIt = [kind](const ConversationStep &step) { return step.kind == kind; };
        return std::any_of(steps.cbegin(), steps.cend(), isIt);
    }

    const SocketId m_socket;
    Conversation m_conversation;
    QString m_problem;
    quint64 m_bytesIn = 0;
    quint64 m_bytesOut = 0;
    bool m_isThere = false;
};

Kind mirroredKind(Kind kind)
{
    switch (kind) {
    case Kind::Send: return Kind::Receive;
    case Kind::Receive: return Kind::Send;
    case Kind::Finish: return Kind::PeerFin;
    case Kind::PeerFin: return Kind::Finish;
    case Kind::Reset: return Kind::PeerRst;
    case Kind::PeerRst: return Kind::Reset;
    case Kind::Close: break;
    }
    return Kind::Close;
}

}

qsizetype Conversation::bytes(Kind kind) const
{
    qsizetype sum = 0;
    for (const ConversationStep &step : steps)
        sum += step.kind == kind ? step.bytes.size() : 0;
    return sum;
}

Conversation Conversation::mirrored() const
{
    Conversation other{!isClient, client, server, {}};
    bool ended = false; // this side told the other one of its end
    for (const ConversationStep &step : steps) {
        ended |= step.kind == Kind::Finish || step.kind == Kind::Reset || step.kind == Kind::PeerRst;
        if (step.kind == Kind::Close && !ended)
            other.steps.append({Kind::PeerFin, {}});
        if (step.kind == Kind::Send && !other.steps.isEmpty() && other.steps.constLast().kind == Kind::Receive)
            other.steps.last().bytes += step.bytes;
        else
            other.steps.append({mirroredKind(step.kind), step.bytes});
    }
    return other;
}

std::optional<Conversation> readConversation(const std::shared_ptr<const TrafficStore> &store, SocketId socket,
                                             const Progress &goOn, QString *problem)
{
    const RecordNumber records = qMax<RecordNumber>(1, store->endNumber());
    Reading reading(socket);
    WorkCount work;
    bool given = false;
    StoreReader(store).forEach(0, store->endNumber(), [&](const StoredRecord &record, QByteArrayView payload) {
        if (work.add(0) && goOn && !goOn(int(record.number * 100 / records))) {
            given = true;
            return false;
        }
        return reading.take(record, payload);
    });
    if (given) {
        problem->clear();
        return {};
    }
    return reading.result(problem);
}
