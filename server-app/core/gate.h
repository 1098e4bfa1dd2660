#pragma once

#include "admission.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>

/// What becomes of a connection that was accepted.
enum class Admittance : quint8 {
    In,
    Full,        ///< turned away: as many clients are there as may be
    AddressFull, ///< turned away: as many clients of its address are there as may be
};

/// Decides who of those that were accepted is let in. Who comes while a limit is reached waits for Patience before being
/// turned away; others, whom the limit does not concern, do not wait for them. Lives in the listener's thread.
class Gate final : public QObject
{
    Q_OBJECT
public:
    /// When a client leaves and comes back at once, its new connection can be seen before the end of its old one.
    static constexpr std::chrono::milliseconds Patience{200};

    explicit Gate(QObject *parent = nullptr);
    ~Gate() override;

    /// One at a time: who waits is let in when nobody is inside, and never turned away.
    void setRules(const Admission &rules);
    /// Ends in `decided`, here or later.
    void come(qintptr descriptor);
    /// One that was let in is gone.
    void leave(const QHostAddress &from);
    /// Closes those that wait.
    void sendHome();

    int inside() const { return m_inside; }
    bool isHolding() const { return m_rules.oneAtATime && m_inside > 0; } ///< who comes is better not accepted yet

Q_SIGNALS:
    void decided(qintptr descriptor, const QHostAddress &from, Admittance admittance);

private:
    struct Waiting
    {
        qintptr descriptor;
        QHostAddress from;
        QDeadlineTimer until{Patience};
    };

    Admittance admittanceOf(const QHostAddress &from) const;
    bool isDecided(const Waiting &waiting) const;
    void decide(const Waiting &waiting);
    void look();
    void waitForNext();

    Admission m_rules;
    int m_inside = 0;
    QHash<QHostAddress, int> m_insideFrom; // those with somebody inside
    std::deque<Waiting> m_waiting;
    QTimer m_timer;
    bool m_mustLook = false; // there may be room for one that waits
};
