#pragma once

#include "backgroundjob.h"
#include "socketowner.h"
#include "socketstatus.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

/// Finds out, in the background, which programs are at the other ends of sockets. Each socket is asked about a few
/// times at most, all at once, and never more often than the interval.
class OwnerWatch final : public QObject
{
    Q_OBJECT
public:
    /// Answers for each connection; called in a background thread.
    using Find = std::function<QList<SocketOwner>(const QList<SocketEnds> &, const std::function<bool()> &isCancelled)>;

    static constexpr int MaxTries = 2;

    explicit OwnerWatch(Find find, std::chrono::milliseconds interval, QObject *parent = nullptr);

    /// These are of interest now; those that are open and not known yet are asked about, others forgotten.
    void watch(const std::vector<const SocketStatus *> &sockets);
    const QHash<SocketId, SocketOwner> &owners() const { return m_owners; }
    /// Nothing is being asked, and nothing will be without another `watch`.
    bool isIdle() const { return !m_job.isRunning() && !m_soon.isActive(); }

Q_SIGNALS:
    void found();

private:
    struct Question
    {
        SocketId id;
        SocketEnds ends;
    };

    void start();
    std::chrono::milliseconds waitBefore() const;
    void onFinished();
    QList<Question> wanted() const;
    bool isWanted(SocketId id) const;

    Find m_find;
    QHash<SocketId, SocketOwner> m_owners;
    QHash<SocketId, int> m_tries;
    QList<Question> m_open;                        // of interest and, when that was told, not known
    QList<Question> m_asked;                       // by the job in hand
    std::shared_ptr<QList<SocketOwner>> m_answers; // the job's
    QTimer m_soon;
    QElapsedTimer m_last; // since the job was started
    std::chrono::milliseconds m_interval;
    BackgroundJob m_job; // last: waits for its work before the rest goes
};
