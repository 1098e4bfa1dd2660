#include "headlessserver.h"

#include "commonoptions.h"
#include "jsonrecord.h"
#include "plainrecord.h"

HeadlessServer::HeadlessServer(bool json, const Encoding &encoding, QObject *parent)
    : QObject(parent)
    , m_commands(encoding)
    , m_json(json)
    , m_encoding(encoding)
{
    connect(&m_server, &Server::listening, &m_input, &StandardInput::next);
    connect(&m_server, &Server::listenFailed, this, &HeadlessServer::onListenFailed);
    connect(&m_server, &Server::batch, this, &HeadlessServer::onBatch);
    connect(&m_server, &Server::stopped, &m_output, &StandardOutput::finish);
    connect(&m_server, &Server::readyToSend, &m_input, &StandardInput::next);
    connect(&m_input, &StandardInput::lines, this, &HeadlessServer::onLines);
    connect(&m_output, &StandardOutput::caughtUp, &m_server, &Server::resume);
    connect(&m_output, &StandardOutput::written, this, [this] { Q_EMIT finished(m_status); });
    connect(&m_output, &StandardOutput::lost, this, &HeadlessServer::onOutputLost);
}

void HeadlessServer::start(const ServerOptions &options)
{
    m_server.start(options);
}

void HeadlessServer::stop()
{
    if (std::exchange(m_stopping, true)) {
        m_server.stopNow();
        Q_EMIT finished(m_status);
        return;
    }
    m_server.stop();
    m_output.giveUpWhenStalled(OutputPatience);
}

void HeadlessServer::onListenFailed(const QString &sentence)
{
    m_status = failWith(1, sentence);
    if (m_json)
        showError(sentence);
    m_output.finish();
}

void HeadlessServer::onBatch(const Batch &batch)
{
    QByteArray text;
    for (const Record &record : batch.records) {
        if (m_json) {
            text.append(jsonOfRecord(record, m_encoding));
            continue;
        }
        const PlainRecord plain = plainOfRecord(record, m_encoding);
        text.append(plain.output);
        if (!plain.notice.isEmpty())
            StandardOutput::notice(plain.notice);
    }
    m_output.write(text);
    if (m_output.isBehind())
        m_server.hold();
}

void HeadlessServer::onOutputLost()
{
    m_status = 1;
    StandardOutput::notice(outputLostText());
    m_server.stopNow();
}

/// The next piece is read when the clients have taken enough of this one. Commands are read on at once: one of them may
/// close the client that takes nothing.
void HeadlessServer::onLines(const QList<Message> &lines)
{
    for (const Message &line : lines) {
        if (!m_json)
            m_server.send(line.content().toByteArray(), {}, line.more);
        else if (const auto command = m_commands.feed(line))
            obey(*command);
    }
    m_server.askReady(!m_json);
}

void HeadlessServer::obey(const JsonCommand &command)
{
    if (const auto *send = std::get_if<SendCommand>(&command))
        m_server.send(send->content, send->to);
    else if (const auto *close = std::get_if<CloseCommand>(&command))
        m_server.close({close->socket});
    else if (std::holds_alternative<StopCommand>(command))
        stop();
    else
        showError(std::get<BadCommand>(command).sentence);
}

void HeadlessServer::showError(const QString &sentence)
{
    m_output.write(jsonOfRecord(Record::of(Record::Kind::Error, ListenerId, {.text = sentence})));
}
