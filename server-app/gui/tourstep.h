#pragma once

#include "socketid.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

/// What the tour waits for: something that is so, or something that happens while the step is shown.
enum class TourEvent : quint8 {
    Nothing, ///< the step is only read
    Listening,
    Connected, ///< at least one client, now
    TwoAtOnce,
    Accepted, ///< happens; as good, at first: a client is connected
    Received, ///< happens
    Sent,     ///< happens: what was typed in the window went to a client
    OneLeft,  ///< happens: a client's socket is closed, and the server goes on listening
};

/// What the tour sees of the server. A value.
struct TourFacts
{
    bool listening = false;
    qsizetype open = 0;           ///< accepted sockets
    SocketId newest = ListenerId; ///< the latest accepted one that is listed; its client came last
    SocketId left = ListenerId;   ///< the one that closed last, of those that are listed
    quint64 bytesIn = 0;          ///< of all sockets there were
    quint64 messagesSent = 0;     ///< that were typed in the window and went to a client
    QString server = {};          ///< the endpoint that it listens on, or would
    QString client = {};          ///< the endpoint of who came last

    /// Whether that is so. What only happens is never so.
    bool holds(TourEvent event) const;
    /// Whether that has happened since; of what is a state, whether it is so.
    bool hasHappened(TourEvent event, const TourFacts &since) const;
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
