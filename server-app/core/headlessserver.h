#pragma once

#include "encoding.h"
#include "jsoncommand.h"
#include "server.h"
#include "standardinput.h"
#include "standardoutput.h"

#include <QObject>

/// `oneport-server --headless`: standard input to every client, what arrives to standard output. Lives in the main
/// thread; `finished` is told once, with the exit status.
class HeadlessServer final : public QObject
{
    Q_OBJECT
public:
    /// After a stop was asked for, a reader of standard output that takes nothing for this long does not keep the
    /// program.
    static constexpr std::chrono::milliseconds OutputPatience{3'000};

    HeadlessServer(bool json, const Encoding &encoding, QObject *parent = nullptr);

    void start(const ServerOptions &options);
    /// Closes everything and finishes; asked for again, at once.
    void stop();

Q_SIGNALS:
    void finished(int status);

private:
    void onListenFailed(const QString &sentence);
    void onBatch(const Batch &batch);
    void onLines(const QList<Message> &lines);
    void obey(const JsonCommand &command);
    void showError(const QString &sentence);
    void onOutputLost();

    Server m_server;
    StandardInput m_input;
    StandardOutput m_output;
    JsonCommandReader m_commands;
    const bool m_json;
    const Encoding m_encoding; // of what is on the wire
    bool m_stopping = false;
    int m_status = 0;
};
