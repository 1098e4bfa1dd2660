#include "callindex.h"

#include "recordcodec.h"
#include "workcount.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

bool wasConnected(const Record &closed)
{
    return closed.more().local.isKnown();
}

bool wasResetByUs(const Record &closed, bool weFinished)
{
    const Record::Details &details = closed.more();
    switch (details.reason) {
    case CloseReason::TooSlow: return true;
    case CloseReason::ClosedByUs:
    case CloseReason::ProtocolError: return !weFinished || details.text == "RST"_L1;
    default: return false;
    }
}

/// `localhost:80` and `[::1]:80`: whether somebody has to look the host up.
static bool isName(const QString &target)
{
    QString host = target.left(target.lastIndexOf(u':'));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    return QHostAddress(host).isNull();
}

CallIndex::CallIndex(std::shared_ptr<const TrafficStore> store, const QSet<SocketId> &sockets, const QString &folder)
    : m_store(std::move(store))
    , m_sockets(sockets)
    , m_reader(m_store)
    , m_rows(folder)
{
}

void CallIndex::catchUp(const std::function<bool(RecordNumber)> &goOn)
{
    WorkCount work;
    m_next = m_reader.forEach(m_next, m_store->endNumber(), [&](const StoredRecord &record, QByteArrayView payload) {
        if (work.add(0) && !goOn(record.number))
            return false;
        take(record, payload);
        return true;
    });
}

quint64 CallIndex::rowFrom(RecordNumber record) const
{
    return m_rows.lowerBound([record](const CallRow &row) { return row.record < record; });
}

void CallIndex::take(const StoredRecord &record, QByteArrayView payload)
{
    switch (record.kind) {
    case StoredRecord::Kind::Read: add(record, {Call::Receive}); break;
    case StoredRecord::Kind::Write: add(record, {Call::Send}); break;
    case StoredRecord::Kind::Gap: m_rows.append({record.number, NoRecord, quint32(record.socket), Call::None}); break;
    case StoredRecord::Kind::Event:
        if (const auto event = RecordCodec::decode(payload, record.socket, 0))
            takeEvent(record, *event);
    }
}

void CallIndex::takeEvent(const StoredRecord &record, const Record &event)
{
    switch (event.kind) {
    case Record::Kind::Listening:
        add(record, {Call::Socket, Call::ReuseAddress});
        if (event.more().local.address == QHostAddress::Any)
            add(record, {Call::BothFamilies});
        add(record, {Call::Bind, Call::Listen});
        break;
    case Record::Kind::Accepted: add(record, {Call::Accept, Call::NoDelay}); break;
    case Record::Kind::Connecting: takeConnecting(record, event); break;
    case Record::Kind::Connected: takeConnected(record); break;
    case Record::Kind::PeerFinished: add(record, {Call::ReceiveEnd}); break;
    case Record::Kind::WeFinished:
        m_open[record.socket].weFinished = true;
        add(record, {Call::ShutdownWrite});
        break;
    case Record::Kind::Closed: takeClosed(record, event); break;
    case Record::Kind::Stopped: add(record, {Call::Close}); break;
    case Record::Kind::Received:
    case Record::Kind::Sent:
    case Record::Kind::Unsent:
    case Record::Kind::Error: break; // no call stands behind them
    }
}

void CallIndex::takeConnecting(const StoredRecord &record, const Record &event)
{
    const bool looksUp = isName(event.more().text);
    m_open[record.socket] = {record.number, !looksUp, false};
    add(record, {looksUp ? Call::LookUp : Call::Socket});
}

void CallIndex::takeConnected(const StoredRecord &record)
{
    if (!std::exchange(m_open[record.socket].hasSocket, true))
        add(record, {Call::Socket});
    add(record, {Call::Connect, Call::NoDelay});
}

void CallIndex::takeClosed(const StoredRecord &record, const Record &event)
{
    const Open open = m_open.value(record.socket);
    const CloseReason reason = event.more().reason;
    if (!wasConnected(event)) {
        if (event.more().problem == ConnectProblem::HostNotFound)
            add(record, {Call::LookUpFailed});
        else if (event.more().problem == ConnectProblem::OutOfDescriptors)
            add(record, {Call::SocketFailed});
        else if (open.hasSocket || reason != CloseReason::ClosedByUs) {
            if (!open.hasSocket)
                add(record, {Call::Socket});
            add(record, {Call::ConnectFailed, Call::Close});
        }
    } else {
        if (reason == CloseReason::Reset || reason == CloseReason::TimedOut || reason == CloseReason::Error)
            add(record, {Call::ReceiveFailed});
        if (wasResetByUs(event, open.weFinished))
            add(record, {Call::LingerZero});
        add(record, {Call::Close});
    }
    m_open.remove(record.socket);
}

void CallIndex::add(const StoredRecord &record, std::initializer_list<Call> calls)
{
    const RecordNumber origin = m_open.value(record.socket).origin;
    for (const Call call : calls) {
        const CallRow row{record.number, origin, quint32(record.socket), call};
        const auto isWanted = [&row](SocketId socket) { return row.isFor(socket); };
        if (m_sockets.isEmpty() || std::any_of(m_sockets.cbegin(), m_sockets.cend(), isWanted))
            m_rows.append(row);
    }
}
