#pragma once

#include "latencies.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

/// How late the event loop of its thread is. A pause counts as all the beats that fell into it, each with its own
/// lateness, as if they had been asked for one by one.
class Heartbeat final : public QObject
{
    Q_OBJECT
public:
    struct Counts
    {
        Latencies all;
        Latencies own; ///< without the time in which the thread could have run and waited for a processor (Linux)
    };

    explicit Heartbeat(QObject *parent = nullptr);

    /// Since the last time that this was asked, or the beginning.
    Counts take();
    /// Whether this system tells of waiting for a processor; else `own` is the same as `all`.
    bool knowsWaits() const { return m_schedule.isOpen(); }

private:
    void beat();
    qint64 waitedSinceBefore();

    QTimer m_timer;
    QElapsedTimer m_clock; // since the last beat
    QFile m_schedule;      // of the thread
    qint64 m_waited = 0;   // nanoseconds, for a processor
    Counts m_counts;
};
