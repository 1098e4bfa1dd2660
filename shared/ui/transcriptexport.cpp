#include "transcriptexport.h"

#include "banner.h"
#include "exportkind.h"
#include "progressline.h"
#include "rowsexport.h"
#include "transcriptmodel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

#include <climits>

TranscriptExport::TranscriptExport(ProgressLine *progress, Banner *banner, QWidget *parent)
    : QObject(parent)
    , m_progress(progress)
    , m_banner(banner)
    , m_window(parent)
{
    connect(m_progress, &ProgressLine::cancelRequested, &m_exporter, &Exporter::cancel);
    connect(&m_exporter, &Exporter::progressed, m_progress,
            [this](qint64 rows, qint64 total) { m_progress->setPercent(int(rows * 100 / qMax<qint64>(total, 1))); });
    connect(&m_exporter, &Exporter::finished, this, &TranscriptExport::onFinished);
}

void TranscriptExport::ask(const TranscriptModel &model)
{
    const QList<ExportKind> kinds = ExportKind::all();
    QStringList filters;
    for (const ExportKind &kind : kinds)
        filters.append(kind.name);
    m_wasChosen = false;
    auto *dialog = new QFileDialog(m_window, tr("Export what is shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->selectFile(tr("transcript"));
    dialog->setDefaultSuffix(kinds.constFirst().suffixes.constFirst());
    connect(dialog, &QFileDialog::filterSelected, dialog, [this, dialog, kinds, filters](const QString &filter) {
        m_wasChosen = true;
        dialog->setDefaultSuffix(kinds.at(qMax<qsizetype>(0, filters.indexOf(filter))).suffixes.constFirst());
    });
    connect(dialog, &QFileDialog::accepted, this, [this, dialog, kinds, filters, rows = QPointer(&model)] {
        if (rows)
            startAs(kinds.at(qMax<qsizetype>(0, filters.indexOf(dialog->selectedNameFilter()))), *rows,
                    dialog->selectedFiles().constFirst());
    });
    dialog->open();
}

void TranscriptExport::startAs(const ExportKind &offered, const TranscriptModel &model, const QString &file)
{
    const ExportKind kind = exportKindFor(file, offered, m_wasChosen);
    start(model, kind.planFor(file));
    if (kind.isContradicted(file))
        m_remark = tr("It is written as “%1”, which was chosen, though its name ends in .%2.")
                       .arg(kind.plainName(), QFileInfo(file).suffix());
}

void TranscriptExport::start(const TranscriptModel &model, const ExportPlan &plan)
{
    if (m_exporter.isRunning())
        return;
    m_file = plan.file.isEmpty() ? plan.sentFile : plan.file;
    m_remark.clear();
    m_banner->clear();
    m_progress->begin(tr("Exporting …"));
    m_exporter.start(plan, std::make_unique<RowsExport>(model));
    Q_EMIT runningChanged();
}

void TranscriptExport::onFinished(const ExportOutcome &outcome)
{
    m_progress->end();
    switch (outcome.kind) {
    case ExportOutcome::Kind::Done:
        m_banner->tell(doneText(outcome), outcome.goneRows > 0 ? Banner::Tone::Problem : Banner::Tone::Information);
        break;
    case ExportOutcome::Kind::Cancelled:
        m_banner->tell(tr("The export was cancelled; nothing was written."), Banner::Tone::Information);
        break;
    case ExportOutcome::Kind::Failed: m_banner->tell(outcome.problem); break;
    }
    Q_EMIT runningChanged();
}

QString TranscriptExport::doneText(const ExportOutcome &outcome) const
{
    QStringList sentences{tr("Exported %L1 rows, %L2 bytes, to %3.")
                              .arg(outcome.rows)
                              .arg(outcome.bytes)
                              .arg(QDir::toNativeSeparators(m_file))};
    if (outcome.goneRows > 0)
        sentences.append(tr("%Ln older row(s) went while it was written, and are missing.", nullptr,
                            int(qMin<qint64>(outcome.goneRows, INT_MAX))));
    if (!m_remark.isEmpty())
        sentences.append(m_remark);
    return sentences.join(u' ');
}
