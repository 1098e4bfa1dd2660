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

/// Ends the program, saying what does not hold for which input.
void require(bool holds, const char *what, QByteArrayView input);
