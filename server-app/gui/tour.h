#pragma once

#include "tourstep.h"

#include <QObject>
#include <QSet>

/// Where a reader is in the tour, and whether what the step waits for has happened. Knows no window. GUI thread.
class Tour final : public QObject
{
    Q_OBJECT
public:
    enum class Standing : quint8 {
        Reading, ///< nothing is waited for
        Waiting,
        Missing,   ///< waiting, and something else must come first
        Done,      ///< it happened while the step was shown
        AlreadySo, ///< it had happened before
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
    std::optional<TourEvent> missing() const { return missingFor(step(), m_facts); }

Q_SIGNALS:
    void stepped(); ///< another step is shown
    void changed(); ///< the standing of this step, or what is known
    void ended();

private:
    void enter(qsizetype index);

    TourFacts m_facts;
    QSet<qsizetype> m_done;
    QSet<qsizetype> m_alreadySo;
    qsizetype m_index = 0;
    bool m_running = false;
};
