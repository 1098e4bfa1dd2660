#include "serverworker.h"

#include "nativeprocess.h"
#include "nativesocket.h"
#include "serverloop.h"
#include "serverproblem.h"

#include <QDateTime>
#include <QThread>

ServerWorker::ServerWorker(QObject *parent)
    : QObject(parent)
    , m_queue(this)
    , m_watch(this)
    , m_listenerWatch(this)
    , m_loops(&m_queue)
    , m_serving(&m_loops)
    , m_fileTelling(this)
    , m_gate(this)
{
    connect(&m_queue, &BatchQueue::ready, this, &ServerWorker::batch);
    connect(&m_queue, &BatchQueue::pressureChanged, this, &ServerWorker::onPressure);
    connect(&m_watch, &FactsWatch::told, this, &ServerWorker::facts);
    connect(&m_serving, &ServingWatch::told, this, &ServerWorker::serving);
    connect(&m_loops, &ServerLoops::made, this, &ServerWorker::listenTo);
    for (ServerLoop *loop : m_loops.all())
        listenTo(loop);
    connect(&m_listenerWatch, &FactsWatch::told, this, &ServerWorker::facts);
    connect(&m_gate, &Gate::decided, this, &ServerWorker::seat);
    m_fileTelling.setSingleShot(true);
    m_fileTelling.setInterval(FileSending::TellInterval);
    connect(&m_fileTelling, &QTimer::timeout, this, &ServerWorker::tellFile);
}

/// All that a loop tells comes in a turn of its own, also from the loop of this thread.
void ServerWorker::listenTo(ServerLoop *loop)
{
    connect(loop, &ServerLoop::closed, this, &ServerWorker::onClosed, Qt::QueuedConnection);
    connect(loop, &ServerLoop::facts, this, [this](const SocketFacts &told) {
        if (told.status.id == m_watched) // else it was asked for before
            Q_EMIT facts(told);
    }, Qt::QueuedConnection);
    connect(loop, &ServerLoop::answered, this,
            [this, loop](quint64 question, bool ready) { onAnswered(loop, question, ready); }, Qt::QueuedConnection);
    connect(loop, &ServerLoop::fileProgressed, this,
            [this, loop](const FileProgress &progress) { onFileProgressed(loop, progress); }, Qt::QueuedConnection);
    ServerLoops::post(loop, [options = m_options, readings = m_interpretations, presses = m_queue.isPressing()](ServerLoop *made) {
        made->setOptions(options);
        made->setInterpretations(readings);
        made->setPressure(presses);
    });
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
    m_loops.resize(options.threadPerClient ? 1 : options.ioThreads);
    m_loops.postToAll([options, readings = m_interpretations](ServerLoop *loop) {
        loop->setOptions(options);
        loop->setInterpretations(readings);
    });
    m_listener = std::move(listener);
    updateRules();
    connectListener();
    m_serving.start(options.threadPerClient);
    const QString backlog = QString::number(m_listener->listenBacklogSize());
    m_queue.lane()->append(Record::of(Record::Kind::Listening, ListenerId, {.local = m_endpoint, .text = backlog}));
    m_queue.lane()->touch(this, true);
    Q_EMIT listening(m_endpoint);
}

void ServerWorker::connectListener()
{
    m_endpoint = m_listener->endpoint();
    m_listeningSince = QDateTime::currentMSecsSinceEpoch();
    m_closedAt = 0;
    connect(m_listener.get(), &Listener::accepted, &m_gate, &Gate::come);
    connect(m_listener.get(), &Listener::acceptFailed, this,
            [this](const QString &reason) { recordError(acceptProblemText(reason)); });
    connect(m_listener.get(), &Listener::acceptRecovered, this, [this] { recordError(acceptRecoveredText()); });
}

void ServerWorker::seat(qintptr descriptor, const QHostAddress &from, Admittance admittance)
{
    const SocketId id = ++m_lastId;
    ServerLoop *loop = loopForNext();
    loop->addLoad(1);
    m_seats.emplace(id, Seat{loop, from, admittance == Admittance::In});
    updateHold();
    ServerLoops::post(loop, [=](ServerLoop *serving) { serving->adopt(id, descriptor, admittance); });
    if (m_readyAsked && m_patient)
        ServerLoops::post(loop, [question = m_question](ServerLoop *serving) { serving->askReady(question, true); });
}

/// The least loaded one. With a thread per client that is a new one, unless one is idle or there are as many as can be.
ServerLoop *ServerWorker::loopForNext()
{
    if (m_options.threadPerClient && m_loops.leastLoaded()->load() > 0
        && m_loops.all().size() < ServerOptions::MaxIoThreads)
        m_loops.resize(m_loops.all().size() + 1);
    return m_loops.leastLoaded();
}

void ServerWorker::onClosed(SocketId id)
{
    const auto found = m_seats.find(id);
    Q_ASSERT(found != m_seats.end());
    found->second.loop->addLoad(-1);
    if (found->second.isInside)
        m_gate.leave(found->second.from);
    m_seats.erase(found);
    updateHold();
    tellIfReady();
    recordStopped();
}

void ServerWorker::onPressure(bool on)
{
    if (m_listener)
        m_listener->setHold(Listener::Hold::Pressure, on);
    m_loops.postToAll([on](ServerLoop *loop) { loop->setPressure(on); });
    tellIfReady();
}

void ServerWorker::setMode(ServerMode mode)
{
    m_options.mode = mode;
    m_loops.postToAll([mode](ServerLoop *loop) { loop->setMode(mode); });
}

void ServerWorker::setInterpretations(const Interpretations &interpretations)
{
    m_interpretations = interpretations;
    m_loops.postToAll([interpretations](ServerLoop *loop) { loop->setInterpretations(interpretations); });
}

void ServerWorker::send(quint64 ticket, const QByteArray &content, const QList<SocketId> &targets, bool more)
{
    QString problem;
    const auto message = m_outgoing.compose(m_interpretations.usual.framing, content, more, &problem);
    if (!problem.isEmpty())
        recordError(problem);
    if (!message)
        return;
    postToTargets(ticket, targets, [&message, ticket](ServerLoop *loop, const QList<SocketId> &there) {
        ServerLoops::post(loop, [ticket, there, message = *message](ServerLoop *serving) {
            serving->send(ticket, message, there);
        });
    });
}

void ServerWorker::sendTyped(quint64 ticket, const TypedText &typed, const QList<SocketId> &targets)
{
    postToTargets(ticket, targets, [&typed, ticket](ServerLoop *loop, const QList<SocketId> &there) {
        ServerLoops::post(loop, [ticket, there, typed](ServerLoop *serving) { serving->sendTyped(ticket, typed, there); });
    });
}

/// None named: each that there is. What is not there fails.
void ServerWorker::postToTargets(quint64 ticket, const QList<SocketId> &targets,
                                 const std::function<void(ServerLoop *, const QList<SocketId> &)> &send)
{
    if (targets.isEmpty() && m_gate.inside() == 0)
        recordError(nobodyConnectedText());
    if (targets.isEmpty()) {
        for (ServerLoop *loop : m_loops.all())
            send(loop, {});
        return;
    }
    for (const SocketId id : targets) {
        if (m_seats.count(id) == 0)
            m_queue.lane()->append(SendOutcome{ticket, id, SendOutcome::State::Failed, CloseReason::None});
    }
    const auto seats = seated(targets);
    for (auto it = seats.cbegin(); it != seats.cend(); ++it)
        send(it.key(), it.value());
}

QHash<ServerLoop *, QList<SocketId>> ServerWorker::seated(const QList<SocketId> &sockets)
{
    QHash<ServerLoop *, QList<SocketId>> seats;
    for (const SocketId id : sockets) {
        const auto found = m_seats.find(id);
        if (found != m_seats.end())
            seats[found->second.loop].append(id);
        else
            recordError(noSuchSocketText(id), id);
    }
    return seats;
}

void ServerWorker::sendFile(quint64 ticket, const QString &path, const QList<SocketId> &targets, quint64 rate)
{
    QList<ServerLoop *> loops;
    for (ServerLoop *loop : m_loops.all()) {
        if (loop->load() > 0)
            loops.append(loop);
    }
    if (loops.isEmpty())
        loops.append(m_loops.all().constFirst()); // to say why not
    m_file = FileParts(ticket, loops.size());
    m_fileIsNew = true;
    for (ServerLoop *loop : loops)
        ServerLoops::post(loop, [=](ServerLoop *serving) { serving->sendFile(ticket, path, targets, rate); });
}

/// At display rate, unless the state is another.
void ServerWorker::onFileProgressed(const ServerLoop *loop, const FileProgress &progress)
{
    m_file.take(loop, progress);
    if (progress.ticket != m_file.ticket() || !m_file.isComplete())
        return;
    if (m_fileIsNew || m_file.whole().state != m_fileTold)
        tellFile();
    else if (!m_fileTelling.isActive())
        m_fileTelling.start();
}

void ServerWorker::tellFile()
{
    if (!m_file.isComplete())
        return;
    const FileProgress whole = m_file.whole();
    m_fileTelling.stop();
    m_fileTold = whole.state;
    m_fileIsNew = false;
    Q_EMIT fileProgressed(whole);
}

void ServerWorker::pauseFile(bool on)
{
    m_loops.postToAll([on](ServerLoop *loop) {
        if (loop->file())
            loop->file()->setPaused(on);
    });
}

void ServerWorker::cancelFile()
{
    m_loops.postToAll([](ServerLoop *loop) {
        if (loop->file())
            loop->file()->cancel();
    });
}

void ServerWorker::setFileRate(quint64 bytesPerSecond)
{
    m_loops.postToAll([bytesPerSecond](ServerLoop *loop) {
        if (loop->file())
            loop->file()->setRate(bytesPerSecond);
    });
}

void ServerWorker::postToEach(const QList<SocketId> &sockets, const std::function<void(Channel *)> &action)
{
    const auto seats = seated(sockets);
    for (auto it = seats.cbegin(); it != seats.cend(); ++it)
        ServerLoops::post(it.key(), [action, there = it.value()](ServerLoop *loop) { loop->forEachOf(there, action); });
}

void ServerWorker::close(const QList<SocketId> &sockets)
{
    postToEach(sockets, [](Channel *channel) { channel->close(CloseReason::ClosedByUs); });
}

void ServerWorker::finishWriting(const QList<SocketId> &sockets)
{
    postToEach(sockets, &Channel::finishWriting);
}

void ServerWorker::reset(const QList<SocketId> &sockets)
{
    postToEach(sockets, [](Channel *channel) { channel->reset(CloseReason::ClosedByUs); });
}

void ServerWorker::setReading(const QList<SocketId> &sockets, bool on)
{
    postToEach(sockets, [on](Channel *channel) { channel->setReading(on); });
}

void ServerWorker::setAccepting(bool on)
{
    if (!m_listener)
        return;
    m_listener->setHold(Listener::Hold::Paused, !on);
    m_queue.lane()->touch(this, true);
}

void ServerWorker::setAdmission(const Admission &admission)
{
    m_options.admission = admission;
    updateRules();
}

/// One at a time: nobody is accepted while somebody is there.
void ServerWorker::updateHold()
{
    if (m_listener)
        m_listener->setHold(Listener::Hold::Occupied, m_gate.isHolding());
}

void ServerWorker::updateRules()
{
    m_gate.setRules(m_options.admission);
    updateHold();
}

void ServerWorker::watch(const std::optional<SocketId> &socket)
{
    m_watched = socket;
    m_watch.watch(socket == ListenerId && m_listener ? this : nullptr);
    m_loops.postToAll([socket](ServerLoop *loop) { loop->watch(socket); });
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
    m_loops.postToAll(&ServerLoop::stop);
    recordStopped();
}

void ServerWorker::stopNow()
{
    if (!m_listener && !m_stopping)
        return;
    closeListener();
    m_loops.postToAll(&ServerLoop::stopNow);
    recordStopped();
}

void ServerWorker::closeListener()
{
    m_stopping = true;
    m_gate.sendHome();
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
    m_queue.lane()->touch(this, true);
}

void ServerWorker::recordStopped()
{
    if (!m_stopping || !m_seats.empty())
        return;
    m_stopping = false;
    m_serving.stop();
    m_queue.lane()->append(Record::of(Record::Kind::Stopped, ListenerId, {.local = m_endpoint}));
}

void ServerWorker::askReady(bool patient)
{
    m_readyAsked = true;
    m_patient = patient;
    m_anyReady = false;
    m_unanswered = QSet<ServerLoop *>(m_loops.all().cbegin(), m_loops.all().cend());
    m_loops.postToAll([question = ++m_question, patient](ServerLoop *loop) { loop->askReady(question, patient); });
}

void ServerWorker::onAnswered(ServerLoop *loop, quint64 question, bool ready)
{
    if (question != m_question)
        return;
    m_unanswered.remove(loop);
    m_anyReady |= ready;
    tellIfReady();
}

/// Not before every loop has done what was asked of it before.
void ServerWorker::tellIfReady()
{
    if (!m_readyAsked || !m_unanswered.isEmpty() || m_queue.isPressing())
        return;
    if (m_patient && m_gate.inside() > 0 && !m_anyReady)
        return;
    m_readyAsked = false;
    Q_EMIT readyToSend();
}

void ServerWorker::recordError(const QString &sentence, SocketId socket)
{
    m_queue.lane()->append(Record::of(Record::Kind::Error, socket, {.text = sentence}));
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
    facts.threadId = NativeProcess::threadId();
    if (!m_listener)
        return facts;
    facts.backlog.size = quint64(m_options.backlog);
    m_listener->ask(facts);
    return facts;
}
