#include "notifierset.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <limits>

#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr std::array<const char *, 3> TypeNames{"Read", "Write", "Exception"};

/// By type: what is asked of `epoll`. It tells of EPOLLHUP and EPOLLERR unasked, and they concern every type.
constexpr std::array<quint32, 3> Asked{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr quint32 Unasked = EPOLLHUP | EPOLLERR;

// What `poll` tells can be taken for what `epoll` tells.
static_assert(POLLIN == EPOLLIN && POLLOUT == EPOLLOUT && POLLPRI == EPOLLPRI);
static_assert(POLLHUP == EPOLLHUP && POLLERR == EPOLLERR);

int forSystem(std::optional<std::chrono::milliseconds> time)
{
    if (!time)
        return -1;
    return int(std::min<qint64>(time->count(), std::numeric_limits<int>::max()));
}

}

NotifierSet::NotifierSet(int wakeDescriptor)
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    , m_wakeDescriptor(wakeDescriptor)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET; // edge: each write wakes, and it need not be read
    event.data.fd = m_wakeDescriptor;
    if (m_epoll < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeDescriptor, &event) != 0)
        qFatal("NotifierSet: the system gives no epoll set: %s", std::strerror(errno));
}

NotifierSet::~NotifierSet()
{
    ::close(m_epoll);
}

void NotifierSet::add(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    Watch &watch = m_watches[descriptor];
    QSocketNotifier *&place = watch.notifiers[notifier->type()];
    if (place && place != notifier) {
        qWarning("NotifierSet: Multiple socket notifiers for same socket %d and type %s", descriptor,
                 TypeNames[notifier->type()]);
        takeOut(descriptor, watch); // perhaps it is the number of one that was closed meanwhile
    }
    place = notifier;
    markChanged(descriptor, watch);
}

void NotifierSet::remove(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end() || found->second.notifiers[notifier->type()] != notifier)
        return;
    Watch &watch = found->second;
    watch.notifiers[notifier->type()] = nullptr;
    watch.ready &= quint8(~(1U << notifier->type()));
    if (wanted(watch) != 0) {
        markChanged(descriptor, watch);
        return;
    }
    takeOut(descriptor, watch); // at once, as it is likely to be closed next
    m_watches.erase(found);
}

bool NotifierSet::wait(std::optional<std::chrono::milliseconds> atMost)
{
    const int timeout = askChanged() ? 0 : forSystem(atMost);
    const int count = ::epoll_wait(m_epoll, m_events.data(), int(m_events.size()), timeout);
    for (int i = 0; i < count; ++i)
        markReady(m_events[std::size_t(i)].data.fd, m_events[std::size_t(i)].events);
    return count >= 0 || errno != EINTR;
}

int NotifierSet::activate()
{
    int activated = 0;
    QEvent event(QEvent::SockAct);
    while (QSocketNotifier *notifier = takeReady()) {
        QCoreApplication::sendEvent(notifier, &event);
        ++activated;
    }
    return activated;
}

quint32 NotifierSet::wanted(const Watch &watch)
{
    quint32 events = 0;
    for (std::size_t type = 0; type < Types; ++type)
        events |= watch.notifiers[type] ? Asked[type] : 0;
    return events;
}

void NotifierSet::markChanged(int descriptor, Watch &watch)
{
    if (!std::exchange(watch.changed, true))
        m_changed.push_back(descriptor);
}

/// Most of what is switched on is there to send, is ready at once and is off again before the next wait. So one `poll`
/// asks for all of it, and only what is not ready goes into the set. True: the next wait must not sleep.
bool NotifierSet::askChanged()
{
    bool restless = listChanged();
    if (!m_asked.empty())
        ::poll(m_asked.data(), nfds_t(m_asked.size()), 0);
    for (const pollfd &answer : m_asked) {
        if (answer.revents & POLLNVAL) {
            disableInvalid(answer.fd);
            continue;
        }
        Watch &watch = m_watches.at(answer.fd);
        markReady(answer.fd, quint32(answer.revents));
        if (answer.revents == 0 && tell(answer.fd, watch))
            continue;
        markChanged(answer.fd, watch);
        restless = true;
    }
    return restless;
}

/// Lists what was switched on, and tells the set of what was only switched off. True: not all could be told.
bool NotifierSet::listChanged()
{
    bool left = false;
    m_asked.clear();
    for (const int descriptor : std::exchange(m_changed, {})) {
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end() || !std::exchange(found->second.changed, false))
            continue;
        Watch &watch = found->second;
        if (const quint32 added = wanted(watch) & ~watch.told) {
            m_asked.push_back({descriptor, short(added), 0});
        } else if (watch.told != wanted(watch) && !tell(descriptor, watch)) {
            markChanged(descriptor, watch);
            left = true;
        }
    }
    return left;
}

/// False: refused. The next turn tries anew, as the descriptor may have been closed and its number be in use again.
bool NotifierSet::tell(int descriptor, Watch &watch)
{
    epoll_event event{};
    event.events = wanted(watch);
    event.data.fd = descriptor;
    const int operation = watch.told != 0 ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    const bool taken = ::epoll_ctl(m_epoll, operation, descriptor, &event) == 0;
    watch.told = taken ? event.events : 0;
    return taken;
}

/// Fails when the descriptor is closed already, and no harm is done.
void NotifierSet::takeOut(int descriptor, Watch &watch)
{
    if (std::exchange(watch.told, 0) != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

void NotifierSet::disableInvalid(int descriptor)
{
    const auto notifiers = m_watches.at(descriptor).notifiers; // a copy, as disabling removes them
    for (QSocketNotifier *notifier : notifiers) {
        if (!notifier)
            continue;
        qWarning("QSocketNotifier: Invalid socket %d with type %s, disabling...", descriptor,
                 TypeNames[notifier->type()]);
        notifier->setEnabled(false);
    }
}

void NotifierSet::markReady(int descriptor, quint32 events)
{
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end())
        return;
    Watch &watch = found->second;
    const bool inLine = watch.ready != 0;
    for (std::size_t type = 0; type < Types; ++type) {
        if (watch.notifiers[type] && (events & (Asked[type] | Unasked)))
            watch.ready |= quint8(1U << type);
    }
    if (watch.ready != 0 && !inLine)
        m_ready.push_back(descriptor);
}

QSocketNotifier *NotifierSet::takeReady()
{
    while (!m_ready.empty()) {
        const auto found = m_watches.find(m_ready.front());
        if (found != m_watches.end() && found->second.ready != 0) {
            Watch &watch = found->second;
            const auto type = std::size_t(std::countr_zero(watch.ready));
            watch.ready &= quint8(watch.ready - 1U);
            return watch.notifiers[type];
        }
        m_ready.pop_front();
    }
    return nullptr;
}
