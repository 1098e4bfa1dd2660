#pragma once

#include "exporter.h"
#include "transcriptrows.h"

/// Gives the rows of a transcript to an export, as they were when it began.
class RowsExport final : public ExportSource
{
public:
    /// The rows with the numbers [first, end) of this view.
    RowsExport(RowsView view, quint64 first, quint64 end);

    qint64 count() override;
    std::optional<ExportRow> row(qint64 number) override;

private:
    const RowsView m_view;
    const quint64 m_first;
    const quint64 m_end;
    MessageReader m_reader;
};
