#include "measure.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <limits>

using namespace Qt::StringLiterals;

static constexpr double NsPerSecond = 1e9;

double median(QList<double> values)
{
    Q_ASSERT(!values.isEmpty());
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double medianSeconds(int runs, const std::function<void()> &work)
{
    work();
    QList<double> seconds;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        seconds.append(double(timer.nsecsElapsed()) / NsPerSecond);
    }
    return median(seconds);
}

std::optional<qint64> anonymousMemory(std::optional<qint64> process)
{
#ifdef Q_OS_LINUX
    constexpr qint64 BytesPerKilobyte = 1024;
    QFile rollup(u"/proc/%1/smaps_rollup"_s.arg(process ? QString::number(*process) : u"self"_s));
    if (!rollup.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : rollup.readAll().split('\n')) {
        if (line.startsWith("Anonymous:"))
            return line.simplified().split(' ').value(1).toLongLong() * BytesPerKilobyte;
    }
#else
    Q_UNUSED(process)
#endif
    return {};
}

GrepResult timeGrep(const QString &text, const QString &file, int runs)
{
    GrepResult result;
    result.seconds = medianSeconds(runs, [&] {
        QProcess grep;
        grep.start(u"grep"_s, {u"-cF"_s, u"-e"_s, text, file});
        if (!grep.waitForFinished(-1) || grep.exitStatus() != QProcess::NormalExit || grep.exitCode() > 1)
            result.problem = u"grep did not count: %1"_s.arg(grep.errorString());
        result.lines = grep.readAllStandardOutput().trimmed().toLongLong();
    });
    return result;
}

std::unique_ptr<QTemporaryDir> roomyFolder(qint64 bytes, QString *problem)
{
    constexpr qint64 Megabyte = 1'000'000;
    const QString parent = QDir::tempPath();
    // Not QStorageInfo: it knows only what the table of mounts tells, and in a changed root that can be nothing.
    std::error_code unknown;
    const auto space = std::filesystem::space(parent.toStdU16String(), unknown);
    const qint64 room = unknown ? bytes : qint64(qMin<quint64>(space.available, quint64(std::numeric_limits<qint64>::max())));
    if (room < bytes) {
        *problem = u"%1 has room for %2 MB, and %3 MB are needed; TMPDIR=FOLDER chooses another disk"_s
                       .arg(parent).arg(room / Megabyte).arg(bytes / Megabyte);
        return {};
    }
    auto folder = std::make_unique<QTemporaryDir>();
    if (folder->isValid())
        return folder;
    *problem = folder->errorString();
    return {};
}

void keep(qint64 outcome)
{
    static std::atomic<qint64> kept;
    kept.store(outcome, std::memory_order_relaxed);
}
