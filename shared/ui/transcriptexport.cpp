#include "transcriptexport.h"

#include "banner.h"
#include "progressline.h"
#include "rowsexport.h"
#include "transcriptmodel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace {

struct Choice
{
    QString filter;
    QString suffix;
    ExportFormat format;
    bool sent = false; // raw: what was sent
};

}

static QList<Choice> choices()
{
    const auto say = [](const char *text) { return TranscriptExport::tr(text); };
    return {{say(QT_TRANSLATE_NOOP("TranscriptExport", "Text (*.txt)")), u"txt"_s, ExportFormat::Text},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "CSV, for a spreadsheet (*.csv)")), u"csv"_s, ExportFormat::Csv},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "JSON lines (*.jsonl)")), u"jsonl"_s, ExportFormat::JsonLines},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "Hex dump (*.hex)")), u"hex"_s, ExportFormat::HexDump},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "Received bytes and nothing else (*.bin)")), u"bin"_s, ExportFormat::Raw},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "Sent bytes and nothing else (*.bin)")), u"bin"_s, ExportFormat::Raw, true}};
}

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
    auto *dialog = new QFileDialog(m_window, tr("Export what is shown"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const Choice &choice : choices())
        filters.append(choice.filter);
    dialog->setNameFilters(filters);
    dialog->selectFile(tr("transcript"));
    dialog->setDefaultSuffix(choices().constFirst().suffix);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        dialog->setDefaultSuffix(choices().at(qMax<qsizetype>(0, filters.indexOf(filter))).suffix);
    });
    connect(dialog, &QFileDialog::accepted, this, [this, dialog, filters, rows = QPointer(&model)] {
        const Choice choice = choices().at(qMax<qsizetype>(0, filters.indexOf(dialog->selectedNameFilter())));
        const QString file = dialog->selectedFiles().constFirst();
        if (rows)
            start(*rows, {choice.format, choice.sent ? QString() : file, choice.sent ? file : QString()});
    });
    dialog->open();
}

void TranscriptExport::start(const TranscriptModel &model, const ExportPlan &plan)
{
    if (m_exporter.isRunning())
        return;
    m_file = plan.file.isEmpty() ? plan.sentFile : plan.file;
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
        m_banner->tell(tr("Exported %L1 rows, %L2 bytes, to %3.")
                           .arg(outcome.rows)
                           .arg(outcome.bytes)
                           .arg(QDir::toNativeSeparators(m_file)),
                       Banner::Tone::Information);
        break;
    case ExportOutcome::Kind::Cancelled:
        m_banner->tell(tr("The export was cancelled; nothing was written."), Banner::Tone::Information);
        break;
    case ExportOutcome::Kind::Failed: m_banner->tell(outcome.problem); break;
    }
    Q_EMIT runningChanged();
}
