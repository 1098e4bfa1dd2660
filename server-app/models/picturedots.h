#pragma once

#include "picture.h"

/// Bytes on their way, as a spot that moves along a row's line. A value.
struct PictureDot
{
    QString row = {};    ///< its key
    bool inward = false; ///< from the client to the server
    double progress = 0; ///< of the way: 0 … 1
};

/// The spots that show traffic in the picture, no more than an eye can follow: one for all that went a way since the
/// one before it. Counts nothing and times nothing itself. Times are ms of any one clock.
class PictureDots final
{
public:
    static constexpr std::chrono::milliseconds Travel{900};
    static constexpr std::chrono::milliseconds Interval{225}; ///< at least between two that go the same way on a line
    static constexpr int FollowedLines = 10; ///< with more lines, the interval is longer by as much

    /// Compares with the picture before; the first one only tells what there is.
    void feed(const Picture &picture, qint64 now);
    /// Drops those that arrived.
    void advance(qint64 now);
    /// Paused, those under way stand still and no new ones set out.
    void setPaused(bool paused, qint64 now);
    bool isPaused() const { return m_pausedAt != 0; }
    void clear();

    bool isMoving() const { return !m_dots.isEmpty() && !isPaused(); }
    QList<PictureDot> at(qint64 now) const;

private:
    struct Way
    {
        quint64 bytes = 0;
        qint64 latest = 0; // when the latest spot set out
    };
    struct Line
    {
        Way in;
        Way out;
    };
    struct Dot
    {
        QString row;
        bool inward;
        qint64 start;
    };

    void feedRow(const PictureRow &row, const Line &before, qint64 now);
    void feedWay(Way *way, quint64 bytes, const QString &row, bool inward, qint64 now);

    QHash<QString, Line> m_lines;
    QList<Dot> m_dots;
    qint64 m_interval = Interval.count();
    SocketId m_newest = 0;
    qint64 m_pausedAt = 0;
    bool m_fed = false;
};
