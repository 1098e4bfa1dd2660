#include "clientworker.h"

#include "clientproblem.h"

ClientWorker::ClientWorker(QObject *parent)
    : QObject(parent)
    , m_queue(this)
    , m_watch(this)
{
    connect(&m_watch, &FactsWatch::told, this, &ClientWorker::facts);
    connect(&m_queue, &BatchQueue::ready, this, &ClientWorker::batch);
    connect(&m_queue, &BatchQueue::pressureChanged, this, [this](bool on) {
        if (m_channel)
            m_channel->setPressure(on);
        if (m_file)
            m_file->setPressure(on);
        tellIfReady();
    });
}

void ClientWorker::connectTo(const ClientOptions &options)
{
    Q_ASSERT(!m_channel);
    m_options = options;
    const ChannelOptions channel{options.framing, options.messageLimit, options.encoding, options.queueLimit};
    m_channel = new Channel(++m_lastId, channel, m_queue.lane(), this);
    connect(m_channel, &Channel::connected, this, &ClientWorker::tellIfReady);
    connect(m_channel, &Channel::sent, this, &ClientWorker::tellIfReady);
    connect(m_channel, &Channel::closed, this, &ClientWorker::onClosed);
    m_queue.lane()->append(Record::of(Record::Kind::Connecting, m_channel->id(), {.text = options.target()}));
    watch(m_watched);
    m_channel->connectTo(options.host, options.port, options.connectTimeout);
}

void ClientWorker::onClosed()
{
    m_watch.finish(m_channel);
    m_channel->deleteLater();
    m_channel = nullptr;
    tellIfReady();
    if (m_retiring)
        deleteLater();
}

void ClientWorker::disconnectFrom(std::chrono::milliseconds patience)
{
    if (m_channel)
        m_channel->close(CloseReason::ClosedByUs, patience);
}

void ClientWorker::reset()
{
    if (m_channel)
        m_channel->reset(CloseReason::ClosedByUs);
}

void ClientWorker::retire()
{
    m_retiring = true;
    disconnectFrom(StopPatience);
    if (!m_channel)
        deleteLater();
}

void ClientWorker::finishWriting()
{
    if (m_channel)
        m_channel->finishWriting();
}

void ClientWorker::setReading(bool on)
{
    if (m_channel)
        m_channel->setReading(on);
}

void ClientWorker::watch(bool on)
{
    m_watched = on;
    m_watch.watch(on ? m_channel : nullptr);
}

void ClientWorker::setInterpretation(const Interpretation &interpretation)
{
    m_options.framing = interpretation.framing;
    m_options.encoding = interpretation.encoding;
    if (m_channel)
        m_channel->setInterpretation(interpretation);
}

void ClientWorker::send(quint64 ticket, const QByteArray &content, bool more)
{
    QString problem;
    const auto message = m_outgoing.compose(m_options.framing, content, more, &problem);
    if (!problem.isEmpty())
        m_queue.lane()->append(Record::of(Record::Kind::Error, m_lastId, {.text = problem}));
    if (message)
        sendMessage(ticket, *message);
}

void ClientWorker::sendExactly(quint64 ticket, const QByteArray &bytes)
{
    Message message;
    message.wire = bytes;
    sendMessage(ticket, message);
}

void ClientWorker::sendMessage(quint64 ticket, const Message &message)
{
    if (!m_channel) {
        m_queue.lane()->append(SendOutcome{ticket, m_lastId, SendOutcome::State::Failed, CloseReason::None});
        return;
    }
    m_channel->send(message, ticket);
}

void ClientWorker::sendFile(quint64 ticket, const QString &path, quint64 rate)
{
    m_file = std::make_unique<FileSending>(ticket);
    connect(m_file.get(), &FileSending::progressed, this, &ClientWorker::fileProgressed);
    m_file->setPressure(m_queue.isPressing());
    if (m_channel && m_channel->canSend())
        m_file->start(path, {m_channel}, rate);
    else
        m_file->refuse(path, notConnectedText());
}

void ClientWorker::askReady(bool patient)
{
    m_readyAsked = true;
    m_patient = patient;
    tellIfReady();
}

void ClientWorker::tellIfReady()
{
    if (!m_readyAsked || m_queue.isPressing() || (m_patient && m_channel && !m_channel->isReady()))
        return;
    m_readyAsked = false;
    Q_EMIT readyToSend();
}
