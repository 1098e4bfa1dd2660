#include "benchmark.h"
#include "measure.h"
#include "serverprocess.h"

using namespace Qt::StringLiterals;

BenchmarkResult measureOpening()
{
    constexpr int Rounds = 9; // after one that does not count: it brings the files into memory
    constexpr qint64 Room = 10'000'000;
    constexpr double WantedRatio = 1.5;
    BenchmarkResult result;
    QList<double> ours;
    QList<double> empty;
    for (int round = 0; round <= Rounds; ++round) {
        const auto folder = roomyFolder(Room, &result.problem);
        if (!folder)
            return result;
        const auto our = secondsUntilShown(TimedWindow::Ours, folder->path());
        const auto bare = secondsUntilShown(TimedWindow::Empty, folder->path());
        if (!our || !bare)
            return {{}, u"a window was not painted"_s};
        if (round == 0)
            continue;
        ours.append(*our);
        empty.append(*bare);
    }
    result.rows = {{u"window on screen"_s, median(ours), u"s"_s, u"empty window"_s, median(empty), WantedRatio, true}};
    return result;
}
