#pragma once

#include "exporter.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSaveFile>

#include <functional>

/// One export, from the first row to its outcome, in the thread that calls `run`.
class ExportJob final
{
    Q_DECLARE_TR_FUNCTIONS(ExportJob)
public:
    using Progress = std::function<void(qint64 rows, qint64 total)>;

    ExportJob(const ExportPlan &plan, ExportSource &source, const std::atomic_bool &cancelled, Progress progress);

    ExportOutcome run();

private:
    static constexpr qsizetype PieceBytes = 256 * 1024; // written at once

    /// A file that is being written, under another name until it is whole.
    struct Output
    {
        explicit Output(const QString &path) : file(path) { piece.reserve(PieceBytes); }

        QSaveFile file;
        QByteArray piece; // what waits to be written
    };

    bool open(std::unique_ptr<Output> &output, const QString &path);
    bool writeRows();
    bool writeRow(const ExportRow &row);
    bool append(Output &output, const QByteArray &bytes);
    bool flush(Output &output);
    bool commit();
    bool commitBoth();
    void tellProgress(qint64 rows, qint64 total);
    Output *outputOf(const ExportRow &row) const;
    bool fail(const QFileDevice &file);
    bool fail(const QString &problem);
    ExportOutcome outcome();

    ExportPlan m_plan;
    ExportSource &m_source;
    const std::atomic_bool &m_cancelled;
    Progress m_progress;
    QElapsedTimer m_sinceProgress;
    std::unique_ptr<Output> m_output; // of all rows, or raw: of what was received
    std::unique_ptr<Output> m_sentOutput;
    ExportOutcome m_outcome;
};
