#include "serverloop.h"

#include "serverproblem.h"

#include <QSet>

#include <algorithm>

// A pass is a `send` of the system, which takes about a microsecond.
static constexpr std::size_t PassesAtOnce = 256;
static constexpr std::size_t PassesPerTurn = 4096;

ServerLoop::ServerLoop(const std::shared_ptr<BatchBacklog> &backlog, std::shared_ptr<const LoopDirectory> directory,
                       QObject *parent)
    : QObject(parent)
    , m_directory(std::move(directory))
    , m_lane(backlog, this)
    , m_watch(this)
{
    connect(&m_watch, &FactsWatch::told, this, &ServerLoop::facts);
    connect(&m_lane, &BatchLane::overfull, this, [this] { setPressure(true); });
}

ServerLoop::~ServerLoop()
{
    fallSilent();
}

void ServerLoop::setInterpretations(const Interpretations &interpretations)
{
    m_interpretations = interpretations;
    for (const auto &[id, channel] : m_channels)
        channel->setInterpretation(interpretations.of(id));
}

void ServerLoop::adopt(SocketId id, qintptr descriptor, Admittance admittance)
{
    const Interpretation &reading = m_interpretations.of(id);
    const ChannelOptions options{reading.framing, m_options.messageLimit, reading.encoding, m_options.queueLimit,
                                 m_options.keepHalfOpen};
    auto *channel = new Channel(id, options, &m_lane, this);
    const bool adopted = channel->adopt(descriptor);
    const bool isIn = admittance == Admittance::In;
    if (!adopted)
        recordError(acceptProblemText({}), id);
    else if (!isIn)
        channel->drop(CloseReason::Limit, admittance == Admittance::AddressFull ? QString(Record::AddressMark) : QString());
    if (!adopted || !isIn) {
        channel->deleteLater();
        Q_EMIT closed(id);
        return;
    }
    m_channels.emplace(id, channel);
    channel->setPressure(m_pressure || m_fullInboxes > 0);
    connect(channel, &Channel::received, this, [this, channel](MessageRun messages) { onReceived(channel, messages); });
    connect(channel, &Channel::sent, this, &ServerLoop::tellIfReady);
    connect(channel, &Channel::closed, this, [this, channel] { onClosed(channel); });
    tellIfReady();
}

void ServerLoop::onReceived(Channel *from, MessageRun messages)
{
    if (m_options.mode == ServerMode::Echo)
        from->echo(messages);
    else if (m_options.mode == ServerMode::Relay)
        relay(from, messages);
}

/// To the other loops first, so that they work meanwhile. Where a run goes to many it goes through the own inbox too, so that
/// a read with many messages does not keep this loop for long.
void ServerLoop::relay(const Channel *from, MessageRun messages)
{
    const bool atOnce = m_channels.size() <= PassesAtOnce && m_inbox.isEmpty();
    RelayInbox::Letter letter{{}, from->id()};
    m_directory->refresh(m_loops, m_loopsVersion);
    for (ServerLoop *loop : std::as_const(m_loops)) {
        if ((loop == this && atOnce) || loop->load() == 0)
            continue;
        if (!letter.block) {
            letter.block = std::make_shared<const MessageBlock>(messages);
            m_lane.settle(); // what was read comes before what others send of it
        }
        post(loop, letter);
    }
    if (atOnce)
        passToAllBut(from->id(), messages);
    updatePressure();
}

void ServerLoop::post(ServerLoop *loop, const RelayInbox::Letter &letter)
{
    const RelayInbox::Posted posted = loop->m_inbox.post(letter, this);
    if (posted.wasEmpty)
        QMetaObject::invokeMethod(loop, &ServerLoop::takeRelayed, Qt::QueuedConnection);
    m_fullInboxes += posted.mustWait ? 1 : 0;
}

void ServerLoop::passToAllBut(SocketId from, MessageRun messages)
{
    for (const auto &[id, target] : m_channels) {
        if (id != from)
            target->pass(messages);
    }
}

/// A slice, then whatever else there is to do, then the next.
void ServerLoop::takeRelayed()
{
    const std::size_t targets = std::max<std::size_t>(1, m_channels.size());
    const RelayInbox::Taken taken = m_inbox.take(qsizetype(1 + PassesPerTurn / targets));
    for (const RelayInbox::Letter &letter : taken.letters)
        passToAllBut(letter.from, letter.block->run());
    if (taken.more)
        QMetaObject::invokeMethod(this, &ServerLoop::takeRelayed, Qt::QueuedConnection);
    for (ServerLoop *loop : taken.relieved)
        QMetaObject::invokeMethod(loop, &ServerLoop::onRelieved, Qt::QueuedConnection);
}

void ServerLoop::onRelieved()
{
    --m_fullInboxes;
    updatePressure();
}

void ServerLoop::setPressure(bool on)
{
    m_pressure = on;
    if (m_file)
        m_file->setPressure(on);
    updatePressure();
}

void ServerLoop::updatePressure()
{
    const bool presses = m_pressure || m_fullInboxes > 0;
    if (std::exchange(m_wasPressing, presses) == presses)
        return;
    for (const auto &[id, channel] : m_channels)
        channel->setPressure(presses);
}

void ServerLoop::onClosed(Channel *channel)
{
    m_watch.finish(channel);
    m_channels.erase(channel->id());
    channel->deleteLater();
    Q_EMIT closed(channel->id());
}

void ServerLoop::send(quint64 ticket, const Message &message, const QList<SocketId> &targets)
{
    forTargets(ticket, targets, [&message, ticket](Channel &channel) { channel.send(message, ticket); });
}

void ServerLoop::sendTyped(quint64 ticket, const TypedText &typed, const QList<SocketId> &targets)
{
    TypedMessages messages(typed);
    forTargets(ticket, targets, [this, &messages, ticket](Channel &channel) {
        const auto &[message, problem] = messages.in(m_interpretations.of(channel.id()));
        if (message)
            channel.send(*message, ticket);
        else
            m_lane.append(SendOutcome{ticket, channel.id(), SendOutcome::State::Failed, CloseReason::None, problem});
    });
}

void ServerLoop::forTargets(quint64 ticket, const QList<SocketId> &targets, const std::function<void(Channel &)> &send)
{
    if (targets.isEmpty()) {
        for (const auto &[id, channel] : m_channels)
            send(*channel);
        return;
    }
    for (const SocketId id : targets) {
        const auto found = m_channels.find(id);
        if (found != m_channels.end()) {
            send(*found->second);
            continue;
        }
        m_lane.append(SendOutcome{ticket, id, SendOutcome::State::Failed, CloseReason::None});
        recordError(noSuchSocketText(id), id);
    }
}

void ServerLoop::sendFile(quint64 ticket, const QString &path, const QList<SocketId> &targets, quint64 rate)
{
    m_file = std::make_unique<FileSending>(ticket);
    connect(m_file.get(), &FileSending::progressed, this, &ServerLoop::fileProgressed);
    m_file->setPressure(m_pressure);
    const QList<Channel *> channels = channelsThatTake(targets);
    if (channels.isEmpty())
        m_file->refuse(path, nobodyConnectedText());
    else
        m_file->start(path, channels, rate);
}

/// None named: all of them.
QList<Channel *> ServerLoop::channelsThatTake(const QList<SocketId> &targets) const
{
    const QSet<SocketId> named(targets.cbegin(), targets.cend());
    QList<Channel *> channels;
    for (const auto &[id, channel] : m_channels) {
        if (channel->canSend() && (named.isEmpty() || named.contains(id)))
            channels.append(channel);
    }
    return channels;
}

void ServerLoop::forEachOf(const QList<SocketId> &sockets, const std::function<void(Channel *)> &action)
{
    for (const SocketId id : sockets) {
        const auto found = m_channels.find(id);
        if (found != m_channels.end())
            action(found->second);
        else
            recordError(noSuchSocketText(id), id);
    }
}

void ServerLoop::watch(const std::optional<SocketId> &socket)
{
    const auto found = m_channels.find(socket.value_or(ListenerId));
    m_watch.watch(found != m_channels.end() ? found->second : nullptr);
}

void ServerLoop::askReady(quint64 question, bool patient)
{
    m_question = question;
    const bool ready = isAnyReady();
    m_waitsForReady = patient && !ready;
    Q_EMIT answered(question, ready);
}

bool ServerLoop::isAnyReady() const
{
    return std::any_of(m_channels.cbegin(), m_channels.cend(), [](const auto &entry) { return entry.second->isReady(); });
}

void ServerLoop::tellIfReady()
{
    if (!m_waitsForReady || !isAnyReady())
        return;
    m_waitsForReady = false;
    Q_EMIT answered(m_question, true);
}

void ServerLoop::beat(qint64 sent)
{
    const std::chrono::nanoseconds now = std::chrono::steady_clock::now().time_since_epoch();
    Q_EMIT beaten(now.count() - sent);
}

void ServerLoop::stop()
{
    for (auto it = m_channels.begin(); it != m_channels.end();)
        (it++)->second->close(CloseReason::ClosedByUs, StopPatience);
}

void ServerLoop::stopNow()
{
    while (!m_channels.empty())
        m_channels.begin()->second->reset(CloseReason::ClosedByUs);
}

void ServerLoop::fallSilent()
{
    m_file.reset();
    m_watch.watch(nullptr);
    for (const auto &[id, channel] : std::exchange(m_channels, {}))
        delete channel;
    m_lane.clear();
    m_inbox.clear();
}

void ServerLoop::recordError(const QString &sentence, SocketId socket)
{
    m_lane.append(Record::of(Record::Kind::Error, socket, {.text = sentence}));
}
