#include "standardoutput.h"

#include "detachedthread.h"
#include "nativestreams.h"

#include <QCoreApplication>

#include <atomic>
#include <condition_variable>
#include <mutex>

/// What the writing thread and the object share. The thread can hang in a write for ever and must not be waited for.
struct StandardOutput::Shared
{
    std::mutex mutex;
    std::condition_variable given;
    StandardOutput *writer = nullptr; // null: gone
    QByteArray waiting;
    qsizetype inHand = 0; // bytes that the thread is writing
    std::atomic<quint64> taken = 0; // bytes, in all
    bool lost = false;
};

/// All of it, as the reader takes it. Not through stdio, whose lock would be held by a write that hangs.
static bool writeAll(NativeStreams::Out stream, QByteArrayView bytes, std::atomic<quint64> *taken = nullptr)
{
    while (!bytes.isEmpty()) {
        const qsizetype piece = qMin<qsizetype>(bytes.size(), 64 * 1024); // so that what is taken shows as it goes
        const qsizetype count = NativeStreams::write(stream, bytes.first(piece));
        if (count <= 0)
            return false;
        bytes = bytes.sliced(count);
        if (taken)
            *taken += quint64(count);
    }
    return true;
}

StandardOutput::StandardOutput(QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->writer = this;
    connect(&m_patience, &QTimer::timeout, this, &StandardOutput::onPatience);
    if (!runDetached([shared = m_shared] { run(shared); }))
        m_shared->lost = true;
}

StandardOutput::~StandardOutput()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->writer = nullptr;
    m_shared->given.notify_one();
}

void StandardOutput::write(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_lost)
        return;
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->lost) { // there is no thread, or what ended it is on its way here
        QMetaObject::invokeMethod(this, [this] { onProgress(true); }, Qt::QueuedConnection);
        return;
    }
    m_shared->waiting.append(bytes);
    m_shared->given.notify_one();
}

bool StandardOutput::isBehind() const
{
    const std::lock_guard lock(m_shared->mutex);
    return !m_shared->lost && m_shared->waiting.size() + m_shared->inHand > HighWater;
}

void StandardOutput::finish()
{
    m_finishing = true;
    QMetaObject::invokeMethod(this, [this] { onProgress(false); }, Qt::QueuedConnection);
}

void StandardOutput::giveUpWhenStalled(std::chrono::milliseconds patience)
{
    m_takenBefore = m_shared->taken;
    m_patience.start(patience);
}

void StandardOutput::onPatience()
{
    const quint64 taken = m_shared->taken;
    const bool isStalled = std::exchange(m_takenBefore, taken) == taken;
    bool isWaiting = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        isWaiting = m_shared->inHand > 0 || !m_shared->waiting.isEmpty();
    }
    if (isStalled && isWaiting)
        Q_EMIT written();
}

void StandardOutput::onProgress(bool isLost)
{
    if (isLost && !std::exchange(m_lost, true))
        Q_EMIT lost();
    if (!isBehind())
        Q_EMIT caughtUp();
    bool done = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        done = m_shared->lost || (m_shared->waiting.isEmpty() && m_shared->inHand == 0);
    }
    if (done && std::exchange(m_finishing, false))
        Q_EMIT written();
}

void StandardOutput::run(std::shared_ptr<Shared> shared)
{
    std::unique_lock lock(shared->mutex);
    while (!shared->lost) {
        shared->given.wait(lock, [&] { return !shared->waiting.isEmpty() || !shared->writer; });
        if (!shared->writer)
            return;
        const QByteArray bytes = std::exchange(shared->waiting, {});
        shared->inHand = bytes.size();
        lock.unlock();
        const bool ok = writeAll(NativeStreams::Out::Output, bytes, &shared->taken);
        lock.lock();
        shared->inHand = 0;
        shared->lost = !ok;
        if (!shared->writer)
            return;
        QMetaObject::invokeMethod(
            shared->writer, [writer = shared->writer, ok] { writer->onProgress(!ok); }, Qt::QueuedConnection);
    }
}

void StandardOutput::print(const QString &text)
{
    writeAll(NativeStreams::Out::Output, text.toUtf8());
}

void StandardOutput::notice(const QString &line)
{
    writeAll(NativeStreams::Out::Error, line.toUtf8() + '\n');
}

QString outputLostText()
{
    return QCoreApplication::translate("CommandLine", "Standard output can't be written any more; ending.");
}
