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

void OwnerWatch::watch(const std::vector<const SocketStatus *> &sockets)
{
    QHash<SocketId, SocketOwner> owners;
    QHash<SocketId, int> tries;
    m_open.clear();
    for (const SocketStatus *status : sockets) {
        if (const auto owner = m_owners.constFind(status->id); owner != m_owners.cend())
            owners.insert(status->id, *owner);
        if (const auto tried = m_tries.constFind(status->id); tried != m_tries.cend())
            tries.insert(status->id, *tried);
        if (status->isOpen() && status->id != ListenerId)
            m_open.append({status->id, {status->local, status->peer}});
    }
    m_owners = owners;
    m_tries = tries;
    if (!m_job.isRunning() && !m_soon.isActive() && !wanted().isEmpty())
        m_soon.start(waitBefore());
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
        if (!m_owners.contains(question.id) && m_tries.value(question.id) < MaxTries)
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
