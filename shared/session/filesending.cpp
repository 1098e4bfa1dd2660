#include "filesending.h"

#include "channel.h"

#include <algorithm>
#include <limits>

using State = FileProgress::State;

static std::chrono::nanoseconds steadyTime()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

FileSending::FileSending(quint64 ticket, QObject *parent, Clock clock)
    : QObject(parent)
    , m_ticket(ticket)
    , m_clock(clock ? std::move(clock) : Clock(steadyTime))
    , m_slices(this)
    , m_telling(this)
{
    m_slices.setInterval(Slice);
    m_slices.setTimerType(Qt::PreciseTimer);
    m_telling.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &FileSending::onSlice);
    connect(&m_telling, &QTimer::timeout, this, &FileSending::tell);
}

void FileSending::start(const QString &path, const QList<Channel *> &channels, quint64 rate)
{
    m_pace.setRate(rate);
    if (!m_file.open(path)) {
        m_unbegun = channels.size();
        fail(m_file.problem());
        return;
    }
    for (Channel *channel : channels)
        add(channel);
    restartPace();
    feedAll();
    tell();
}

void FileSending::refuse(const QString &path, const QString &problem)
{
    m_file.open(path);
    fail(m_file.problem().isEmpty() ? problem : m_file.problem());
}

void FileSending::add(Channel *channel)
{
    Target *target = m_targets.emplace_back(std::make_unique<Target>()).get();
    target->channel = channel;
    target->id = channel->id();
    connect(channel, &Channel::sent, this, [this, target] { onSent(*target); });
    connect(channel, &Channel::closed, this, [this, target](CloseReason reason) { onClosed(*target, reason); });
}

/// A piece for each target in turn, so that those that are equally far share what was read.
void FileSending::feedAll()
{
    bool any = true;
    while (std::exchange(any, false)) {
        for (const auto &target : m_targets)
            any |= feed(*target);
    }
}

bool FileSending::feed(Target &target)
{
    const quint64 left = m_file.size() - target.offset;
    if (m_state != State::Sending || m_pressure || target.ended || left == 0)
        return false;
    if (!target.channel->canSend()) {
        endIfShut(target);
        return false;
    }
    const quint64 length = std::min({quint64(FilePieces::PieceSize), left, allowed(target)});
    if (length == 0 || !target.channel->isReady())
        return false;
    const QByteArray bytes = m_file.read(target.offset, qint64(length));
    if (bytes.isEmpty()) {
        fail(m_file.problem());
        return false;
    }
    queue(target, bytes);
    return true;
}

quint64 FileSending::allowed(const Target &target) const
{
    return m_pace.rate() > 0 ? target.allowance : std::numeric_limits<quint64>::max();
}

void FileSending::queue(Target &target, const QByteArray &bytes)
{
    const auto size = quint64(bytes.size());
    Message message;
    message.wire = bytes;
    target.channel->send(message);
    const SocketStatus status = target.channel->status();
    target.pieces.push_back({status.bytesOut + status.bytesQueued, size});
    target.queued += size;
    target.offset += size;
    target.allowance -= std::min(target.allowance, size);
}

/// What the system has taken: whole pieces, and a part of the one in hand.
void FileSending::count(Target &target)
{
    const quint64 out = target.channel->status().bytesOut;
    while (!target.pieces.empty() && target.pieces.front().end <= out) {
        target.queued -= target.pieces.front().size;
        target.pieces.pop_front();
    }
    target.taken = target.offset - target.queued;
    if (!target.pieces.empty() && target.pieces.front().end - out < target.pieces.front().size)
        target.taken += target.pieces.front().size - (target.pieces.front().end - out);
}

void FileSending::onSent(Target &target)
{
    if (target.ended || target.taken == m_file.size())
        return;
    count(target);
    tellLater();
    if (target.taken == m_file.size()) {
        ++m_done;
        endIfAllHave();
        return;
    }
    while (feed(target)) { }
    endIfShut(target);
}

void FileSending::onClosed(Target &target, CloseReason reason)
{
    if (!target.ended)
        count(target);
    target.channel = nullptr;
    if (!target.ended && target.taken < m_file.size())
        end(target, reason);
}

/// Our FIN is out or about to be, without a close: what is queued still goes, nothing after it. A channel that closes
/// tells the reason by itself.
void FileSending::endIfShut(Target &target)
{
    if (target.ended || !target.channel || target.channel->canSend() || !target.pieces.empty())
        return;
    if (target.channel->status().state != SocketState::Closing)
        end(target, CloseReason::None);
}

void FileSending::end(Target &target, CloseReason reason)
{
    target.ended = true;
    target.reason = reason;
    target.queued = 0;
    target.pieces.clear();
    ++m_failed;
    m_speed.restart(); // another one is the slowest now
    tellLater();
    endIfAllHave();
}

void FileSending::endIfAllHave()
{
    if (isActive() && m_done + m_failed == qsizetype(m_targets.size()))
        setState(m_done > 0 ? State::Done : State::Failed);
}

void FileSending::onSlice()
{
    const quint64 granted = m_pace.grant(m_clock());
    for (const auto &target : m_targets)
        target->allowance = std::min(target->allowance + granted, m_pace.burst());
    feedAll();
}

void FileSending::restartPace()
{
    m_pace.restart(m_clock());
    if (m_state == State::Sending && m_pace.rate() > 0)
        m_slices.start();
    else
        m_slices.stop();
}

void FileSending::setRate(quint64 bytesPerSecond)
{
    if (!isActive())
        return;
    m_pace.setRate(bytesPerSecond);
    for (const auto &target : m_targets)
        target->allowance = std::min(target->allowance, m_pace.burst());
    restartPace();
    m_speed.restart();
    feedAll();
    tell();
}

void FileSending::setPaused(bool on)
{
    if (!isActive() || on == (m_state == State::Paused))
        return;
    setState(on ? State::Paused : State::Sending);
    feedAll();
}

void FileSending::cancel()
{
    if (isActive())
        setState(State::Cancelled);
}

void FileSending::setPressure(bool on)
{
    m_pressure = on;
    if (!on)
        feedAll();
}

void FileSending::fail(const QString &problem)
{
    m_problem = problem;
    setState(State::Failed);
}

void FileSending::setState(State state)
{
    m_state = state;
    m_speed.restart();
    restartPace();
    tell();
}

void FileSending::tell()
{
    if (m_state == State::Sending)
        m_speed.add(slowest(), m_clock());
    m_tellsSoon = false;
    if (m_state == State::Sending)
        m_telling.start(IdleInterval);
    else
        m_telling.stop();
    Q_EMIT progressed(progress());
}

void FileSending::tellLater()
{
    if (std::exchange(m_tellsSoon, true))
        return;
    m_telling.start(TellInterval);
}

/// When all have ended early: the most that one of them got.
quint64 FileSending::slowest() const
{
    quint64 least = m_file.size();
    quint64 most = 0;
    bool any = false;
    for (const auto &target : m_targets) {
        most = std::max(most, target->taken);
        if (!target->ended)
            least = std::min(least, target->taken);
        any |= !target->ended;
    }
    return any ? least : most;
}

FileProgress FileSending::progress() const
{
    FileProgress progress;
    progress.ticket = m_ticket;
    progress.name = m_file.name();
    progress.size = m_file.size();
    progress.rate = m_pace.rate();
    progress.state = m_state;
    progress.slowest = slowest();
    progress.speed = m_state == State::Sending ? m_speed.perSecond() : 0;
    progress.targets = qsizetype(m_targets.size()) + m_unbegun;
    progress.done = m_done;
    progress.failed = m_failed + m_unbegun;
    progress.problem = m_problem;
    for (const auto &target : m_targets) {
        progress.sent += target->taken;
        progress.queued += target->ended ? 0 : target->offset - target->taken;
        if (target->ended && progress.lost.size() < FileProgress::MaxListed)
            progress.lost.append({target->id, target->taken, target->reason});
    }
    return progress;
}
