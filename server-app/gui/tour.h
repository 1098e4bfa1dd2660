#pragma once

#include "tourstep.h"

#include <QHash>
#include <QObject>

/// Where a reader is in the tour, and whether what the step waits for is so, or has happened since the step was shown.
/// What happened stays done; what is so only as long as it is. Knows no window. GUI thread.
class Tour final : public QObject
{
    Q_OBJECT
public:
    enum class Standing : quint8 {
        Reading, ///< nothing is waited for
        Waiting,
        Missing,   ///< waiting, and something else must come first
        Done,      ///< it came to be so while the step was shown, and is so
        AlreadySo, ///< it was so before, and still is
    };

    using QObject::QObject;

    void begin(const TourFacts &facts); ///< at the first step, with nothing done
    void leave();
    void next(); ///< also past a step that waits; past the last one the tour ends
    void back(); ///< not before the first step
    void take(const TourFacts &facts);

    bool isRunning() const { return m_running; }
    qsizetype index() const { return m_index; } ///< from 0
    bool isLast() const { return m_index + 1 == qsizetype(tourSteps().size()); }
    const TourStep &step() const { return tourSteps()[size_t(m_index)]; }
    const TourFacts &facts() const { return m_facts; }
    Standing standing() const;
    /// What the step tells of: as things are, or were when it was done.
    TourFacts told() const;
    std::optional<TourEvent> missing() const { return missingFor(step(), m_facts); }

Q_SIGNALS:
    void stepped(); ///< another step is shown
    void changed(); ///< the standing of this step, or what is known
    void ended();

private:
    /// Of one step.
    struct Progress
    {
        TourFacts start = {}; ///< from which it counts
        bool wasSo = false;   ///< then, and ever since
        std::optional<TourFacts> happened = {};
    };

    void enter(qsizetype index);
    void watch(Progress *progress) const;
    bool isDone() const;

    TourFacts m_facts;
    QHash<qsizetype, Progress> m_progress; // of the steps that were shown
    qsizetype m_index = 0;
    bool m_running = false;
};
