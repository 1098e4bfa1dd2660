#pragma once

#include <QString>

/// What a transcript lacks at its front, and why. A value.
struct TranscriptNotice
{
    quint64 goneRecords = 0; ///< that the store recycled
    quint64 goneBytes = 0;   ///< in those
    quint64 unlisted = 0;    ///< older rows that gave way to newer ones; their bytes are kept
    quint64 mostRows = 0;    ///< how many are listed at most

    /// A translated sentence for each; empty when nothing is lacking.
    QString text() const;

    friend bool operator==(const TranscriptNotice &, const TranscriptNotice &) = default;
};
