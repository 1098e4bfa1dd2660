#pragma once

#include "latencies.h"

#include <QElapsedTimer>
#include <QTimer>

/// How late the event loop of its thread is. A pause counts as all the beats that fell into it, each with its own
/// lateness, as if they had been asked for one by one.
class Heartbeat final : public QObject
{
    Q_OBJECT
public:
    explicit Heartbeat(QObject *parent = nullptr);

    /// Since the last time that this was asked, or the beginning.
    Latencies take();

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_clock; // since the last beat
    Latencies m_latencies;
};
