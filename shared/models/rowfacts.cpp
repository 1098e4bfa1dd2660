#include "rowfacts.h"

#include "messagereader.h"

#include <algorithm>

/// How many messages came wholly or in part in this read, whether they are shown or not. Their rows follow each other.
static int messagesInRead(const TranscriptModel &model, RecordNumber read)
{
    const auto isIn = [read](const MessageRow &row) { return row.isMessage() && row.record == read; };
    const MessageIndex &index = *model.view().index;
    qsizetype count = 0;
    for (quint64 number = index.rowFrom(read); number < index.rows().end();) {
        const auto run = index.rows().run(number);
        const auto end = std::find_if_not(run.values.begin(), run.values.end(), isIn);
        count += end - run.values.begin();
        number += run.values.size();
        if (end != run.values.end() || run.values.empty())
            break;
    }
    const QList<UnfinishedMessage> waiting = model.listedUnfinished();
    count += std::count_if(waiting.cbegin(), waiting.cend(), [&](const auto &message) { return isIn(message.row); });
    return qMax(1, int(count));
}

MessageFacts rowFacts(const TranscriptModel &model, qsizetype row)
{
    const auto place = model.rowAt(row);
    if (!place)
        return {};
    MessageReader reader(model.view().store);
    const auto time = [&reader](const MessageRow &of) { return std::chrono::nanoseconds(reader.time(of)); };
    const MessageReads reads = reader.reads(*place);
    MessageFacts facts;
    facts.socket = place->socket;
    facts.direction = place->isSent() ? TranscriptModel::Direction::Out : TranscriptModel::Direction::In;
    facts.bytes = qint64(place->length) - place->headerSize - place->trailerSize;
    facts.time = time(*place);
    if (const auto before = model.rowAt(row - 1))
        facts.delta = facts.time - time(*before);
    facts.firstRead = reads.first;
    facts.lastRead = reads.last;
    facts.messagesInRead = reads.first == reads.last ? messagesInRead(model, place->record) : 1;
    return facts;
}
