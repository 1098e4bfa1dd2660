#include "rowsexport.h"

#include "recordtext.h"
#include "text.h"
#include "transcriptmodel.h"

using namespace Qt::StringLiterals;

static QString eventWord(Record::Kind kind)
{
    switch (kind) {
    case Record::Kind::Listening: return u"listening"_s;
    case Record::Kind::Accepted: return u"accepted"_s;
    case Record::Kind::Connecting: return u"connecting"_s;
    case Record::Kind::Connected: return u"connected"_s;
    case Record::Kind::Received: return u"received"_s;
    case Record::Kind::Sent: return u"sent"_s;
    case Record::Kind::Unsent: return u"unsent"_s;
    case Record::Kind::PeerFinished: return u"peer-finished"_s;
    case Record::Kind::WeFinished: return u"we-finished"_s;
    case Record::Kind::Closed: return u"closed"_s;
    case Record::Kind::Error: return u"error"_s;
    case Record::Kind::Stopped: return u"stopped"_s;
    }
    return {};
}

RowsExport::RowsExport(RowsView view, quint64 first, quint64 end, const UnfinishedMessages &unfinished)
    : m_view(std::move(view))
    , m_first(first)
    , m_end(unfinished.messages.isEmpty() ? end : qMax(first, unfinished.end))
    , m_unfinished(unfinished.messages)
    , m_reader(m_view.store)
{
}

RowsExport::RowsExport(const TranscriptModel &model)
    : RowsExport(model.view(), model.firstNumber(), model.endNumber(), model.unfinished())
{
}

qint64 RowsExport::count()
{
    return qint64(m_end - m_first) + m_unfinished.size();
}

std::optional<MessageRow> RowsExport::placeOf(qint64 number) const
{
    const auto rows = qint64(m_end - m_first);
    if (number >= rows)
        return m_unfinished.at(number - rows).row;
    const quint64 wanted = m_first + quint64(number);
    return wanted < m_view.first() ? std::nullopt : std::optional(m_view.at(wanted));
}

std::optional<ExportRow> RowsExport::row(qint64 number)
{
    const auto found = placeOf(number);
    const MessageRow place = found.value_or(MessageRow());
    ExportRow row;
    row.timeNs = m_reader.time(place);
    if (row.timeNs == 0)
        return {};
    const Record record = m_reader.record(place);
    row.socket = record.socket;
    row.event = eventWord(record.kind);
    row.peer = record.more().peer.toString();
    if (!place.isMessage()) {
        row.text = recordText(record);
        return row;
    }
    const DecodedText decoded = decodeMessage(record.message, m_view.index->interpretations().of(record.socket).encoding);
    row.direction = place.isSent() ? ExportRow::Direction::Sent : ExportRow::Direction::Received;
    row.text = decoded.text;
    row.validText = decoded.valid;
    row.message = record.message;
    return row;
}
