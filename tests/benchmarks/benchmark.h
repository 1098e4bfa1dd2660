#pragma once

#include <QList>
#include <QString>

/// One line of what a benchmark prints: what was measured, and beside it what it is held against, both in the same run.
struct BenchmarkRow
{
    QString work;             ///< "lines of 64 B"
    double measured = 0;      ///< a median, in `unit`
    QString unit;             ///< "MB/s", "s", "MiB"
    QString reference = {};   ///< "memchr loop"; empty: held against nothing
    double referenceMeasured = 0;
    double wantedRatio = 0;   ///< of measured to reference; 0: nothing is wanted
    bool lessIsBetter = false; ///< then `wantedRatio` is the most that it may be
};

struct BenchmarkResult
{
    QList<BenchmarkRow> rows = {};
    QString problem = {}; ///< why it could not measure; empty when it could
    QString note = {};    ///< what takes no part here, and why
};

/// A subject that can be measured by its name. Add one to `benchmarks` in main.cpp.
struct Benchmark
{
    const char *name;
    const char *description;
    BenchmarkResult (*run)();
};

/// Framer against a loop over memchr on the same bytes.
BenchmarkResult measureFraming();
/// A million small messages: time, and memory that is not in files.
BenchmarkResult measureRecording();
/// How late frames are while one scrolls, and while messages arrive.
BenchmarkResult measureFrames();
/// Framing 1 GB anew, and finding text in it against grep.
BenchmarkResult measureFinding();
/// Echoes over the event dispatcher of the I/O threads, against Qt's UNIX one (Linux).
BenchmarkResult measureDispatchers();
/// From the start of the program until the window is painted, against an empty one (Linux, as the next ones).
BenchmarkResult measureOpening();
/// Echoes for 100 busy connections: ours with and without its window, against bare servers.
BenchmarkResult measureEchoes();
/// 10,000 connections: how fast they are accepted, what each takes, and echoes for 100 of them.
BenchmarkResult measureFewActive();
/// The same with all of them busy.
BenchmarkResult measureAllActive();
/// What one connection sends, as fast as it is read.
BenchmarkResult measureFlood();
/// What one sends to a thousand others.
BenchmarkResult measureRelay();
/// How late the window is while 50 connections are busy and inspector and picture are open.
BenchmarkResult measureWatched();
/// How long the window takes to answer a question of assistive technology under load.
BenchmarkResult measureAccessibility();
/// Our client without a window against Packet Sender, each sending a file.
BenchmarkResult measureSenders();
