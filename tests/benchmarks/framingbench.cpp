#include "benchmark.h"
#include "framer.h"
#include "measure.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace {

constexpr int Runs = 7;
constexpr qsizetype StreamBytes = 64 * 1024 * 1024;
constexpr qsizetype ReadBytes = 64 * 1024; // as a socket is read
constexpr double BytesPerMegabyte = 1e6;

/// Lines of this length, their ends included.
QByteArray stream(qsizetype lineBytes)
{
    return (QByteArray(lineBytes - 1, 'x') + '\n').repeated(StreamBytes / lineBytes);
}

QList<QByteArray> reads(const QByteArray &stream)
{
    QList<QByteArray> reads;
    for (qsizetype start = 0; start < stream.size(); start += ReadBytes)
        reads.append(stream.mid(start, ReadBytes));
    return reads;
}

void frame(const QList<QByteArray> &reads)
{
    Framer framer;
    qint64 messages = 0;
    for (const QByteArray &read : reads)
        messages += framer.feed(read).size();
    keep(messages);
}

/// The least that finding the ends of lines can cost.
void countLineFeeds(const QList<QByteArray> &reads)
{
    qint64 lines = 0;
    for (const QByteArray &read : reads) {
        const char *place = read.constData();
        const char *const end = place + read.size();
        while ((place = static_cast<const char *>(std::memchr(place, '\n', size_t(end - place))))) {
            ++lines;
            ++place;
        }
    }
    keep(lines);
}

BenchmarkRow row(qsizetype lineBytes)
{
    const QByteArray bytes = stream(lineBytes);
    const QList<QByteArray> inReads = reads(bytes);
    const double megabytes = double(bytes.size()) / BytesPerMegabyte;
    BenchmarkRow row;
    row.work = u"lines of %1 B"_s.arg(lineBytes);
    row.unit = u"MB/s"_s;
    row.measured = megabytes / medianSeconds(Runs, [&] { frame(inReads); });
    row.reference = u"memchr loop"_s;
    row.referenceMeasured = megabytes / medianSeconds(Runs, [&] { countLineFeeds(inReads); });
    return row;
}

}

BenchmarkResult measureFraming()
{
    return {{row(16), row(64), row(1024), row(64 * 1024)}};
}
