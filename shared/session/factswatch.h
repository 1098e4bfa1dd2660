#pragma once

#include "socketfacts.h"

#include <QObject>
#include <QTimer>

#include <chrono>

/// Something that can be asked for its facts: a channel, a listener.
class FactsSource
{
public:
    virtual ~FactsSource() = default;
    /// Asks the system. I/O thread.
    virtual SocketFacts askFacts() const = 0;
};

/// Asks one socket for its facts at display rate, while somebody watches it. Lives in the I/O thread.
class FactsWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds Interval{200};

    explicit FactsWatch(QObject *parent = nullptr);

    /// From now on this one, null: none. Its facts are told at once.
    void watch(const FactsSource *source);
    /// This source is about to go: when it is the one that is watched, its last facts are told.
    void finish(const FactsSource *source);

Q_SIGNALS:
    void told(const SocketFacts &facts);

private:
    void ask() { Q_EMIT told(m_source->askFacts()); }

    const FactsSource *m_source = nullptr;
    QTimer m_timer;
};
