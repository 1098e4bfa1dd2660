#include "channel.h"

#include "nativeprocess.h"

#include <QDateTime>
#include <QThread>

#include <chrono>
#include <utility>

/// Of a clock that never goes back.
static qint64 nowNs()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Channel::Channel(SocketId id, const ChannelOptions &options, BatchLane *lane, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_options(options)
    , m_lane(lane)
    , m_connection(this)
    , m_framer(options.framing, options.messageLimit, options.encoding)
    , m_idle(this)
{
    m_idle.setSingleShot(true);
    m_idle.setTimerType(Qt::PreciseTimer);
    connect(&m_idle, &QTimer::timeout, this, &Channel::onIdle);
    connect(&m_connection, &Connection::connected, this, &Channel::onConnected);
    connect(&m_connection, &Connection::received, this, &Channel::take);
    connect(&m_connection, &Connection::arrived, this, [this] {
        if (m_connection.bytesUnread() > 0)
            changed(false);
    });
    connect(&m_connection, &Connection::sent, this, &Channel::onSent);
    connect(&m_connection, &Connection::peerFinished, this, &Channel::onPeerFinished);
    connect(&m_connection, &Connection::weFinished, this, [this] {
        m_lane->append(Record::of(Record::Kind::WeFinished, m_id));
        changed(true);
    });
    connect(&m_connection, &Connection::closed, this, &Channel::onClosed);
}

bool Channel::adopt(qintptr descriptor)
{
    m_accepted = true;
    setPressure(m_lane->isPressing());
    return m_connection.adopt(descriptor);
}

void Channel::connectTo(const QString &host, quint16 port, std::chrono::milliseconds timeout)
{
    m_since = QDateTime::currentMSecsSinceEpoch();
    setPressure(m_lane->isPressing());
    changed(true); // first: the system can refuse at once, and `closed` is the last word
    m_connection.connectTo(host, port, timeout);
}

void Channel::onConnected()
{
    m_since = QDateTime::currentMSecsSinceEpoch();
    const Record::Details details{.local = m_connection.local(), .peer = m_connection.peer()};
    m_lane->append(Record::of(m_accepted ? Record::Kind::Accepted : Record::Kind::Connected, m_id, details));
    changed(true);
    Q_EMIT connected();
}

void Channel::take(QByteArrayView bytes)
{
    m_lane->addRead(m_id, bytes);
    changed(false);
    feed(bytes);
    watchFramer();
}

void Channel::feed(QByteArrayView bytes)
{
    const qint64 now = m_framer.looksAtTimes() ? nowNs() : 0;
    const auto deliverEach = [this](MessageRun messages) { deliver(messages); };
    if (m_heldOver.isEmpty())
        m_framer.feed(bytes, now, deliverEach);
    else
        m_framer.feed(std::exchange(m_heldOver, {}).append(bytes), now, deliverEach);
}

/// After each feed: is there a silence to wait for, or has it failed?
void Channel::watchFramer()
{
    if (m_framer.failed())
        giveUpFraming();
    const auto deadline = m_framer.deadline();
    if (!deadline || m_idle.isActive())
        return;
    const std::chrono::nanoseconds left(qMax<qint64>(0, *deadline - nowNs()));
    m_idle.start(std::chrono::ceil<std::chrono::milliseconds>(left));
}

void Channel::onIdle()
{
    m_framer.advance(nowNs(), [this](MessageRun messages) { deliver(messages); });
    watchFramer(); // something may have been read meanwhile
}

/// Nothing more is read. It closes in a turn of its own: this can happen in the middle of a walk through many channels.
void Channel::giveUpFraming()
{
    if (std::exchange(m_broken, true))
        return;
    m_detail = m_framer.protocolProblem();
    m_lane->append(Record::of(Record::Kind::Error, m_id, {.text = m_detail}));
    updateReading();
    QMetaObject::invokeMethod(this, [this] { m_connection.close(CloseReason::ProtocolError); }, Qt::QueuedConnection);
}

/// The stream has ended. What broke the framing is recorded, but nobody is to send it on.
void Channel::deliverLast()
{
    feed({});
    if (m_framer.failed())
        giveUpFraming();
    m_idle.stop();
    m_framer.finish([this](MessageRun last) {
        if (m_broken)
            record(Record::Kind::Received, last);
        else
            deliver(last);
    });
}

void Channel::deliver(MessageRun messages)
{
    record(Record::Kind::Received, messages);
    Q_EMIT received(messages);
}

/// Where there is a store, what they are is seen there.
void Channel::record(Record::Kind kind, MessageRun messages)
{
    if (m_lane->hasStore()) {
        m_lane->count(messages.size());
        return;
    }
    for (const MessageView &message : messages)
        m_lane->append(Record::of(kind, m_id, message.toMessage()));
}

qint64 Channel::waiting() const
{
    return m_connection.bytesQueued() + qint64(m_waiting.size()) * MessageOverhead;
}

/// A peer for which nothing waits is not slow, however long the message.
bool Channel::exceedsLimit(const Message &message) const
{
    return waiting() > 0 && waiting() + message.wire.size() + MessageOverhead > m_options.queueLimit;
}

void Channel::send(const Message &message, quint64 ticket)
{
    // What is sent can come faster than the system's word that it takes more.
    if (canSend() && exceedsLimit(message))
        m_connection.flush();
    const bool can = canSend();
    if (can && exceedsLimit(message)) {
        giveUp(message, ticket);
        return;
    }
    if (ticket) {
        const auto state = can ? SendOutcome::State::Queued : SendOutcome::State::Failed;
        m_lane->append(SendOutcome{ticket, m_id, state, m_reason});
    }
    if (can)
        queue(message, ticket);
}

/// The queue's limit is reached. The channel takes no more from now on, and closes in a turn of its own: who sends is
/// often in the middle of a walk through many channels.
void Channel::giveUp(const Message &message, quint64 ticket)
{
    m_gaveUp = true;
    m_refusedBytes = quint64(message.wire.size());
    if (ticket)
        m_lane->append(SendOutcome{ticket, m_id, SendOutcome::State::Failed, CloseReason::TooSlow});
    QMetaObject::invokeMethod(this, [this] { reset(CloseReason::TooSlow); }, Qt::QueuedConnection);
}

void Channel::pass(MessageRun messages)
{
    if (!canSend())
        return;
    if (m_waiting.empty()) {
        sendNow(messages);
        return;
    }
    for (const MessageView &message : messages)
        send(message.toMessage());
}

void Channel::echo(MessageRun messages)
{
    if (!canSend())
        return;
    sendNow(messages);
    if (std::exchange(m_echoPaused, waiting() > HighWater) != m_echoPaused)
        updateReading();
}

void Channel::sendNow(MessageRun messages)
{
    if (wireOf(messages).isEmpty()) // raw: the rest of a cut character, whose bytes have gone out before
        return;
    qsizetype left = m_waiting.empty() ? m_connection.sendNow(wireOf(messages)) : 0;
    if (left > 0) {
        m_lane->addWrite(m_id, wireOf(messages).first(left));
        m_queuedInAll += quint64(left);
        m_stored = m_queuedInAll;
        changed(false);
    }
    std::size_t whole = 0;
    while (whole < messages.size() && messages[whole].wire.size() <= left)
        left -= messages[whole++].wire.size();
    record(Record::Kind::Sent, messages.first(whole));
    for (const MessageView &message : messages.subspan(whole))
        queueRest(message, std::exchange(left, 0));
}

/// A message of which the system took some bytes already.
void Channel::queueRest(const MessageView &message, qsizetype taken)
{
    m_queuedInAll += quint64(message.wire.size() - taken);
    m_waiting.push_back({m_queuedInAll, message.toMessage(), 0});
    m_connection.send(m_waiting.back().message.wire.sliced(taken));
    changed(false);
}

void Channel::queue(const Message &message, quint64 ticket)
{
    if (message.wire.isEmpty()) { // raw: the rest of a cut character, whose bytes have gone out before
        if (ticket)
            m_lane->append(SendOutcome{ticket, m_id, SendOutcome::State::Sent, CloseReason::None});
        return;
    }
    m_queuedInAll += quint64(message.wire.size());
    m_waiting.push_back({m_queuedInAll, message, ticket});
    m_connection.send(message.wire);
    changed(false);
}

/// What the system took since the last time: parts of the messages that wait, or wholes.
void Channel::storeTaken()
{
    const quint64 taken = m_connection.bytesOut();
    for (const Waiting &waiting : m_waiting) {
        const quint64 start = waiting.end - quint64(waiting.message.wire.size());
        if (start >= taken)
            break;
        const quint64 from = qMax(start, m_stored);
        const quint64 to = qMin(waiting.end, taken);
        if (from < to)
            m_lane->addWrite(m_id, QByteArrayView(waiting.message.wire).sliced(qsizetype(from - start), qsizetype(to - from)));
    }
    m_stored = taken;
}

void Channel::onSent()
{
    if (m_lane->hasStore())
        storeTaken();
    while (!m_waiting.empty() && m_waiting.front().end <= m_connection.bytesOut()) {
        const Waiting done = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_lane->append(Record::of(Record::Kind::Sent, m_id, done.message));
        if (done.ticket)
            m_lane->append(SendOutcome{done.ticket, m_id, SendOutcome::State::Sent, CloseReason::None});
    }
    if (m_echoPaused && waiting() < HighWater / 2) {
        m_echoPaused = false;
        updateReading();
    }
    changed(false);
    Q_EMIT sent();
}

void Channel::onPeerFinished()
{
    deliverLast();
    m_lane->append(Record::of(Record::Kind::PeerFinished, m_id));
    changed(true);
    if (!m_options.keepHalfOpen)
        m_connection.close(CloseReason::PeerClosed);
}

void Channel::onClosed(CloseReason reason, const QString &detail)
{
    deliverLast();
    m_reason = reason;
    if (reason != CloseReason::ProtocolError)
        m_detail = reason == CloseReason::ClosedByUs && m_connection.hasReset() ? QString(Record::ResetMark) : detail;
    m_closedAt = QDateTime::currentMSecsSinceEpoch();
    recordUnsent(reason);
    Record::Details details{.local = m_connection.local(), .peer = m_connection.peer(), .reason = reason};
    details.problem = m_connection.problem();
    details.text = m_detail;
    details.bytesIn = m_connection.bytesIn();
    details.bytesOut = m_connection.bytesOut();
    m_lane->append(Record::of(Record::Kind::Closed, m_id, details));
    m_lane->finish(this);
    Q_EMIT closed(reason);
}

/// What was queued and is lost with the connection: one record that says how much, an outcome for each ticket.
void Channel::recordUnsent(CloseReason reason)
{
    if (m_waiting.empty() && !m_gaveUp)
        return;
    Record::Details details{.reason = reason};
    details.unsentMessages = m_waiting.size() + (m_gaveUp ? 1 : 0);
    details.unsentBytes = m_queuedInAll - m_connection.bytesOut() + m_refusedBytes;
    m_lane->append(Record::of(Record::Kind::Unsent, m_id, details));
    for (const Waiting &lost : m_waiting) {
        if (lost.ticket)
            m_lane->append(SendOutcome{lost.ticket, m_id, SendOutcome::State::Failed, reason});
    }
    m_waiting.clear();
}

void Channel::finishWriting()
{
    m_connection.finishWriting();
}

void Channel::close(CloseReason reason, std::chrono::milliseconds patience)
{
    m_connection.close(reason, patience);
    if (isOpen())
        changed(true);
}

void Channel::reset(CloseReason reason)
{
    m_connection.reset(reason);
}

void Channel::drop(CloseReason reason, const QString &detail)
{
    m_connection.drop(reason, detail);
}

void Channel::setInterpretation(const Interpretation &reading)
{
    if (reading == Interpretation{m_options.framing, m_options.encoding})
        return;
    m_options.framing = reading.framing;
    m_options.encoding = reading.encoding;
    m_idle.stop();
    if (m_broken)
        return;
    m_heldOver += m_framer.takeHeld();
    m_framer.finish([this](MessageRun messages) { deliver(messages); }); // raw: a character whose end will not come
    m_framer = Framer(reading.framing, m_options.messageLimit, reading.encoding);
}

void Channel::setPressure(bool on)
{
    m_pressure = on;
    updateReading();
}

void Channel::setReading(bool on)
{
    if (m_readingStopped != on || !isOpen())
        return;
    m_readingStopped = !on;
    m_connection.note(on ? StateStep::Kind::ReadingResumed : StateStep::Kind::ReadingStopped);
    updateReading();
    changed(true);
}

void Channel::updateReading()
{
    m_connection.setReading(!m_pressure && !m_echoPaused && !m_broken && !m_readingStopped);
}

SocketFacts Channel::askFacts() const
{
    SocketFacts facts;
    facts.status = status();
    facts.time = QDateTime::currentMSecsSinceEpoch();
    facts.thread = thread()->objectName();
    facts.threadId = NativeProcess::threadId();
    m_connection.ask(facts);
    if (isOpen())
        facts.buffers.queueLimit = quint64(m_options.queueLimit);
    return facts;
}

SocketStatus Channel::status() const
{
    SocketStatus status;
    status.id = m_id;
    status.state = m_connection.state();
    status.reason = m_reason;
    status.problem = m_connection.problem();
    status.local = m_connection.local();
    status.peer = m_connection.peer();
    status.bytesIn = m_connection.bytesIn();
    status.bytesOut = m_connection.bytesOut();
    status.bytesQueued = isOpen() ? quint64(m_connection.bytesQueued()) : 0;
    status.bytesUnread = isOpen() ? quint64(m_connection.bytesUnread()) : 0;
    status.since = m_since;
    status.closedAt = m_closedAt;
    status.detail = m_detail;
    status.readingStopped = m_readingStopped;
    status.calls = m_connection.calls();
    status.history = m_connection.history();
    return status;
}
