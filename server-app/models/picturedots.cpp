#include "picturedots.h"

#include <algorithm>

void PictureDots::feed(const Picture &picture, qint64 now)
{
    const QHash<QString, Line> before = std::exchange(m_lines, {});
    m_interval = Interval.count() * std::max<qint64>(1, picture.rows.size() / FollowedLines);
    SocketId newest = m_newest;
    for (const PictureRow &row : picture.rows) {
        // All that a new one has went since the last time.
        const bool isNew = m_fed && !row.isGroup && row.ids.constFirst() > m_newest;
        const Line there{{row.bytesIn, 0}, {row.bytesOut, 0}};
        feedRow(row, before.value(row.key, isNew ? Line() : there), now);
        newest = std::max(newest, row.ids.constLast());
    }
    m_newest = newest;
    m_fed = true;
}

void PictureDots::feedRow(const PictureRow &row, const Line &before, qint64 now)
{
    Line &line = m_lines[row.key];
    line = before;
    feedWay(&line.in, row.bytesIn, row.key, true, now);
    feedWay(&line.out, row.bytesOut, row.key, false, now);
}

void PictureDots::feedWay(Way *way, quint64 bytes, const QString &row, bool inward, qint64 now)
{
    const bool hasMore = bytes > way->bytes;
    const bool isTooSoon = way->latest != 0 && now - way->latest < m_interval;
    if (hasMore && isTooSoon && !isPaused())
        return; // the next one stands for these bytes, too
    way->bytes = bytes;
    if (!hasMore || isPaused())
        return;
    way->latest = now;
    m_dots.append({row, inward, now});
}

void PictureDots::advance(qint64 now)
{
    if (isPaused())
        return;
    m_dots.removeIf(
        [this, now](const Dot &dot) { return now - dot.start >= Travel.count() || !m_lines.contains(dot.row); });
}

void PictureDots::setPaused(bool paused, qint64 now)
{
    if (paused == isPaused())
        return;
    for (Dot &dot : m_dots)
        dot.start += paused ? 0 : now - m_pausedAt;
    m_pausedAt = paused ? now : 0;
}

void PictureDots::clear()
{
    m_dots.clear();
    m_lines.clear();
    m_fed = false;
}

QList<PictureDot> PictureDots::at(qint64 now) const
{
    const qint64 moment = isPaused() ? m_pausedAt : now;
    QList<PictureDot> dots;
    dots.reserve(m_dots.size());
    for (const Dot &dot : m_dots)
        dots.append({dot.row, dot.inward, std::clamp(double(moment - dot.start) / double(Travel.count()), 0.0, 1.0)});
    return dots;
}
