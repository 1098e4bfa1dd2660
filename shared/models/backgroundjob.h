#pragma once

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

/// One piece of work after the other in a thread of a pool. Lives in the thread that made it, and tells there; when it
/// goes it cancels the work in hand and waits for it.
class BackgroundJob final : public QObject
{
    Q_OBJECT
public:
    /// What the work can say and ask; in the pool's thread.
    class Control
    {
    public:
        bool isCancelled() const { return m_cancelled; }
        /// 0 … 100. Cheap: told to the other side at most once for each.
        void setProgress(int percent);

    private:
        friend class BackgroundJob;
        std::atomic_bool m_cancelled = false;
        std::atomic_int m_percent = -1;
        std::function<void(int)> m_tell;
    };
    using Work = std::function<void(Control &)>;

    explicit BackgroundJob(QObject *parent = nullptr);
    ~BackgroundJob() override;

    /// Only while none is running.
    void start(const Work &work);
    bool isRunning() const { return m_running; }
    /// The work ends soon; `finished` is told all the same.
    void cancel();
    bool wasCancelled() const { return m_control && m_control->isCancelled(); }

Q_SIGNALS:
    void finished();
    void progressed(int percent);

private:
    struct Done;

    void onDone(const std::shared_ptr<Control> &control);

    std::shared_ptr<Control> m_control;
    std::shared_ptr<Done> m_done;
    bool m_running = false;
};
