#include "standardinput.h"

#include "detachedthread.h"
#include "framer.h"
#include "nativestreams.h"
#include "standardoutput.h"

#include <QCoreApplication>

#include <condition_variable>
#include <mutex>

/// What the reading thread and the object share. The thread can hang in a read for ever and must not be waited for, so
/// it keeps this alive and learns here when nobody wants its lines any more.
struct StandardInput::Shared
{
    std::mutex mutex;
    std::condition_variable asked;
    StandardInput *reader = nullptr; // null: gone
    bool wanted = false;
};

StandardInput::StandardInput(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->reader = this;
}

StandardInput::~StandardInput()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->reader = nullptr;
    m_shared->asked.notify_one();
}

void StandardInput::next()
{
    if (m_ended)
        return;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->wanted = true;
        m_shared->asked.notify_one();
    }
    if (std::exchange(m_started, true) || runDetached([shared = m_shared] { run(shared); }))
        return;
    StandardOutput::notice(QCoreApplication::translate("CommandLine", "Standard input can't be read: the system has no threads "
                                                                      "left for this program."));
    QMetaObject::invokeMethod(this, [this] { onRead({}, true); }, Qt::QueuedConnection);
}

void StandardInput::onRead(const QList<Message> &read, bool end)
{
    if (!read.isEmpty())
        Q_EMIT lines(read);
    if (end) {
        m_ended = true;
        Q_EMIT ended();
    } else if (read.isEmpty()) {
        next();
    }
}

void StandardInput::run(std::shared_ptr<Shared> shared)
{
    Framer framer(Framing{Framing::Kind::Lines}, MaxLine);
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (bool end = false; !end;) {
        {
            std::unique_lock lock(shared->mutex);
            shared->asked.wait(lock, [&] { return shared->wanted || !shared->reader; });
            shared->wanted = false;
        }
        const qsizetype got = NativeStreams::read(piece.data(), piece.size());
        end = got <= 0;
        const QList<Message> lines = end ? framer.finish() : framer.feed(piece.first(got));
        const std::lock_guard lock(shared->mutex);
        if (!shared->reader)
            return;
        QMetaObject::invokeMethod(
            shared->reader, [reader = shared->reader, lines, end] { reader->onRead(lines, end); }, Qt::QueuedConnection);
    }
}
