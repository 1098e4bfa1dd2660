#include "rowfacts.h"

#include "messagereader.h"

static constexpr qsizetype MostNeighbours = 1000; // rows that are looked at for messages in the same read

/// How many messages came wholly or in part in the one read of this row's message.
static int messagesInRead(const TranscriptModel &model, qsizetype row)
{
    const MessageRow own = *model.rowAt(row);
    int count = 1;
    for (const qsizetype step : {-1, 1}) {
        for (qsizetype other = row + step; qAbs(other - row) < MostNeighbours; other += step) {
            const auto neighbour = model.rowAt(other);
            if (!neighbour || neighbour->record != own.record)
                break;
            ++count;
        }
    }
    return count;
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
    facts.messagesInRead = reads.first == reads.last ? messagesInRead(model, row) : 1;
    return facts;
}
