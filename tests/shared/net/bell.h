#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>

#include <sys/eventfd.h>
#include <unistd.h>

/// An eventfd: ready to read while it has rung and was not silenced, and ready to write nearly always.
class Bell final
{
public:
    Bell() { ring(); }
    ~Bell() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(Bell)

    int descriptor() const { return m_descriptor; }
    void ring() const { ::eventfd_write(m_descriptor, 1); }
    void silence() const
    {
        eventfd_t rung = 0;
        ::eventfd_read(m_descriptor, &rung);
    }

private:
    const int m_descriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
};

inline std::unique_ptr<QSocketNotifier> notifier(int descriptor, QSocketNotifier::Type type,
                                                 std::function<void()> onReady)
{
    auto made = std::make_unique<QSocketNotifier>(descriptor, type);
    QObject::connect(made.get(), &QSocketNotifier::activated, made.get(), std::move(onReady));
    return made;
}

inline std::unique_ptr<QSocketNotifier> reader(const Bell &bell, std::function<void()> onReady)
{
    return notifier(bell.descriptor(), QSocketNotifier::Read, std::move(onReady));
}
