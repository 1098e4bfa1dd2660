#include "benchmark.h"
#include "desk.h"
#include "latencies.h"
#include "measure.h"
#include "serverprocess.h"

#include <QElapsedTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 RoomForSessions = 4'000'000'000;
constexpr auto BetweenQuestions = 4ms;
constexpr double MostAtP99 = 16; // ms for an answer
constexpr double MostAtWorst = 50;

struct Work
{
    QString title;
    Serving serving;
    QStringList load; ///< arguments of the load but for the port
};

const QList<Work> Works{
    {u"100 × 8, 64 B"_s, Serving::Echo, {u"echo"_s, u"connections"_s, u"100"_s, u"in-flight"_s, u"8"_s}},
    {u"10,000 of 10,000"_s, Serving::Echo, {u"echo"_s, u"connections"_s, u"10000"_s, u"active"_s, u"10000"_s}},
    {u"one connection floods"_s, Serving::Sink, {u"flood"_s, u"milliseconds"_s, u"3000"_s}},
};

BenchmarkRow limited(const QString &title, qint64 microseconds, double limit)
{
    constexpr double UsPerMs = 1000;
    return {title, double(microseconds) / UsPerMs, u"ms"_s, u"section limit"_s, limit, 1, true};
}

/// Asks the window again and again until the load is done.
Latencies answers(const AccessibleWindow &window, LoadProcess &load, QString *problem)
{
    constexpr qint64 NsPerUs = 1000;
    Latencies latencies;
    QElapsedTimer clock;
    do {
        clock.start();
        if (!window.ask())
            *problem = u"the window does not answer"_s;
        latencies.add(clock.nsecsElapsed() / NsPerUs);
    } while (problem->isEmpty() && !load.waitForEnd(BetweenQuestions));
    if (problem->isEmpty())
        load.report(problem);
    return latencies;
}

QList<BenchmarkRow> measureOne(const Work &work, const Desk &desk, QString *problem)
{
    const auto folder = roomyFolder(RoomForSessions, problem);
    if (!folder)
        return {};
    ServerProcess server(Contender::Window, work.serving, folder->path(), desk.variables());
    if (!server.waitForListening(problem))
        return {};
    const AccessibleWindow window(desk);
    if (!window.isThere()) {
        *problem = u"the window is not on the bus for accessibility"_s;
        return {};
    }
    QStringList arguments = work.load;
    arguments.insert(1, QString::number(server.port()));
    LoadProcess load(arguments);
    const Latencies latencies = answers(window, load, problem);
    return {limited(work.title + u", answer p99"_s, latencies.percentile(0.99), MostAtP99),
            limited(u"  the worst of %1"_s.arg(latencies.count()), latencies.worst(), MostAtWorst)};
}

}

BenchmarkResult measureAccessibility()
{
    BenchmarkResult result;
    const Desk desk;
    if (!desk.problem().isEmpty()) {
        result.note = u"not measured: "_s + desk.problem();
        return result;
    }
    for (const Work &work : Works) {
        result.rows += measureOne(work, desk, &result.problem);
        if (!result.problem.isEmpty())
            break;
    }
    return result;
}
