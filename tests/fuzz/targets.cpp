#include "targets.h"

#include <QByteArray>

QList<FuzzTarget> fuzzTargets()
{
    return {
        {"framer", fuzzFramer},
        {"byteformat", fuzzByteFormat},
        {"exportformat", fuzzExportFormat},
        {"byteinput", fuzzByteInput},
        {"escapes", fuzzEscapes},
        {"searchpattern", fuzzSearchPattern},
        {"recordcodec", fuzzRecordCodec},
        {"session", fuzzSession},
    };
}

void require(bool holds, const char *what, QByteArrayView input)
{
    if (!holds)
        qFatal("%s does not hold for the input %s", what, input.toByteArray().toHex().constData());
}
