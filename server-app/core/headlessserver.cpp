#include "headlessserver.h"

#include "jsonrecord.h"
#include "plainrecord.h"

HeadlessServer::HeadlessServer(bool json, QObject *parent)
    : QObject(parent)
    , m_json(json)
{
    connect(&m_server, &Server::listening, &m_input, &StandardInput::next);
    connect(&m_server, &Server::listenFailed, this, &HeadlessServer::onListenFailed);
    connect(&m_server, &Server::batch, this, &HeadlessServer::onBatch);
    connect(&m_server, &Server::stopped, this, [this] { Q_EMIT finished(m_status); });
    connect(&m_server, &Server::readyToSend, &m_input, &StandardInput::next);
    connect(&m_input, &StandardInput::lines, this, &HeadlessServer::onLines);
}

void HeadlessServer::start(const ServerOptions &options)
{
    m_server.start(options);
}

void HeadlessServer::stop()
{
    if (std::exchange(m_stopping, true))
        m_server.stopNow();
    else
        m_server.stop();
}

void HeadlessServer::onListenFailed(const QString &sentence)
{
    if (m_json)
        showError(sentence);
    StandardOutput::notice(sentence);
    Q_EMIT finished(1);
}

void HeadlessServer::onBatch(const Batch &batch)
{
    QByteArray text;
    for (const Record &record : batch.records) {
        if (m_json) {
            text.append(jsonOfRecord(record));
            continue;
        }
        const PlainRecord plain = plainOfRecord(record);
        text.append(plain.output);
        if (!plain.notice.isEmpty())
            StandardOutput::notice(plain.notice);
    }
    write(text);
}

/// The next piece is read when the clients have taken enough of this one.
void HeadlessServer::onLines(const QList<Message> &lines)
{
    for (const Message &line : lines) {
        if (!m_json)
            m_server.send(line.content().toByteArray(), {}, line.more);
        else if (const auto command = m_commands.feed(line))
            obey(*command);
    }
    m_server.askReady();
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
    write(jsonOfRecord(Record::of(Record::Kind::Error, ListenerId, {.text = sentence})));
}

void HeadlessServer::write(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_status != 0 || m_output.write(bytes))
        return;
    m_status = 1;
    StandardOutput::notice(outputLostText());
    m_server.stopNow();
}
