#pragma once

#include <QByteArrayView>
#include <QList>

/// The functions that any bytes may be given to: by libFuzzer, and by tst_fuzzseeds without it. Each ends the program
/// when something does not hold. Each needs a folder of its name under corpus/, with inputs to start from.
struct FuzzTarget
{
    const char *name;
    void (*run)(QByteArrayView input);
};

QList<FuzzTarget> fuzzTargets();

/// Input: framing, limit, seed of the cuts (a byte each), then the stream.
void fuzzFramer(QByteArrayView input);
/// Input: the message.
void fuzzByteFormat(QByteArrayView input);
/// Input: the message.
void fuzzExportFormat(QByteArrayView input);
/// Input: form (its highest bit: UTF-16), then what was typed.
void fuzzByteInput(QByteArrayView input);
/// Input: bytes to be written with escapes, and, behind the first (its highest bit: UTF-16), text that may have some.
void fuzzEscapes(QByteArrayView input);
/// Input: kind (its highest bit: the case matters), size of what is looked for, what is looked for, then the message.
void fuzzSearchPattern(QByteArrayView input);
/// Input: the payload of an event.
void fuzzRecordCodec(QByteArrayView input);
/// Input: how it is opened (bit 0: as a folder, bit 1: with the check sums made right), the size of the folder's index
/// (two bytes), then the saved session, or the index and the bytes.
void fuzzSession(QByteArrayView input);

/// Ends the program, saying what does not hold for which input.
void require(bool holds, const char *what, QByteArrayView input);
