#pragma once

#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

/// What benchmarks measure with.

/// The middle one, or the mean of the two in the middle. `values` must not be empty.
double median(QList<double> values);

/// How long `work` takes, in seconds: the median of this many runs, after one that does not count.
double medianSeconds(int runs, const std::function<void()> &work);

/// The anonymous memory of this process, or of another of the same user, in bytes (Linux, /proc/…/smaps_rollup).
/// Nothing where the system does not tell: files that are mapped would count as well then.
std::optional<qint64> anonymousMemory(std::optional<qint64> process = {});

/// How long `grep -cF` takes to count the lines of a file that hold this text, in seconds.
struct GrepResult
{
    double seconds = 0;
    qint64 lines = 0;
    QString problem = {}; ///< why it did not count; empty when it did
};
GrepResult timeGrep(const QString &text, const QString &file, int runs);

/// A folder that goes away, on a disk with this much room. Null, and why, when there is none: then nothing was written.
/// It lies in the folder for temporary files; TMPDIR chooses another.
std::unique_ptr<QTemporaryDir> roomyFolder(qint64 bytes, QString *problem);

/// Keeps the compiler from leaving out work whose outcome nobody looks at.
void keep(qint64 outcome);
