#include "exporter.h"

#include "exportjob.h"

#include <QThread>

Exporter::Exporter(QObject *parent)
    : QObject(parent)
{
}

Exporter::~Exporter()
{
    cancel();
    waitForThread();
}

void Exporter::start(const ExportPlan &plan, std::unique_ptr<ExportSource> source)
{
    Q_ASSERT(!isRunning());
    Q_ASSERT(!plan.file.isEmpty() || (plan.format == ExportFormat::Raw && !plan.sentFile.isEmpty()));
    Q_ASSERT(plan.sentFile.isEmpty() || plan.format == ExportFormat::Raw);
    m_cancelled = false;
    m_thread.reset(QThread::create([this, plan, source = std::move(source)]() mutable {
        const auto progress = [this](qint64 rows, qint64 total) {
            QMetaObject::invokeMethod(this, [=, this] { Q_EMIT progressed(rows, total); }, Qt::QueuedConnection);
        };
        const ExportOutcome outcome = ExportJob(plan, *source, m_cancelled, progress).run();
        source.reset();
        QMetaObject::invokeMethod(this, [this, outcome] { finish(outcome); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(u"export");
    m_thread->start(QThread::LowPriority);
}

void Exporter::cancel()
{
    m_cancelled = true;
}

void Exporter::finish(const ExportOutcome &outcome)
{
    waitForThread();
    Q_EMIT finished(outcome);
}

void Exporter::waitForThread()
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}
