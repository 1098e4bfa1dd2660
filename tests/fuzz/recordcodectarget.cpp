#include "recordcodec.h"
#include "targets.h"

void fuzzRecordCodec(QByteArrayView input)
{
    const std::optional<Record> record = RecordCodec::decode(input, 1, 2);
    RecordCodec::isClosed(input);
    if (!record)
        return;
    require(!record->hasMessage() && record->socket == 1 && record->time == 2, "an event is what was asked for", input);
    require(RecordCodec::encode(*record) == input, "an event that was read is written as it was", input);
}
