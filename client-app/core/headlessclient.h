#pragma once

#include "client.h"
#include "encoding.h"
#include "jsoncommand.h"
#include "standardinput.h"
#include "standardoutput.h"

#include <QObject>

/// `oneport-client --headless`: standard input to the server, what arrives to standard output. At the end of standard
/// input our side of the connection is finished, and what still arrives is printed until the peer closes. Lives in the
/// main thread; `finished` is told once, with the exit status.
class HeadlessClient final : public QObject
{
    Q_OBJECT
public:
    /// After a stop was asked for, a reader of standard output that takes nothing for this long does not keep the
    /// program.
    static constexpr std::chrono::milliseconds OutputPatience{3'000};

    HeadlessClient(ClientThread &thread, bool json, const Encoding &encoding, QObject *parent = nullptr);

    void start(const ClientOptions &options);
    /// Closes the connection and finishes; asked for again, at once.
    void stop();

Q_SIGNALS:
    void finished(int status);

private:
    void onBatch(const Batch &batch);
    void onEnded(const SocketStatus &last);
    void onLines(const QList<Message> &lines);
    void onInputEnded();
    void obey(const JsonCommand &command);
    void send(const SendCommand &command);
    bool isOurs(SocketId id);
    void showError(const QString &sentence, SocketId socket = ListenerId);
    void onOutputLost();

    Client m_client;
    StandardInput m_input;
    StandardOutput m_output;
    JsonCommandReader m_commands;
    QString m_target; // 127.0.0.1:8080, for sentences
    const bool m_json;
    const Encoding m_encoding; // of what is on the wire
    bool m_stopping = false;
    int m_status = 0;
};
