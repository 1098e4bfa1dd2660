#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

/// What the tour waits for, as something that is so or not yet.
enum class TourEvent : quint8 {
    Nothing, ///< the step is only read
    Listening,
    Connected, ///< at least one client, now
    Accepted,  ///< a client, now or before
    Received,
    Sent,
    TwoAtOnce,
    OneLeft, ///< a client's socket is closed, and the server goes on listening
};

/// What the tour sees of the server. A value.
struct TourFacts
{
    bool listening = false;
    qsizetype open = 0; ///< accepted sockets
    qsizetype closed = 0;
    quint64 bytesIn = 0; ///< of all sockets there were
    quint64 bytesOut = 0;
    QString server = {}; ///< the endpoint that it listens on, or would
    QString client = {}; ///< the endpoint of who came last

    bool holds(TourEvent event) const;
};

/// One step of the tour. The texts are in English; they are translated where they are shown.
struct TourStep
{
    const char *id;
    const char *title;
    const char *text;
    const char *task;    ///< what the reader does
    const char *outcome; ///< what is so once it is done
    const char *target;  ///< the object name of the control that it speaks of
    TourEvent event;
    TourEvent need; ///< what must be so before one can do it
};

/// The seven steps, in order.
std::span<const TourStep> tourSteps();

/// What must come first, as things are: what this step needs, or what that needs itself.
std::optional<TourEvent> missingFor(const TourStep &step, const TourFacts &facts);

/// In the language of the moment, with what is known of the server in its places.
QString tourText(const char *text, const TourFacts &facts);
/// What to do to make up for it.
QString tourNeedText(TourEvent need, const TourFacts &facts);
/// The object name of the control for it.
QString tourNeedTarget(TourEvent need);
