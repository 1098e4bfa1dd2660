#include "benchmark.h"

#include <QApplication>
#include <QStringList>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int Unmeasured = 1; // exit statuses, as in the programs
constexpr int WrongUsage = 2;

QList<Benchmark> benchmarks()
{
    return {
        {"framing", "dividing a stream into lines", measureFraming},
        {"recording", "keeping a million messages of 64 B, and their rows", measureRecording},
        {"frames", "a transcript of a million rows on the screen", measureFrames},
        {"finding", "framing 1 GB of kept bytes anew, and finding text in it", measureFinding},
#ifdef Q_OS_LINUX
        {"dispatcher", "echoes over the event dispatcher of the I/O threads", measureDispatchers},
        {"opening", "from the start of the server window until it is painted", measureOpening},
        {"echo", "100 connections with 8 echoes of 64 B in flight each, beside bare servers", measureEchoes},
        {"few-active", "10,000 connections, 100 of them echoing, beside bare servers", measureFewActive},
        {"all-active", "10,000 connections, all of them echoing, beside bare servers", measureAllActive},
        {"flood", "as much as one connection can send, beside bare servers", measureFlood},
        {"relay", "what one client sends, to 1000 others, beside bare servers", measureRelay},
        {"watched", "50 connections echoing while inspector and picture are open", measureWatched},
        {"accessibility", "how soon the window answers from outside, through AT-SPI, under load", measureAccessibility},
        {"senders", "a file sent by our client and by Packet Sender, from start to end", measureSenders},
#endif
    };
}

void print(const QString &text)
{
    std::fputs(qUtf8Printable(text), stdout);
    std::fflush(stdout);
}

QString line(const QStringList &cells)
{
    return u"%1 %2 %3 %4 %5 %6\n"_s.arg(cells[0], -36).arg(cells[1], 14).arg(cells[2], -14).arg(cells[3], 14)
        .arg(cells[4], 7).arg(cells[5], -8);
}

QString number(double value, const QString &unit)
{
    return QString::number(value, 'f', value < 10 ? 3 : value < 1000 ? 1 : 0) + u' ' + unit;
}

/// "≥ 0.8", and whether that is so. Of nothing there must be nothing.
QString verdict(const BenchmarkRow &row)
{
    if (row.wantedRatio <= 0)
        return {};
    const double bound = row.wantedRatio * row.referenceMeasured;
    const bool reached = row.lessIsBetter ? row.measured <= bound : row.measured >= bound;
    const QString sign = row.lessIsBetter ? u"≤"_s : u"≥"_s;
    return u"%1 %2 %3"_s.arg(sign).arg(row.wantedRatio).arg(reached ? u"yes"_s : u"NO"_s);
}

QString lineOf(const BenchmarkRow &row)
{
    if (row.reference.isEmpty())
        return line({row.work, number(row.measured, row.unit), {}, {}, {}, {}});
    const bool comparable = row.referenceMeasured > 0;
    const QString ratio = comparable ? QString::number(row.measured / row.referenceMeasured, 'f', 3) : QString();
    return line({row.work, number(row.measured, row.unit), row.reference, number(row.referenceMeasured, row.unit),
                 ratio, verdict(row)});
}

/// Whether it could measure.
bool run(const Benchmark &benchmark)
{
    print(u"\n%1: %2\n"_s.arg(QLatin1StringView(benchmark.name), QLatin1StringView(benchmark.description)));
    const BenchmarkResult result = benchmark.run();
    for (const BenchmarkRow &row : result.rows)
        print(lineOf(row));
    if (!result.note.isEmpty())
        print(u"  %1\n"_s.arg(result.note));
    if (!result.problem.isEmpty())
        std::fprintf(stderr, "%s: could not measure: %s\n", benchmark.name, qUtf8Printable(result.problem));
    return result.problem.isEmpty();
}

void list()
{
    for (const Benchmark &benchmark : benchmarks())
        print(u"%1 %2\n"_s.arg(QLatin1StringView(benchmark.name), -16).arg(QLatin1StringView(benchmark.description)));
}

/// Those that are named, in the order of the table; all when none is.
std::optional<QList<Benchmark>> chosen(QStringList names)
{
    QList<Benchmark> chosen;
    const bool all = names.isEmpty();
    for (const Benchmark &benchmark : benchmarks()) {
        if (names.removeAll(QLatin1StringView(benchmark.name)) > 0 || all)
            chosen.append(benchmark);
    }
    if (names.isEmpty())
        return chosen;
    std::fprintf(stderr, "there is no benchmark of this name: %s\n", qUtf8Printable(names.join(u' ')));
    return {};
}

}

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList names = QCoreApplication::arguments().sliced(1);
    if (names == QStringList(u"--list"_s)) {
        list();
        return 0;
    }
    const std::optional<QList<Benchmark>> wanted = chosen(names);
    if (!wanted)
        return WrongUsage;
    print(line({u"work"_s, u"measured"_s, u"against"_s, u"measured"_s, u"ratio"_s, u"wanted"_s}));
    bool measured = true;
    for (const Benchmark &benchmark : *wanted)
        measured = run(benchmark) && measured;
    return measured ? 0 : Unmeasured;
}
