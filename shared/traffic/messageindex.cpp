#include "messageindex.h"

#include "workcount.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

static constexpr quint64 MarkEvery = 4096; // rows

MessageIndex::MessageIndex(std::shared_ptr<const TrafficStore> store, Interpretations interpretations, const QString &folder,
                           quint64 mostRows)
    : m_store(std::move(store))
    , m_interpretations(std::move(interpretations))
    , m_mostRows(mostRows)
    , m_reader(m_store)
    , m_looker(m_store)
    , m_rows(folder)
{
    const auto isIdle = [](const Interpretation &reading) { return reading.framing.kind == Framing::Kind::Idle; };
    const auto &own = m_interpretations.own;
    m_isIdle = isIdle(m_interpretations.usual) || std::any_of(own.cbegin(), own.cend(), isIdle);
}

bool MessageIndex::catchUp(const std::function<bool(RecordNumber)> &goOn)
{
    const RecordNumber end = m_store->endNumber();
    WorkCount work;
    m_next = m_reader.forEach(m_next, end, [&](const StoredRecord &record, QByteArrayView payload) {
        if (work.add(record.length) && !goOn(record.number))
            return false;
        mark(record.number);
        take(record, payload);
        return true;
    });
    const bool isAtEnd = m_next >= end;
    if (isAtEnd && m_isIdle)
        advanceIdle();
    makeRoom();
    if (isAtEnd)
        noteUnfinished();
    return isAtEnd;
}

void MessageIndex::mark(RecordNumber record)
{
    m_framedTo.store(record + 1, std::memory_order_release);
    if (m_rows.end() - m_marked < MarkEvery)
        return;
    m_marked = m_rows.end();
    makeRoom();
    const std::scoped_lock lock(m_marksMutex);
    m_marks.push_back({record, m_marked});
}

/// Now and then rather than for each row: some more than the most can be there meanwhile.
void MessageIndex::makeRoom()
{
    const quint64 end = m_rows.end();
    if (end - m_rows.first() <= m_mostRows)
        return;
    m_gaveWayTo.store(end - m_mostRows, std::memory_order_release);
    m_rows.dropBefore(end - m_mostRows);
}

void MessageIndex::take(const StoredRecord &record, QByteArrayView payload)
{
    m_lastTime = qMax(m_lastTime, record.time);
    switch (record.kind) {
    case StoredRecord::Kind::Read:
    case StoredRecord::Kind::Write: takeBytes(record, payload); break;
    case StoredRecord::Kind::Event:
    case StoredRecord::Kind::Gap: takeEvent(record); break;
    }
}

MessageIndex::Stream &MessageIndex::streamOf(const StoredRecord &record)
{
    const Key key = record.socket << 1 | (record.kind == StoredRecord::Kind::Write ? 1 : 0);
    auto found = m_streams.find(key);
    if (found == m_streams.end()) {
        const Interpretation &reading = m_interpretations.of(record.socket);
        Stream stream{Framer(reading.framing, m_interpretations.messageLimit, reading.encoding)};
        stream.received = stream.framed = record.offset;
        found = m_streams.insert(key, stream);
    } else if (found->received != record.offset) { // bytes between are gone
        finishStream(key);
        return streamOf(record);
    }
    return *found;
}

void MessageIndex::takeBytes(const StoredRecord &record, QByteArrayView payload)
{
    Stream &stream = streamOf(record);
    const Key key = record.socket << 1 | (record.kind == StoredRecord::Kind::Write ? 1 : 0);
    const auto add = [&](MessageRun messages) { addMessages(key, stream, messages); };
    // Those of an idle gap ended before this record.
    stream.framer.advance(record.time, add);
    stream.received += quint64(payload.size());
    stream.last = record.number;
    stream.lastOffset = record.offset;
    stream.lastSize = quint32(payload.size());
    stream.framer.feed(payload, record.time, add);
    if (!stream.framer.failed())
        return;
    const QByteArray rest = stream.framer.takeHeld();
    Framing raw;
    raw.kind = Framing::Kind::Raw;
    stream.framer = Framer(raw, m_interpretations.messageLimit, m_interpretations.of(record.socket).encoding);
    stream.unframed = true;
    stream.framer.feed(rest, record.time, add);
}

void MessageIndex::takeEvent(const StoredRecord &record)
{
    const auto event = record.kind == StoredRecord::Kind::Event ? m_looker.event(record) : std::nullopt;
    if (event && event->kind == Record::Kind::PeerFinished)
        finishStream(record.socket << 1);
    if (event && event->kind == Record::Kind::Closed) {
        finishStream(record.socket << 1);
        finishStream(record.socket << 1 | 1);
    }
    MessageRow row;
    row.record = record.number;
    row.end = record.length;
    row.socket = quint32(record.socket);
    append(row);
}

void MessageIndex::append(MessageRow row)
{
    if (row.record < m_newest)
        row.flags |= MessageRow::Late;
    m_newest = qMax(m_newest, row.record);
    m_rows.append(row);
}

void MessageIndex::finishStream(Key key)
{
    const auto found = m_streams.find(key);
    if (found == m_streams.end())
        return;
    found->framer.finish([&](MessageRun messages) { addMessages(key, *found, messages); });
    m_streams.erase(found);
}

void MessageIndex::addMessages(Key key, Stream &stream, MessageRun messages)
{
    for (const MessageView &message : messages)
        addMessage(key, stream, message);
    m_messages.fetch_add(messages.size(), std::memory_order_relaxed);
}

void MessageIndex::addMessage(Key key, Stream &stream, const MessageView &message)
{
    stream.framed += quint64(message.wire.size());
    const auto [record, end] = placeOf(stream, stream.framed);
    MessageRow row;
    row.record = record;
    row.end = end;
    row.length = quint32(message.wire.size());
    row.socket = quint32(key >> 1);
    row.trailerSize = quint16(message.trailerSize);
    row.headerSize = message.headerSize & 0xF;
    row.carriedSize = message.carriedSize & 0xF;
    row.flags = quint8(MessageRow::IsMessage | (key & 1 ? MessageRow::IsSent : 0) | (message.more ? MessageRow::GoesOn : 0)
                       | (message.continues ? MessageRow::Continues : 0) | (message.openEnd ? MessageRow::OpenEnd : 0)
                       | (stream.unframed ? MessageRow::Unframed : 0));
    append(row);
}

/// The record that holds the byte before this place of the stream, and the place in that record. Mostly the one that was
/// fed last; a framer can also hold back what it has seen.
std::pair<RecordNumber, quint32> MessageIndex::placeOf(const Stream &stream, quint64 end) const
{
    if (end > stream.lastOffset)
        return {stream.last, quint32(end - stream.lastOffset)};
    RecordNumber number = stream.last;
    while (number != NoRecord) {
        const auto record = m_looker.at(number);
        if (!record)
            break;
        if (record->offset < end || record->offset == 0)
            return {number, quint32(end - record->offset)};
        number = record->previous;
    }
    return {stream.last, 0};
}

void MessageIndex::advanceIdle()
{
    qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    // What came before now, and could not be read yet, may go on with these messages.
    if (!m_store->isFlushed() || m_store->endNumber() > m_next)
        now = m_lastTime;
    for (auto it = m_streams.begin(); it != m_streams.end(); ++it)
        it->framer.advance(now, [&](MessageRun messages) { addMessages(it.key(), *it, messages); });
}

void MessageIndex::noteUnfinished()
{
    if (std::exchange(m_notedTo, m_next) == m_next && !m_isIdle)
        return;
    UnfinishedMessages found{m_rows.end(), {}};
    for (auto it = m_streams.cbegin(); it != m_streams.cend(); ++it) {
        if (it->received > it->framed)
            found.messages.append({unfinishedRow(it.key(), *it), it->framed});
    }
    std::sort(found.messages.begin(), found.messages.end(),
              [](const auto &a, const auto &b) { return a.identity() < b.identity(); });
    const std::scoped_lock lock(m_unfinishedMutex);
    m_unfinished = std::move(found);
}

MessageRow MessageIndex::unfinishedRow(Key key, const Stream &stream) const
{
    MessageRow row;
    row.record = stream.last;
    row.end = stream.lastSize;
    row.length = quint32(stream.received - stream.framed);
    row.socket = quint32(key >> 1);
    row.headerSize = stream.framer.heldHeader() & 0xF;
    row.flags = quint8(MessageRow::IsMessage | MessageRow::Unfinished | MessageRow::GoesOn | MessageRow::OpenEnd
                       | (key & 1 ? MessageRow::IsSent : 0) | (stream.framer.holdsRest() ? MessageRow::Continues : 0));
    return row;
}

UnfinishedMessages MessageIndex::unfinished() const
{
    const std::scoped_lock lock(m_unfinishedMutex);
    return m_unfinished;
}

std::optional<qint64> MessageIndex::deadline() const
{
    std::optional<qint64> next;
    for (const Stream &stream : m_streams) {
        const auto its = m_isIdle ? stream.framer.deadline() : std::nullopt;
        if (its && (!next || *its < *next))
            next = its;
    }
    return next;
}

quint64 MessageIndex::rowFrom(RecordNumber record) const
{
    quint64 number = m_rows.first();
    {
        const std::scoped_lock lock(m_marksMutex);
        const auto isBehind = [](RecordNumber wanted, const Mark &mark) { return wanted < mark.record; };
        const auto behind = std::upper_bound(m_marks.cbegin(), m_marks.cend(), record, isBehind);
        if (behind != m_marks.cbegin())
            number = qMax(number, std::prev(behind)->row);
    }
    while (number < m_rows.end()) {
        const auto run = m_rows.run(number);
        const auto found = std::find_if(run.values.begin(), run.values.end(),
                                        [record](const MessageRow &row) { return row.record >= record; });
        number += quint64(found - run.values.begin());
        if (found != run.values.end() || run.values.empty())
            break;
    }
    return number;
}

void MessageIndex::dropBefore(RecordNumber record)
{
    m_rows.dropBefore(rowFrom(record));
    const std::scoped_lock lock(m_marksMutex);
    m_recycledTo = qMax(m_recycledTo, record);
    while (m_marks.size() > 1 && m_marks[1].row <= m_rows.first() && m_marks[1].record <= m_recycledTo)
        m_marks.pop_front();
}

quint64 MessageIndex::unlisted() const
{
    const quint64 first = m_rows.first();
    const quint64 gaveWay = m_gaveWayTo.load(std::memory_order_acquire);
    if (first > gaveWay) // the store has recycled more
        return 0;
    const std::scoped_lock lock(m_marksMutex);
    const bool hasRecycled = !m_marks.empty() && m_marks.front().record <= m_recycledTo;
    return first - (hasRecycled ? qMin(first, m_marks.front().row) : 0);
}
