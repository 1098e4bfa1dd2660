#include "fileparts.h"

#include <algorithm>

using State = FileProgress::State;

void FileParts::take(const void *loop, const FileProgress &progress)
{
    if (progress.ticket == m_ticket)
        m_parts.insert(loop, progress);
}

static bool isGoingOn(const FileProgress &part)
{
    return part.failed < part.targets;
}

void FileParts::addTo(FileProgress &whole, const FileProgress &part)
{
    // The slowest of those that have not ended early; when all have, the most that one of them got.
    const bool first = whole.targets == 0;
    const bool replaces = isGoingOn(part) ? !isGoingOn(whole) || part.slowest < whole.slowest
                                          : !isGoingOn(whole) && part.slowest > whole.slowest;
    if (first || replaces) {
        whole.slowest = part.slowest;
        whole.speed = part.speed;
    }
    if (part.size > 0 || first) { // else it could not be opened there
        whole.name = part.name;
        whole.size = part.size;
    }
    whole.rate = part.rate;
    whole.sent += part.sent;
    whole.queued += part.queued;
    whole.targets += part.targets;
    whole.done += part.done;
    whole.failed += part.failed;
    whole.lost = (whole.lost + part.lost).first(qMin(whole.lost.size() + part.lost.size(), FileProgress::MaxListed));
    if (whole.problem.isEmpty())
        whole.problem = part.problem;
}

/// Loops without a target count only when there is no other.
FileProgress FileParts::whole() const
{
    FileProgress whole;
    QString refusal;
    for (const FileProgress &part : m_parts) {
        if (part.targets > 0)
            addTo(whole, part);
        else if (refusal.isEmpty())
            refusal = part.problem;
    }
    if (whole.targets == 0 && !m_parts.isEmpty()) {
        whole = *m_parts.cbegin();
        whole.problem = refusal;
    }
    whole.ticket = m_ticket;
    whole.state = state();
    return whole;
}

FileProgress::State FileParts::state() const
{
    const auto any = [this](const auto &predicate) {
        return std::any_of(m_parts.cbegin(), m_parts.cend(),
                           [&](const FileProgress &part) { return part.targets > 0 && predicate(part); });
    };
    for (const State state : {State::Sending, State::Paused, State::Cancelled}) {
        if (any([state](const FileProgress &part) { return part.state == state; }))
            return state;
    }
    if (any([](const FileProgress &part) { return !part.problem.isEmpty(); }))
        return State::Failed;
    return any([](const FileProgress &part) { return part.state == State::Done; }) ? State::Done : State::Failed;
}
