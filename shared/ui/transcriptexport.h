#pragma once

#include "exporter.h"

#include <QObject>

class Banner;
class ProgressLine;
class QWidget;
class TranscriptModel;
struct ExportKind;

/// Asks for a file and writes the rows that a transcript shows to it, in the background. GUI thread.
class TranscriptExport final : public QObject
{
    Q_OBJECT
public:
    /// How far it is goes to `progress`, what came of it to `banner`.
    TranscriptExport(ProgressLine *progress, Banner *banner, QWidget *parent);

    /// Opens the dialog; one export at a time. What the name ends in decides the format, unless another was chosen.
    void ask(const TranscriptModel &model);
    /// Without a question.
    void start(const TranscriptModel &model, const ExportPlan &plan);
    bool isRunning() const { return m_exporter.isRunning(); }

Q_SIGNALS:
    void runningChanged();

private:
    void startAs(const ExportKind &offered, const TranscriptModel &model, const QString &file);
    void onFinished(const ExportOutcome &outcome);
    QString doneText(const ExportOutcome &outcome) const;

    ProgressLine *m_progress;
    Banner *m_banner;
    QWidget *m_window;
    bool m_wasChosen = false; // the kind, in the dialog that is open
    QString m_file;
    QString m_remark; // what is odd about the file
    Exporter m_exporter;
};
