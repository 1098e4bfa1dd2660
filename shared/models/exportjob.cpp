#include "exportjob.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds ProgressInterval = 33ms;

/// The file that a path stands for, behind symbolic links, also where there is none yet.
QString fileBehind(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath() : QDir(info.dir().canonicalPath()).filePath(info.fileName());
}

/// Keeps a file aside under another name while something else takes its place.
class Aside final
{
public:
    explicit Aside(const QString &path)
        : m_path(fileBehind(path))
    {
        const QFileInfo info(m_path);
        m_failed = info.exists() && !info.isFile();
        if (m_failed || !info.exists())
            return;
        QTemporaryFile unusedName(m_path + u".XXXXXX"_s);
        if (unusedName.open())
            m_asideName = unusedName.fileName();
        unusedName.remove();
        m_isAside = !m_asideName.isEmpty() && QFile::rename(m_path, m_asideName);
        m_failed = !m_isAside;
    }

    bool failed() const { return m_failed; }

    /// Its place must be free again.
    void putBack()
    {
        if (m_isAside)
            QFile::rename(m_asideName, m_path);
    }

    void forget()
    {
        if (m_isAside)
            QFile::remove(m_asideName);
    }

private:
    QString m_path;
    QString m_asideName;
    bool m_isAside = false;
    bool m_failed = false;
};

}

ExportJob::ExportJob(const ExportPlan &plan, ExportSource &source, const std::atomic_bool &cancelled, Progress progress)
    : m_plan(plan)
    , m_source(source)
    , m_cancelled(cancelled)
    , m_progress(std::move(progress))
{
}

ExportOutcome ExportJob::run()
{
    const bool both = !m_plan.file.isEmpty() && !m_plan.sentFile.isEmpty();
    if (both && fileBehind(m_plan.file) == fileBehind(m_plan.sentFile)) {
        fail(tr("What was received and what was sent can't go into the same file. Choose two names."));
        return outcome();
    }
    if (open(m_output, m_plan.file) && open(m_sentOutput, m_plan.sentFile) && writeRows() && commit())
        m_outcome.kind = ExportOutcome::Kind::Done;
    return outcome();
}

/// Without a path there is nothing to open.
bool ExportJob::open(std::unique_ptr<Output> &output, const QString &path)
{
    if (path.isEmpty())
        return true;
    // A device would be replaced by a file.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return fail(tr("%1 is not a file. Choose another name.").arg(QDir::toNativeSeparators(path)));
    output = std::make_unique<Output>(path);
    if (!output->file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(output->file);
    return append(*output, exportHeader(m_plan.format));
}

bool ExportJob::writeRows()
{
    const qint64 total = m_source.count();
    m_sinceProgress.start();
    for (qint64 number = 0; number < total; ++number) {
        if (m_cancelled) {
            m_outcome.kind = ExportOutcome::Kind::Cancelled;
            return false;
        }
        const std::optional<ExportRow> row = m_source.row(number);
        if (!row)
            ++m_outcome.goneRows;
        else if (!writeRow(*row))
            return false;
        tellProgress(number + 1, total);
    }
    return (!m_output || flush(*m_output)) && (!m_sentOutput || flush(*m_sentOutput));
}

bool ExportJob::writeRow(const ExportRow &row)
{
    Output *output = outputOf(row);
    const QByteArray bytes = output ? exportedRow(m_plan.format, row) : QByteArray();
    if (bytes.isEmpty())
        return true;
    ++m_outcome.rows;
    return append(*output, bytes);
}

ExportJob::Output *ExportJob::outputOf(const ExportRow &row) const
{
    const bool isSent = m_plan.format == ExportFormat::Raw && row.direction == ExportRow::Direction::Sent;
    return isSent ? m_sentOutput.get() : m_output.get();
}

bool ExportJob::append(Output &output, const QByteArray &bytes)
{
    output.piece.append(bytes);
    m_outcome.bytes += bytes.size();
    return output.piece.size() < PieceBytes || flush(output);
}

bool ExportJob::flush(Output &output)
{
    // On a full disk a part may still fit; the reason comes with the rest.
    for (qsizetype written = 0; written < output.piece.size();) {
        const qint64 more = output.file.write(output.piece.constData() + written, output.piece.size() - written);
        if (more <= 0)
            return fail(output.file);
        written += more;
    }
    output.piece.resize(0);
    return true;
}

bool ExportJob::commit()
{
    if (m_cancelled) {
        m_outcome.kind = ExportOutcome::Kind::Cancelled;
        return false;
    }
    if (m_output && m_sentOutput)
        return commitBoth();
    Output &only = m_output ? *m_output : *m_sentOutput;
    return only.file.commit() || fail(only.file);
}

/// Nothing renames two files at once: the first one's old self is kept until the second one is in its place.
bool ExportJob::commitBoth()
{
    Aside old(m_plan.file);
    if (old.failed()) {
        const QString name = QDir::toNativeSeparators(m_plan.file);
        return fail(tr("%1 can't be replaced. Choose another name or folder.").arg(name));
    }
    const bool first = m_output->file.commit();
    if (first && m_sentOutput->file.commit()) {
        old.forget();
        return true;
    }
    if (first)
        QFile::remove(fileBehind(m_plan.file));
    old.putBack();
    return fail(first ? m_sentOutput->file : m_output->file);
}

void ExportJob::tellProgress(qint64 rows, qint64 total)
{
    if (!m_sinceProgress.hasExpired(ProgressInterval.count()))
        return;
    m_sinceProgress.start();
    m_progress(rows, total);
}

bool ExportJob::fail(const QFileDevice &file)
{
    const QString name = QDir::toNativeSeparators(file.fileName());
    if (file.error() == QFileDevice::ResourceError)
        return fail(tr("The disk is full: %1 was not written. Make room or choose another disk.").arg(name));
    return fail(tr("%1 was not written: %2.").arg(name, file.errorString()));
}

bool ExportJob::fail(const QString &problem)
{
    m_outcome.kind = ExportOutcome::Kind::Failed;
    m_outcome.problem = problem;
    return false;
}

/// What is not committed goes with its output.
ExportOutcome ExportJob::outcome()
{
    m_output.reset();
    m_sentOutput.reset();
    return m_outcome;
}
