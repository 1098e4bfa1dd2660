#include "serverworker.h"

#include "nativesocket.h"
#include "serverproblem.h"

#include <QDateTime>
#include <QThread>

ServerWorker::ServerWorker(QObject *parent)
    : QObject(parent)
    , m_queue(this)
    , m_watch(this)
    , m_listenerWatch(this)
    , m_door(this)
{
    connect(&m_queue, &BatchQueue::ready, this, &ServerWorker::batch);
    connect(&m_queue, &BatchQueue::pressureChanged, this, &ServerWorker::onPressure);
    connect(&m_watch, &FactsWatch::told, this, &ServerWorker::facts);
    connect(&m_listenerWatch, &FactsWatch::told, this, &ServerWorker::facts);
    m_door.setSingleShot(true);
    connect(&m_door, &QTimer::timeout, this, &ServerWorker::lookAtTheDoor);
}

void ServerWorker::start(const ServerOptions &options)
{
    Q_ASSERT(!m_listener);
    m_options = options;
    m_interpretations.usual = {options.framing, options.encoding};
    m_stopping = false;
    auto listener = std::make_unique<Listener>();
    if (!listener->listenOn(options.listen, options.backlog)) {
        Q_EMIT listenFailed(listenProblemText(options.listen, listener->serverError(), listener->errorString()));
        return;
    }
    m_listener = std::move(listener);
    m_endpoint = m_listener->endpoint();
    m_listeningSince = QDateTime::currentMSecsSinceEpoch();
    m_closedAt = 0;
    connect(m_listener.get(), &Listener::accepted, this, &ServerWorker::accept);
    connect(m_listener.get(), &Listener::acceptFailed, this,
            [this](const QString &reason) { recordError(acceptProblemText(reason)); });
    connect(m_listener.get(), &Listener::acceptRecovered, this, [this] { recordError(acceptRecoveredText()); });
    const QString backlog = QString::number(m_listener->listenBacklogSize());
    m_queue.append(Record::of(Record::Kind::Listening, ListenerId, {.local = m_endpoint, .text = backlog}));
    m_queue.touch(this, true);
    Q_EMIT listening(m_endpoint);
}

bool ServerWorker::isFull() const
{
    return m_options.maxClients > 0 && m_channels.size() >= size_t(m_options.maxClients);
}

void ServerWorker::accept(qintptr descriptor)
{
    if (m_atTheDoor.empty() && !isFull()) {
        admit(descriptor);
        return;
    }
    m_atTheDoor.push_back({descriptor, QDeadlineTimer(DoorPatience)});
    lookAtTheDoor();
}

/// In the order of their coming: those for whom there is room by now, and those who have waited long enough.
void ServerWorker::lookAtTheDoor()
{
    while (!m_atTheDoor.empty() && (!isFull() || m_atTheDoor.front().until.hasExpired())) {
        const qintptr descriptor = m_atTheDoor.front().descriptor;
        m_atTheDoor.pop_front();
        admit(descriptor);
    }
    if (!m_atTheDoor.empty())
        m_door.start(int(m_atTheDoor.front().until.remainingTime()) + 1);
}

void ServerWorker::turnAwayWaiting()
{
    m_door.stop();
    for (const Waiting &waiting : std::exchange(m_atTheDoor, {}))
        NativeSocket::close(waiting.descriptor);
}

void ServerWorker::admit(qintptr descriptor)
{
    const Interpretation &reading = m_interpretations.of(++m_lastId);
    const ChannelOptions options{reading.framing, m_options.messageLimit, reading.encoding, m_options.queueLimit,
                                 m_options.keepHalfOpen};
    auto *channel = new Channel(m_lastId, options, &m_queue, this);
    const bool full = isFull();
    if (!channel->adopt(descriptor)) {
        recordError(acceptProblemText({}), channel->id());
        delete channel;
        return;
    }
    if (full) {
        channel->drop(CloseReason::Limit);
        channel->deleteLater();
        return;
    }
    m_channels.emplace(channel->id(), channel);
    updateGate();
    connect(channel, &Channel::received, this, [this, channel](const Message &message) { onReceived(channel, message); });
    connect(channel, &Channel::sent, this, &ServerWorker::tellIfReady);
    connect(channel, &Channel::closed, this, [this, channel] { onClosed(channel); });
    tellIfReady();
}

void ServerWorker::onReceived(Channel *from, const Message &message)
{
    if (m_options.mode == ServerMode::Echo)
        from->echo(message);
    if (m_options.mode != ServerMode::Relay)
        return;
    for (const auto &[id, target] : m_channels) {
        if (target != from && target->canSend())
            target->send(message);
    }
}

void ServerWorker::onClosed(Channel *channel)
{
    m_watch.finish(channel);
    m_channels.erase(channel->id());
    channel->deleteLater();
    updateGate();
    if (!m_atTheDoor.empty())
        m_door.start(0);
    tellIfReady();
    recordStopped();
}

void ServerWorker::onPressure(bool on)
{
    if (m_listener)
        m_listener->setHold(Listener::Hold::Pressure, on);
    for (const auto &[id, channel] : m_channels)
        channel->setPressure(on);
    if (m_file)
        m_file->setPressure(on);
    tellIfReady();
}

void ServerWorker::setMode(ServerMode mode)
{
    m_options.mode = mode;
}

void ServerWorker::setInterpretations(const Interpretations &interpretations)
{
    m_interpretations = interpretations;
    for (const auto &[id, channel] : m_channels)
        channel->setInterpretation(interpretations.of(id));
}

void ServerWorker::send(quint64 ticket, const QByteArray &content, const QList<SocketId> &targets, bool more)
{
    QString problem;
    const auto message = m_outgoing.compose(m_interpretations.usual.framing, content, more, &problem);
    if (!problem.isEmpty())
        recordError(problem);
    if (message)
        forTargets(ticket, targets, [&message, ticket](Channel &channel) { channel.send(*message, ticket); });
}

void ServerWorker::sendTyped(quint64 ticket, const TypedText &typed, const QList<SocketId> &targets)
{
    TypedMessages messages(typed);
    forTargets(ticket, targets, [this, &messages, ticket](Channel &channel) {
        const auto &[message, problem] = messages.in(m_interpretations.of(channel.id()));
        if (message)
            channel.send(*message, ticket);
        else
            m_queue.append(SendOutcome{ticket, channel.id(), SendOutcome::State::Failed, CloseReason::None, problem});
    });
}

void ServerWorker::forTargets(quint64 ticket, const QList<SocketId> &targets, const std::function<void(Channel &)> &send)
{
    if (targets.isEmpty() && m_channels.empty())
        recordError(nobodyConnectedText());
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
        m_queue.append(SendOutcome{ticket, id, SendOutcome::State::Failed, CloseReason::None});
        recordError(noSuchSocketText(id), id);
    }
}

void ServerWorker::sendFile(quint64 ticket, const QString &path, const QList<SocketId> &targets, quint64 rate)
{
    m_file = std::make_unique<FileSending>(ticket);
    connect(m_file.get(), &FileSending::progressed, this, &ServerWorker::fileProgressed);
    m_file->setPressure(m_queue.isPressing());
    const QList<Channel *> channels = channelsThatTake(targets);
    if (channels.isEmpty())
        m_file->refuse(path, nobodyConnectedText());
    else
        m_file->start(path, channels, rate);
}

/// None named: all of them.
QList<Channel *> ServerWorker::channelsThatTake(const QList<SocketId> &targets)
{
    const QSet<SocketId> named(targets.cbegin(), targets.cend());
    QList<Channel *> channels;
    for (const auto &[id, channel] : m_channels) {
        if (channel->canSend() && (named.isEmpty() || named.contains(id)))
            channels.append(channel);
    }
    return channels;
}

void ServerWorker::forEachOf(const QList<SocketId> &sockets, const std::function<void(Channel *)> &action)
{
    for (const SocketId id : sockets) {
        const auto found = m_channels.find(id);
        if (found != m_channels.end())
            action(found->second);
        else
            recordError(noSuchSocketText(id), id);
    }
}

void ServerWorker::close(const QList<SocketId> &sockets)
{
    forEachOf(sockets, [](Channel *channel) { channel->close(CloseReason::ClosedByUs); });
}

void ServerWorker::finishWriting(const QList<SocketId> &sockets)
{
    forEachOf(sockets, &Channel::finishWriting);
}

void ServerWorker::reset(const QList<SocketId> &sockets)
{
    forEachOf(sockets, [](Channel *channel) { channel->reset(CloseReason::ClosedByUs); });
}

void ServerWorker::setReading(const QList<SocketId> &sockets, bool on)
{
    forEachOf(sockets, [on](Channel *channel) { channel->setReading(on); });
}

void ServerWorker::setAccepting(bool on)
{
    if (!m_listener)
        return;
    m_listener->setHold(Listener::Hold::Paused, !on);
    m_queue.touch(this, true);
}

void ServerWorker::setAdmission(int maxClients, bool oneAtATime)
{
    m_options.maxClients = maxClients;
    m_options.oneAtATime = oneAtATime;
    updateGate();
    lookAtTheDoor();
}

/// One at a time: nobody is accepted while somebody is there.
void ServerWorker::updateGate()
{
    if (m_listener)
        m_listener->setHold(Listener::Hold::Occupied, m_options.oneAtATime && !m_channels.empty());
}

void ServerWorker::watch(const std::optional<SocketId> &socket)
{
    const auto found = m_channels.find(socket.value_or(ListenerId));
    if (found != m_channels.end())
        m_watch.watch(found->second);
    else
        m_watch.watch(socket == ListenerId && m_listener ? this : nullptr);
}

void ServerWorker::watchListener(bool on)
{
    m_listenerWatch.watch(on && m_listener ? this : nullptr);
}

void ServerWorker::stop()
{
    if (!m_listener && !m_stopping)
        return;
    closeListener();
    for (auto it = m_channels.begin(); it != m_channels.end();)
        (it++)->second->close(CloseReason::ClosedByUs, StopPatience);
    recordStopped();
}

void ServerWorker::stopNow()
{
    if (!m_listener && !m_stopping)
        return;
    closeListener();
    while (!m_channels.empty())
        m_channels.begin()->second->reset(CloseReason::ClosedByUs);
    recordStopped();
}

void ServerWorker::closeListener()
{
    m_stopping = true;
    turnAwayWaiting();
    if (!m_listener)
        return;
    m_listenerCalls = m_listener->calls();
    ++m_listenerCalls.close;
    m_listenerHistory = m_listener->history();
    m_listenerHistory.add(StateStep::Kind::Closed, CloseReason::ClosedByUs);
    m_listener.reset();
    m_closedAt = QDateTime::currentMSecsSinceEpoch();
    m_watch.finish(this);
    m_listenerWatch.finish(this);
    m_queue.touch(this, true);
}

void ServerWorker::recordStopped()
{
    if (!m_stopping || !m_channels.empty())
        return;
    m_stopping = false;
    m_queue.append(Record::of(Record::Kind::Stopped, ListenerId, {.local = m_endpoint}));
}

void ServerWorker::askReady(bool patient)
{
    m_readyAsked = true;
    m_patient = patient;
    tellIfReady();
}

void ServerWorker::tellIfReady()
{
    if (!m_readyAsked || m_queue.isPressing())
        return;
    const bool ready = !m_patient || m_channels.empty()
        || std::any_of(m_channels.cbegin(), m_channels.cend(), [](const auto &entry) { return entry.second->isReady(); });
    if (!ready)
        return;
    m_readyAsked = false;
    Q_EMIT readyToSend();
}

void ServerWorker::recordError(const QString &sentence, SocketId socket)
{
    m_queue.append(Record::of(Record::Kind::Error, socket, {.text = sentence}));
}

SocketStatus ServerWorker::status() const
{
    SocketStatus status;
    status.id = ListenerId;
    status.state = m_listener ? SocketState::Listening : SocketState::Closed;
    status.reason = m_listener ? CloseReason::None : CloseReason::ClosedByUs;
    status.local = m_endpoint;
    status.since = m_listeningSince;
    status.closedAt = m_closedAt;
    status.acceptingPaused = m_listener && m_listener->isHeld(Listener::Hold::Paused);
    status.calls = m_listener ? m_listener->calls() : m_listenerCalls;
    status.history = m_listener ? m_listener->history() : m_listenerHistory;
    return status;
}

SocketFacts ServerWorker::askFacts() const
{
    SocketFacts facts;
    facts.status = status();
    facts.time = QDateTime::currentMSecsSinceEpoch();
    facts.thread = thread()->objectName();
    if (!m_listener)
        return facts;
    facts.backlog.size = quint64(m_options.backlog);
    m_listener->ask(facts);
    return facts;
}
