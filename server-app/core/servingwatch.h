#pragma once

#include "servingfacts.h"

#include <QHash>
#include <QObject>
#include <QTimer>

class ServerLoop;
class ServerLoops;

/// Sends a beat through every event loop at short intervals, sees how late each comes to it, and tells once a second.
/// Lives in the thread that owns the loops.
class ServingWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds BeatInterval{100};
    static constexpr int BeatsPerTelling = 10;

    explicit ServingWatch(ServerLoops *loops, QObject *parent = nullptr);

    void start(bool threadPerClient);
    void stop();

Q_SIGNALS:
    void told(const ServingFacts &facts);

private:
    void listenTo(ServerLoop *loop);
    void beat();
    void count(std::chrono::nanoseconds delay);
    void tell();

    ServerLoops *m_loops;
    QTimer m_timer;
    QHash<ServerLoop *, std::chrono::nanoseconds> m_unanswered; // and when it was sent
    bool m_threadPerClient = false;
    int m_beats = 0;
    int m_counted = 0;
    std::chrono::nanoseconds m_sum{0};
    std::chrono::nanoseconds m_worst{0};
};
