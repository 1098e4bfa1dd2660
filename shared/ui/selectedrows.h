#pragma once

#include <QItemSelection>

#include <optional>

class TranscriptModel;

/// The rows that are selected in a transcript, from top to bottom, to be copied. For one call: rows come and go.
class SelectedRows final
{
public:
    static constexpr qsizetype Most = 20'000; ///< at once; more is refused, never cut

    /// Nothing when there is more in them than the clipboard is for.
    static std::optional<SelectedRows> of(const QItemSelection &selection, const TranscriptModel &model);

    bool isEmpty() const { return m_ranges.isEmpty(); }
    /// What was on the wire, of the messages.
    QByteArray bytes() const;
    /// The whole messages; `withTimes`: with date, time, socket and direction in front.
    QString text(bool withTimes) const;

private:
    SelectedRows(QItemSelection ranges, const TranscriptModel &model);

    QItemSelection m_ranges;
    const TranscriptModel *m_model;
};
