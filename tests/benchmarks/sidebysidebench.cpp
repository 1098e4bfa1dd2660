#include "benchmark.h"
#include "measure.h"
#include "serverprocess.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 RoomForSessions = 4'000'000'000;
constexpr double MostAtP99 = 16; // ms that the thread of the window may be late
constexpr double MostAtWorst = 50;
constexpr double MostMemory = 20; // KiB for each connection

const QList<Contender> Ours{Contender::Headless, Contender::Window};
const QList<Contender> All{Contender::Headless, Contender::Window, Contender::Epoll, Contender::QtServer};

/// A load on servers of one kind.
struct Work
{
    QString title;
    Serving serving;
    QStringList load; ///< arguments of the load but for the port
    int connections;
    int rounds;
    QList<Contender> contenders = All;
    bool panes = false; ///< with inspector and picture open
};

QString nameOf(Contender contender)
{
    static const QStringList names{u"no window"_s, u"window"_s, u"bare epoll"_s, u"QTcpServer"_s, u"epoll to a file"_s};
    return names[int(contender)];
}

/// What the runs of a work gave: for each contender and each number of its reports, one value a round.
class Samples final
{
public:
    void add(Contender contender, const QJsonObject &report)
    {
        for (auto value = report.begin(); value != report.end(); ++value)
            m_values[contender][value.key()].append(value->toDouble());
    }

    double middle(Contender contender, const QString &key) const { return median(values(contender, key)); }
    double most(Contender contender, const QString &key) const
    {
        const QList<double> all = values(contender, key);
        return *std::max_element(all.begin(), all.end());
    }
    double sum(Contender contender, const QString &key) const
    {
        const QList<double> all = values(contender, key);
        return std::accumulate(all.begin(), all.end(), 0.0);
    }

private:
    QList<double> values(Contender contender, const QString &key) const
    {
        return m_values.at(contender).value(key, {0});
    }

    std::map<Contender, QHash<QString, QList<double>>> m_values;
};

/// One server, one load; nothing of either is left afterwards.
QJsonObject measureOnce(const Work &work, Contender contender, const QString &folder, QString *problem)
{
    constexpr double Kibibyte = 1024;
    ServerProcess server(contender, work.serving, folder);
    if (!server.waitForListening(problem))
        return {};
    const qint64 before = server.memory();
    server.heartbeat();
    QStringList arguments = work.load;
    arguments.insert(1, QString::number(server.port()));
    LoadProcess load(arguments);
    if (work.panes)
        server.openPanes();
    QJsonObject report = load.report(problem);
    if (report.isEmpty())
        return {};
    const QJsonObject heartbeat = server.heartbeat();
    for (auto value = heartbeat.begin(); value != heartbeat.end(); ++value)
        report.insert(value.key(), value.value());
    report.insert(u"memory"_s, double(server.memory() - before) / Kibibyte / work.connections);
    return report;
}

/// All contenders in turn, several times over. Empty where one of them could not be measured.
std::optional<Samples> measureAll(const Work &work, QString *problem)
{
    Samples samples;
    for (int round = 0; round < work.rounds; ++round) {
        for (const Contender contender : work.contenders) {
            const auto folder = roomyFolder(RoomForSessions, problem);
            const QJsonObject report = folder ? measureOnce(work, contender, folder->path(), problem) : QJsonObject();
            if (report.isEmpty())
                return {};
            samples.add(contender, report);
        }
    }
    return samples;
}

/// What is wanted of a number, held against each of the bare servers; 0: nothing.
struct Wanted
{
    double ofEpoll = 0;
    double ofQtServer = 0;
};

/// What is wanted is wanted of the window.
QList<BenchmarkRow> compared(const QString &title, const Samples &samples, const QString &key, const QString &unit,
                             Wanted wanted)
{
    const QList<std::pair<Contender, double>> references{{Contender::Epoll, wanted.ofEpoll},
                                                         {Contender::QtServer, wanted.ofQtServer}};
    QList<BenchmarkRow> rows;
    for (const Contender ours : Ours) {
        for (const auto &[bare, ratio] : references) {
            rows.append({u"%1, %2"_s.arg(title, nameOf(ours)), samples.middle(ours, key), unit, nameOf(bare),
                         samples.middle(bare, key), ours == Contender::Window ? ratio : 0});
        }
    }
    return rows;
}

BenchmarkRow limited(const QString &title, double measured, const QString &unit, double limit)
{
    return {title, measured, unit, u"section limit"_s, limit, 1, true};
}

/// How late the window was, and in the worst of all rounds.
QList<BenchmarkRow> lateness(const Samples &samples)
{
    const auto middle = [&](const QString &key) { return samples.middle(Contender::Window, key); };
    const auto most = [&](const QString &key) { return samples.most(Contender::Window, key); };
    return {limited(u"  thread of the window late, p99"_s, middle(u"guiP99"_s), u"ms"_s, MostAtP99),
            limited(u"  the same, worst of all rounds"_s, most(u"guiWorst"_s), u"ms"_s, MostAtWorst),
            {u"  p99 but for waits for a processor"_s, middle(u"guiOwnP99"_s), u"ms"_s},
            {u"  worst but for waits for a processor"_s, most(u"guiOwnWorst"_s), u"ms"_s}};
}

/// What must not go wrong in any run, and how late the window was.
QList<BenchmarkRow> soundness(const Work &work, const Samples &samples)
{
    QList<BenchmarkRow> rows;
    for (const Contender ours : Ours) {
        const double lost = samples.sum(ours, u"lost"_s) + samples.sum(ours, u"disordered"_s);
        const double refused = samples.sum(ours, u"refused"_s);
        if (work.serving != Serving::Sink) // nothing comes back that could tell
            rows.append(limited(u"  lost or out of order, %1"_s.arg(nameOf(ours)), lost, u""_s, 0));
        rows.append(limited(u"  refused or dropped, %1"_s.arg(nameOf(ours)), refused, u""_s, 0));
    }
    return rows + lateness(samples);
}

QList<BenchmarkRow> latencies(const Samples &samples)
{
    constexpr double UsPerMs = 1000;
    QList<BenchmarkRow> rows;
    for (const Contender ours : Ours) {
        rows.append({u"  round trip p99, %1"_s.arg(nameOf(ours)), samples.middle(ours, u"p99"_s) / UsPerMs, u"ms"_s,
                     nameOf(Contender::Epoll), samples.middle(Contender::Epoll, u"p99"_s) / UsPerMs, 0, true});
    }
    return rows;
}

QList<BenchmarkRow> memories(const Samples &samples)
{
    QList<BenchmarkRow> rows;
    for (const Contender ours : Ours) {
        rows.append(limited(u"  memory of each, %1"_s.arg(nameOf(ours)), samples.middle(ours, u"memory"_s), u"KiB"_s,
                            MostMemory));
    }
    return rows;
}

QStringList echoLoad(int connections, int active, int inFlight)
{
    return {u"echo"_s, u"connections"_s, QString::number(connections), u"active"_s, QString::number(active),
            u"in-flight"_s, QString::number(inFlight)};
}

BenchmarkResult measureEchoWork(const Work &work, Wanted wanted, bool many)
{
    BenchmarkResult result;
    const auto samples = measureAll(work, &result.problem);
    if (!samples)
        return result;
    result.rows = compared(work.title, *samples, u"rate"_s, u"1/s"_s, wanted) + latencies(*samples);
    if (many) {
        result.rows += compared(u"  accepted"_s, *samples, u"accepted"_s, u"1/s"_s, {.ofEpoll = 0.5});
        result.rows += memories(*samples);
    }
    result.rows += soundness(work, *samples);
    return result;
}

}

BenchmarkResult measureEchoes()
{
    return measureEchoWork({u"100 × 8, 64 B"_s, Serving::Echo, echoLoad(100, 100, 8), 100, 5}, {.ofEpoll = 0.8}, false);
}

BenchmarkResult measureFewActive()
{
    return measureEchoWork({u"100 of 10,000"_s, Serving::Echo, echoLoad(10'000, 100, 1), 10'000, 3},
                         {.ofEpoll = 0.8, .ofQtServer = 4}, true);
}

BenchmarkResult measureAllActive()
{
    return measureEchoWork({u"10,000 of 10,000"_s, Serving::Echo, echoLoad(10'000, 10'000, 1), 10'000, 3},
                           {.ofEpoll = 0.6}, true);
}

static BenchmarkResult measureRate(const Work &work, const QString &unit, Wanted wanted)
{
    BenchmarkResult result;
    const auto samples = measureAll(work, &result.problem);
    if (!samples)
        return result;
    result.rows = compared(work.title, *samples, u"rate"_s, unit, wanted);
    if (work.contenders.contains(Contender::EpollKeeper)) {
        for (const Contender ours : Ours) {
            result.rows.append({u"%1, %2"_s.arg(work.title, nameOf(ours)), samples->middle(ours, u"rate"_s), unit,
                                nameOf(Contender::EpollKeeper), samples->middle(Contender::EpollKeeper, u"rate"_s)});
        }
    }
    result.rows += soundness(work, *samples);
    return result;
}

BenchmarkResult measureFlood()
{
    const QStringList load{u"flood"_s, u"milliseconds"_s, u"3000"_s};
    const Work work{u"one connection"_s, Serving::Sink, load, 1, 5, All + QList{Contender::EpollKeeper}};
    return measureRate(work, u"MB/s"_s, {.ofEpoll = 0.5});
}

BenchmarkResult measureWatched()
{
    BenchmarkResult result;
    const Work work{u"50 × 1, inspector and picture open"_s, Serving::Echo, echoLoad(50, 50, 1), 50, 3,
                    {Contender::Window}, true};
    const auto samples = measureAll(work, &result.problem);
    if (samples)
        result.rows = QList{BenchmarkRow{work.title, samples->middle(Contender::Window, u"rate"_s), u"1/s"_s}}
            + lateness(*samples);
    return result;
}

BenchmarkResult measureRelay()
{
    const QStringList load{u"relay"_s, u"connections"_s, u"1000"_s, u"in-flight"_s, u"8"_s};
    return measureRate({u"1 to 1000"_s, Serving::Broadcast, load, 1'000, 5}, u"1/s"_s, {.ofEpoll = 0.7});
}
