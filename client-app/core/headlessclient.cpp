#include "headlessclient.h"

#include "clientproblem.h"
#include "commonoptions.h"
#include "jsonrecord.h"
#include "plainrecord.h"

/// The one socket that a headless client has.
static constexpr SocketId OnlySocket = 1;

HeadlessClient::HeadlessClient(ClientThread &thread, bool json, const Encoding &encoding, QObject *parent)
    : QObject(parent)
    , m_client(thread)
    , m_commands(encoding)
    , m_json(json)
    , m_encoding(encoding)
{
    connect(&m_client, &Client::batch, this, &HeadlessClient::onBatch);
    connect(&m_client, &Client::ended, this, &HeadlessClient::onEnded);
    connect(&m_output, &StandardOutput::caughtUp, &m_client, &Client::resume);
    connect(&m_output, &StandardOutput::written, this, [this] { Q_EMIT finished(m_status); });
    connect(&m_output, &StandardOutput::lost, this, &HeadlessClient::onOutputLost);
    connect(&m_client, &Client::readyToSend, &m_input, &StandardInput::next);
    connect(&m_input, &StandardInput::lines, this, &HeadlessClient::onLines);
    connect(&m_input, &StandardInput::ended, this, &HeadlessClient::onInputEnded);
}

void HeadlessClient::start(const ClientOptions &options)
{
    m_target = options.target();
    m_client.connectTo(options);
}

void HeadlessClient::stop()
{
    if (std::exchange(m_stopping, true)) {
        m_client.reset();
        Q_EMIT finished(m_status);
        return;
    }
    m_client.disconnectFrom(Client::StopPatience);
    m_output.giveUpWhenStalled(OutputPatience);
}

void HeadlessClient::onBatch(const Batch &batch)
{
    QByteArray text;
    for (const Record &record : batch.records) {
        if (record.kind == Record::Kind::Connected)
            m_client.askReady(!m_json);
        // A refused command was answered; a line of plain input has nobody else to answer to.
        const bool unsent = record.kind == Record::Kind::Unsent || (record.kind == Record::Kind::Error && !m_json);
        if (unsent && !m_stopping)
            m_status = 1;
        if (m_json) {
            text.append(jsonOfRecord(record, m_encoding));
            continue;
        }
        const PlainRecord plain = plainOfRecord(record, m_encoding);
        text.append(plain.output);
        // The end gets a sentence of its own, and when there was no connection that is the one line to read.
        const bool told = record.kind == Record::Kind::Closed || record.kind == Record::Kind::Connecting;
        if (!plain.notice.isEmpty() && !told)
            StandardOutput::notice(plain.notice);
    }
    m_output.write(text);
    if (m_output.isBehind())
        m_client.hold();
}

void HeadlessClient::onEnded(const SocketStatus &last)
{
    if (m_json)
        m_output.write(jsonOfRecord(Record::of(Record::Kind::Stopped, ListenerId)));
    const bool well = last.reason == CloseReason::PeerClosed || last.reason == CloseReason::ClosedByUs;
    if (!well && !m_stopping)
        m_status = 1;
    const QString sentence = clientProblemText(last, m_target);
    if (m_status != 0)
        failWith(m_status, sentence);
    else if (!m_json)
        StandardOutput::notice(sentence);
    m_output.finish();
}

/// The next piece is read when the server has taken enough of this one.
void HeadlessClient::onLines(const QList<Message> &lines)
{
    for (const Message &line : lines) {
        if (!m_json)
            m_client.send(line.content().toByteArray(), line.more);
        else if (const auto command = m_commands.feed(line))
            obey(*command);
    }
    m_client.askReady(!m_json);
}

void HeadlessClient::onInputEnded()
{
    m_client.finishWriting();
}

void HeadlessClient::obey(const JsonCommand &command)
{
    if (const auto *wanted = std::get_if<SendCommand>(&command))
        send(*wanted);
    else if (const auto *close = std::get_if<CloseCommand>(&command)) {
        if (isOurs(close->socket))
            m_client.disconnectFrom();
    } else if (std::holds_alternative<StopCommand>(command))
        stop();
    else
        showError(std::get<BadCommand>(command).sentence);
}

void HeadlessClient::send(const SendCommand &command)
{
    bool wanted = command.to.isEmpty();
    for (const SocketId id : command.to)
        wanted |= isOurs(id);
    if (wanted)
        m_client.send(command.content);
}

bool HeadlessClient::isOurs(SocketId id)
{
    if (id == OnlySocket)
        return true;
    showError(tr("There is no open socket #%1.").arg(id), id);
    return false;
}

void HeadlessClient::showError(const QString &sentence, SocketId socket)
{
    m_output.write(jsonOfRecord(Record::of(Record::Kind::Error, socket, {.text = sentence})));
}

void HeadlessClient::onOutputLost()
{
    m_status = 1;
    StandardOutput::notice(outputLostText());
    m_client.reset();
}
