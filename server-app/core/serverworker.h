#pragma once

#include "batchqueue.h"
#include "channel.h"
#include "factswatch.h"
#include "filesending.h"
#include "listener.h"
#include "outgoing.h"
#include "serveroptions.h"
#include "typedtext.h"

#include <QDeadlineTimer>
#include <QObject>

#include <chrono>
#include <map>
#include <deque>
#include <functional>
#include <memory>
#include <optional>

/// The server's half in the I/O thread: the listening socket, the channels, and what the mode does with a message.
class ServerWorker final : public QObject, public StatusSource, public FactsSource
{
    Q_OBJECT
public:
    /// When the server stops, a client that takes nothing for this long is reset. The others get all that is queued.
    static constexpr std::chrono::milliseconds StopPatience{3'000};

    /// A client that comes while the limit is reached waits this long before it is turned away: when one leaves and comes
    /// back at once, its new connection can be seen before the end of its old one.
    static constexpr std::chrono::milliseconds DoorPatience{200};

    explicit ServerWorker(QObject *parent = nullptr);

    void setStore(const std::shared_ptr<TrafficStore> &store) { m_queue.setStore(store); }
    void start(const ServerOptions &options);
    void stop();
    void stopNow();
    void setMode(ServerMode mode);
    void setInterpretations(const Interpretations &interpretations);
    void send(quint64 ticket, const QByteArray &content, const QList<SocketId> &targets, bool more);
    void sendTyped(quint64 ticket, const TypedText &typed, const QList<SocketId> &targets);
    /// Takes the place of the file before, which is not active any more.
    void sendFile(quint64 ticket, const QString &path, const QList<SocketId> &targets, quint64 rate);
    FileSending *file() const { return m_file.get(); } ///< the latest one; null before the first
    void close(const QList<SocketId> &sockets);
    void finishWriting(const QList<SocketId> &sockets);
    void reset(const QList<SocketId> &sockets);
    void setReading(const QList<SocketId> &sockets, bool on);
    void setAccepting(bool on);
    void setAdmission(int maxClients, bool oneAtATime);
    void watch(const std::optional<SocketId> &socket);
    void watchListener(bool on);
    /// `patient`: not before a client takes what it is sent; else as soon as records can be taken.
    void askReady(bool patient);
    void acknowledge() { m_queue.acknowledge(); }

    SocketStatus status() const override;  ///< the listening socket's
    SocketFacts askFacts() const override; ///< the same

Q_SIGNALS:
    void listening(const Endpoint &endpoint);
    void listenFailed(const QString &sentence);
    void batch(const Batch &batch);
    void fileProgressed(const FileProgress &progress);
    void readyToSend();
    void facts(const SocketFacts &facts);

private:
    void accept(qintptr descriptor);
    void admit(qintptr descriptor);
    void lookAtTheDoor();
    void turnAwayWaiting();
    bool isFull() const;
    void updateGate();
    void forEachOf(const QList<SocketId> &sockets, const std::function<void(Channel *)> &action);
    void onReceived(Channel *from, const Message &message);
    void onClosed(Channel *channel);
    void onPressure(bool on);
    /// None named: each that there is. What is not there fails.
    void forTargets(quint64 ticket, const QList<SocketId> &targets, const std::function<void(Channel &)> &send);
    QList<Channel *> channelsThatTake(const QList<SocketId> &targets);
    void closeListener();
    void recordStopped();
    void tellIfReady();
    void recordError(const QString &sentence, SocketId socket = ListenerId);

    ServerOptions m_options;
    Interpretations m_interpretations;
    BatchQueue m_queue;
    FactsWatch m_watch;
    FactsWatch m_listenerWatch;
    Outgoing m_outgoing;
    std::unique_ptr<Listener> m_listener;
    CallCounts m_listenerCalls;     // kept when it is closed
    StateHistory m_listenerHistory; // the same
    std::map<SocketId, Channel *> m_channels; // open ones, in order of arrival; children of this
    std::unique_ptr<FileSending> m_file;
    SocketId m_lastId = 0;
    Endpoint m_endpoint; // of the listening socket, kept when it is closed
    qint64 m_listeningSince = 0;
    qint64 m_closedAt = 0;
    bool m_stopping = false;
    struct Waiting
    {
        qintptr descriptor;
        QDeadlineTimer until;
    };
    std::deque<Waiting> m_atTheDoor; // accepted while the limit was reached; see DoorPatience
    QTimer m_door;
    bool m_readyAsked = false;
    bool m_patient = false;
};
