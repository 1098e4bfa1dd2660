#pragma once

#include "exportformat.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

class QThread;

/// Rows to be exported, one at a time. Used in the thread of one export, and destroyed there.
class ExportSource
{
public:
    virtual ~ExportSource() = default;

    /// How many rows there are; asked once, at the start.
    virtual qint64 count() = 0;
    /// Row 0 … count() - 1, asked for in this order, once each. Nothing when it is gone by now.
    virtual std::optional<ExportRow> row(qint64 number) = 0;
};

/// What to write and where.
struct ExportPlan
{
    ExportFormat format = ExportFormat::Text;
    QString file = {};     ///< of all rows; raw: of what was received, and may be left out
    QString sentFile = {}; ///< raw only: of what was sent, and may be left out
};

/// What an export came to.
struct ExportOutcome
{
    enum class Kind : quint8 { Done, Cancelled, Failed };

    Kind kind = Kind::Done;
    qint64 rows = 0;     ///< that were written
    qint64 bytes = 0;    ///< of all files
    qint64 goneRows = 0; ///< that the source no longer had
    QString problem = {}; ///< Failed: what and why, a translated sentence
};

/// Writes rows to files in a thread of its own, with one row at a time in memory. The files appear when all is written:
/// after a failure, or when it was cancelled, there is no half file, and what was there before is as it was. Two files
/// come both or not at all. Lives in the thread of who made it; its destructor cancels and waits.
class Exporter final : public QObject
{
    Q_OBJECT
public:
    explicit Exporter(QObject *parent = nullptr);
    ~Exporter() override;

    /// Begins; one export at a time.
    void start(const ExportPlan &plan, std::unique_ptr<ExportSource> source);
    /// Ends it soon; `finished` follows. Nothing happens when none runs.
    void cancel();
    bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    void progressed(qint64 rows, qint64 total); ///< at display rate
    void finished(const ExportOutcome &outcome);

private:
    void finish(const ExportOutcome &outcome);
    void waitForThread();

    std::unique_ptr<QThread> m_thread;
    std::atomic_bool m_cancelled = false;
};
