#include "ownerwatch.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

static constexpr std::chrono::milliseconds FirstWait = 30ms;

OwnerWatch::OwnerWatch(Find find, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_find(std::move(find))
    , m_interval(interval)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &OwnerWatch::start);
    connect(&m_job, &BackgroundJob::finished, this, &OwnerWatch::onFinished);
}

/// Forgets those that are not among these. Mostly that is none, and nothing has to be made anew for thousands.
template <typename Value>
static void forgetOthers(QHash<SocketId, Value> &known, const std::vector<const SocketStatus *> &sockets)
{
    const auto isKnown = [&known](const SocketStatus *status) { return known.contains(status->id); };
    if (known.size() == std::count_if(sockets.cbegin(), sockets.cend(), isKnown))
        return;
    QHash<SocketId, Value> left;
    for (const SocketStatus *status : sockets) {
        if (const auto value = known.constFind(status->id); value != known.cend())
            left.insert(status->id, *value);
    }
    known = left;
}

void OwnerWatch::watch(const std::vector<const SocketStatus *> &sockets)
{
    forgetOthers(m_owners, sockets);
    forgetOthers(m_tries, sockets);
    m_open.clear();
    for (const SocketStatus *status : sockets) {
        if (status->isOpen() && status->id != ListenerId && isWanted(status->id))
            m_open.append({status->id, {status->local, status->peer}});
    }
    if (!m_job.isRunning() && !m_soon.isActive() && !m_open.isEmpty())
        m_soon.start(waitBefore());
}

bool OwnerWatch::isWanted(SocketId id) const
{
    return !m_owners.contains(id) && m_tries.value(id) < MaxTries;
}

/// At once, but for others that come at the same time; not sooner than the interval after the time before.
std::chrono::milliseconds OwnerWatch::waitBefore() const
{
    if (!m_last.isValid())
        return FirstWait;
    return std::max(FirstWait, m_interval - std::chrono::milliseconds(m_last.elapsed()));
}

QList<OwnerWatch::Question> OwnerWatch::wanted() const
{
    QList<Question> questions;
    for (const Question &question : m_open) {
        if (isWanted(question.id))
            questions.append(question);
    }
    return questions;
}

void OwnerWatch::start()
{
    m_asked = wanted();
    if (m_asked.isEmpty())
        return;
    m_last.start();
    QList<SocketEnds> ends;
    for (const Question &question : std::as_const(m_asked))
        ends.append(question.ends);
    m_answers = std::make_shared<QList<SocketOwner>>();
    m_job.start([find = m_find, ends, answers = m_answers](BackgroundJob::Control &control) {
        *answers = find(ends, [&control] { return control.isCancelled(); });
    });
}

void OwnerWatch::onFinished()
{
    bool isAnyFound = false;
    for (qsizetype i = 0; i < m_asked.size(); ++i) {
        const SocketOwner owner = m_answers->value(i);
        ++m_tries[m_asked.at(i).id];
        if (owner.isKnown())
            m_owners.insert(m_asked.at(i).id, owner);
        isAnyFound = isAnyFound || owner.isKnown();
    }
    m_asked.clear();
    if (!wanted().isEmpty())
        m_soon.start(waitBefore());
    if (isAnyFound)
        Q_EMIT found();
}
