#include "selectedrows.h"

#include "bytecopier.h"
#include "transcriptmodel.h"

#include <algorithm>

SelectedRows::SelectedRows(QItemSelection ranges, const TranscriptModel &model)
    : m_ranges(std::move(ranges))
    , m_model(&model)
{
}

std::optional<SelectedRows> SelectedRows::of(const QItemSelection &selection, const TranscriptModel &model)
{
    QItemSelection ranges = selection;
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.top() < b.top(); });
    qsizetype rows = 0;
    for (const QItemSelectionRange &range : std::as_const(ranges))
        rows += range.height();
    if (rows > Most)
        return {};
    qint64 bytes = 0;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            bytes += model.rowAt(row).value_or(MessageRow()).length;
    }
    return bytes <= ByteCopier::MaxBytes ? std::optional(SelectedRows(ranges, model)) : std::nullopt;
}

QByteArray SelectedRows::bytes() const
{
    QByteArray bytes;
    for (const QItemSelectionRange &range : m_ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto record = m_model->recordAt(row);
            if (record && record->hasMessage())
                bytes += record->message.wire;
        }
    }
    return bytes;
}

QString SelectedRows::text(bool withTimes) const
{
    QStringList texts;
    for (const QItemSelectionRange &range : m_ranges)
        texts.append(m_model->copyText(range.top(), range.bottom(), withTimes));
    return texts.join(u'\n');
}
