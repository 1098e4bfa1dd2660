#pragma once

#include <QSocketNotifier>

#include <array>
#include <chrono>
#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

#include <poll.h>
#include <sys/epoll.h>

/// The socket notifiers of one thread, and the `epoll` set that watches their descriptors, level-triggered. For an
/// event dispatcher, whose thread it lives in.
///
/// The system is told of changes just before a wait, so that what is switched on and off again in one turn is free.
/// What `epoll` refuses, as a regular file, is asked by `poll` in each turn, and then no turn sleeps.
class NotifierSet final
{
public:
    /// Each write to this eventfd ends a wait; nobody needs to read it.
    explicit NotifierSet(int wakeDescriptor);
    ~NotifierSet();
    Q_DISABLE_COPY_MOVE(NotifierSet)

    /// A descriptor has one notifier of each type; another one takes the place of the first, with a warning.
    void add(QSocketNotifier *notifier);
    /// Also forgets that it is ready. The descriptor may be closed already, and its number in use again.
    void remove(QSocketNotifier *notifier);

    /// Waits until a descriptor is ready, or for this long (nothing: for ever). False: a signal came in between.
    bool wait(std::optional<std::chrono::milliseconds> atMost);

    /// Sends its event to each notifier that is ready. Returns to how many.
    int activate();

private:
    static constexpr std::size_t EventsPerWait = 512;
    static constexpr std::size_t Types = 3; // read, write, exception

    struct Watch
    {
        std::array<QSocketNotifier *, Types> notifiers = {};
        quint32 told = 0;   // what the set was told to watch; 0: not in it
        quint8 ready = 0;   // a bit for each type
        bool changed = false;
    };

    static quint32 wanted(const Watch &watch);
    void markChanged(int descriptor, Watch &watch);
    bool askChanged();
    bool listChanged();
    bool tell(int descriptor, Watch &watch);
    void takeOut(int descriptor, Watch &watch);
    void disableInvalid(int descriptor);
    void markReady(int descriptor, quint32 events);
    QSocketNotifier *takeReady();

    const int m_epoll;
    const int m_wakeDescriptor;
    std::unordered_map<int, Watch> m_watches; // by descriptor
    std::vector<int> m_changed;
    std::vector<pollfd> m_asked;
    std::deque<int> m_ready;
    std::array<epoll_event, EventsPerWait> m_events = {};
};
