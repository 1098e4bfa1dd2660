#include "messagereader.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

QString gapText(const StoreGap &gap)
{
    const int records = int(qMin<quint64>(gap.lostRecords, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("MessageReader", "%Ln record(s) with %1 bytes are missing here: they could not be kept.",
                                       nullptr, records)
        .arg(QLocale().toString(gap.lostBytes));
}

static QString goneText()
{
    return QCoreApplication::translate("MessageReader", "No longer kept");
}

MessageReader::MessageReader(std::shared_ptr<const TrafficStore> store)
    : m_reader(std::move(store))
{
}

Record MessageReader::record(const MessageRow &row, quint32 most)
{
    const auto stored = m_reader.at(row.record);
    Record record =
        stored ? keptRecord(row, *stored, most) : Record::of(Record::Kind::Error, row.socket, {.text = goneText()});
    record.time = stored ? stored->time / 1'000'000 : 0;
    return record;
}

Record MessageReader::keptRecord(const MessageRow &row, const StoredRecord &stored, quint32 most)
{
    if (row.isMessage())
        return Record::of(row.isSent() ? Record::Kind::Sent : Record::Kind::Received, row.socket, message(row, most));
    const auto event = m_reader.event(stored);
    if (event)
        return *event;
    const auto gap = m_reader.gap(stored);
    return Record::of(Record::Kind::Error, row.socket, {.text = gap ? gapText(*gap) : goneText()});
}

std::optional<Record::Kind> MessageReader::eventKind(const MessageRow &row) const
{
    const auto stored = m_reader.at(row.record);
    const auto event = stored ? m_reader.event(*stored) : std::nullopt;
    return event ? std::optional(event->kind) : std::nullopt;
}

qint64 MessageReader::time(const MessageRow &row) const
{
    const auto stored = m_reader.at(row.record);
    return stored ? stored->time : 0;
}

Message MessageReader::message(const MessageRow &row, quint32 most)
{
    const bool isWhole = row.length <= most;
    const quint32 wanted = qMin(row.length, most);
    const QByteArray bytes = bytesBefore(row, quint64(row.length) + row.carriedSize, quint64(wanted) + row.carriedSize);
    if (bytes.isEmpty() && !isWhole) // its front is gone
        return message(row);
    Message message;
    const qsizetype carried = qMin<qsizetype>(row.carriedSize, bytes.size());
    message.wire = bytes.sliced(carried);
    message.carriedSize = quint8(carried);
    std::copy_n(bytes.cbegin(), carried, message.carried.begin());
    message.trailerSize = isWhole ? quint32(qMin<qsizetype>(row.trailerSize, message.wire.size())) : 0;
    message.headerSize = quint8(qMin<qsizetype>(row.headerSize, message.wire.size() - message.trailerSize));
    message.more = row.has(MessageRow::GoesOn);
    message.continues = row.has(MessageRow::Continues);
    message.openEnd = !isWhole || row.has(MessageRow::OpenEnd);
    return message;
}

/// So many bytes of the stream up to the message's end, of these at most so many from the front; fewer where the store has
/// them no more.
QByteArray MessageReader::bytesBefore(const MessageRow &row, quint64 length, quint64 most)
{
    quint64 end = row.end;
    QByteArray bytes(qsizetype(qMin(length, most)), Qt::Uninitialized); // filled from its end on
    RecordNumber number = row.record;
    while (length > 0 && number != NoRecord) {
        const auto record = m_reader.at(number);
        if (!record)
            break;
        const quint64 here = qMin(qMin<quint64>(end, record->length), length);
        const quint64 from = qMin<quint64>(end, record->length) - here;
        length -= here;
        if (length < quint64(bytes.size())) {
            const QByteArrayView payload = m_reader.payload(*record);
            if (quint64(payload.size()) < from + here) {
                length += here;
                break;
            }
            const quint64 size = qMin(here, quint64(bytes.size()) - length);
            const QByteArrayView piece = payload.sliced(qsizetype(from), qsizetype(size));
            std::copy(piece.cbegin(), piece.cend(), bytes.begin() + qsizetype(length));
        }
        number = record->previous;
        end = quint64(std::numeric_limits<quint32>::max());
    }
    bytes.remove(0, qMin(qsizetype(length), bytes.size())); // what is gone
    return bytes;
}

QByteArrayView MessageReader::wire(const MessageRow &row)
{
    const auto record = row.isInOneRecord() ? m_reader.at(row.record) : std::nullopt;
    const QByteArrayView payload = record ? m_reader.payload(*record) : QByteArrayView();
    if (row.isInOneRecord() && payload.size() >= qsizetype(row.end))
        return payload.sliced(row.end - row.length, row.length);
    m_assembled = bytesBefore(row, row.length);
    m_assembled.resize(row.length, '\0');
    return m_assembled;
}

MessageReads MessageReader::reads(const MessageRow &row) const
{
    MessageReads reads;
    quint64 missing = row.length;
    quint64 end = row.end;
    for (RecordNumber number = row.record; number != NoRecord;) {
        const auto record = m_reader.at(number);
        if (!record)
            break;
        reads.first = record->ordinal;
        reads.last = reads.last == 0 ? record->ordinal : reads.last;
        const quint64 here = qMin<quint64>(end, record->length);
        if (missing <= here)
            break;
        missing -= here;
        number = record->previous;
        end = std::numeric_limits<quint32>::max();
    }
    return reads;
}
