#pragma once

#include "batchqueue.h"
#include "channel.h"
#include "listener.h"
#include "serveroptions.h"

#include <QObject>

#include <chrono>
#include <map>
#include <memory>

/// The server's half in the I/O thread: the listening socket, the channels, and what the mode does with a message.
class ServerWorker final : public QObject, public StatusSource
{
    Q_OBJECT
public:
    /// When the server stops, a client that takes nothing for this long is reset. The others get all that is queued.
    static constexpr std::chrono::milliseconds StopPatience{3'000};

    explicit ServerWorker(QObject *parent = nullptr);

    void start(const ServerOptions &options);
    void stop();
    void stopNow();
    void setMode(ServerMode mode);
    void setFraming(const Framing &framing);
    void send(quint64 ticket, const QByteArray &content, const QList<SocketId> &targets, bool more);
    void close(const QList<SocketId> &sockets);
    void askReady();
    void acknowledge() { m_queue.acknowledge(); }

    SocketStatus status() const override; ///< the listening socket's

Q_SIGNALS:
    void listening(const Endpoint &endpoint);
    void listenFailed(const QString &sentence);
    void batch(const Batch &batch);
    void readyToSend();

private:
    void accept(qintptr descriptor);
    void onReceived(Channel *from, const Message &message);
    void onClosed(Channel *channel);
    void onPressure(bool on);
    void sendTo(SocketId id, const Message &message, quint64 ticket);
    void closeListener();
    void recordStopped();
    void tellIfReady();
    void recordError(const QString &sentence, SocketId socket = ListenerId);

    ServerOptions m_options;
    BatchQueue m_queue;
    std::unique_ptr<Listener> m_listener;
    std::map<SocketId, Channel *> m_channels; // open ones, in order of arrival; children of this
    SocketId m_lastId = 0;
    Endpoint m_endpoint; // of the listening socket, kept when it is closed
    qint64 m_listeningSince = 0;
    qint64 m_closedAt = 0;
    bool m_stopping = false;
    bool m_readyAsked = false;
};
