#pragma once

#include "exporter.h"
#include "transcriptrows.h"

class TranscriptModel;

/// Gives the rows of a transcript to an export, as they were when it began, and below them what has come so far of
/// messages whose end has not: so no byte is left out.
class RowsExport final : public ExportSource
{
public:
    /// The rows with the numbers [first, end) of this view; and, where there are any, up to those of the unfinished.
    RowsExport(RowsView view, quint64 first, quint64 end, const UnfinishedMessages &unfinished = {});
    /// All that a transcript shows.
    explicit RowsExport(const TranscriptModel &model);

    qint64 count() override;
    std::optional<ExportRow> row(qint64 number) override;

private:
    std::optional<MessageRow> placeOf(qint64 number) const;

    const RowsView m_view;
    const quint64 m_first;
    const quint64 m_end;
    const QList<UnfinishedMessage> m_unfinished;
    MessageReader m_reader;
};
