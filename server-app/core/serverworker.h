#pragma once

#include "batchqueue.h"
#include "factswatch.h"
#include "fileparts.h"
#include "gate.h"
#include "listener.h"
#include "outgoing.h"
#include "serverloops.h"
#include "serveroptions.h"
#include "servingwatch.h"
#include "typedtext.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

class Channel;
class ServerLoop;

/// The server's half in the first I/O thread: the listening socket, who is let in and which loop serves it, and the
/// commands, which go on to the loops.
class ServerWorker final : public QObject, public StatusSource, public FactsSource
{
    Q_OBJECT
public:
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
    void pauseFile(bool on);
    void cancelFile();
    void setFileRate(quint64 bytesPerSecond);
    void close(const QList<SocketId> &sockets);
    void finishWriting(const QList<SocketId> &sockets);
    void reset(const QList<SocketId> &sockets);
    void setReading(const QList<SocketId> &sockets, bool on);
    void setAccepting(bool on);
    void setAdmission(const Admission &admission);
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
    void serving(const ServingFacts &facts); ///< once a second, while it listens or has sockets

private:
    /// Where a socket is served.
    struct Seat
    {
        ServerLoop *loop;
        QHostAddress from;
        bool isInside; ///< it was not turned away
    };

    void listenTo(ServerLoop *loop);
    void connectListener();
    void seat(qintptr descriptor, const QHostAddress &from, Admittance admittance);
    ServerLoop *loopForNext();
    void updateHold();
    void updateRules();
    void onClosed(SocketId id);
    void onPressure(bool on);
    void onAnswered(ServerLoop *loop, quint64 question, bool ready);
    void onFileProgressed(const ServerLoop *loop, const FileProgress &progress);
    void tellFile();
    /// These sockets loop by loop; those that are not there are recorded as errors.
    QHash<ServerLoop *, QList<SocketId>> seated(const QList<SocketId> &sockets);
    void postToTargets(quint64 ticket, const QList<SocketId> &targets,
                       const std::function<void(ServerLoop *, const QList<SocketId> &)> &send);
    void postToEach(const QList<SocketId> &sockets, const std::function<void(Channel *)> &action);
    void closeListener();
    void recordStopped();
    void tellIfReady();
    void recordError(const QString &sentence, SocketId socket = ListenerId);

    ServerOptions m_options;
    Interpretations m_interpretations;
    BatchQueue m_queue;
    FactsWatch m_watch;         // of the listening socket, when it is the one that is watched
    FactsWatch m_listenerWatch; // of it, beside another one
    Outgoing m_outgoing;
    std::unique_ptr<Listener> m_listener;
    CallCounts m_listenerCalls;     // kept when it is closed
    StateHistory m_listenerHistory; // the same
    ServerLoops m_loops;
    ServingWatch m_serving;
    std::map<SocketId, Seat> m_seats; // of all sockets that are not known to be closed
    std::optional<SocketId> m_watched;
    FileParts m_file;
    QTimer m_fileTelling;
    FileProgress::State m_fileTold = FileProgress::State::Sending;
    bool m_fileIsNew = false; // nothing was told of it
    SocketId m_lastId = 0;
    Endpoint m_endpoint; // of the listening socket, kept when it is closed
    qint64 m_listeningSince = 0;
    qint64 m_closedAt = 0;
    bool m_stopping = false;
    Gate m_gate;
    quint64 m_question = 0;
    QSet<ServerLoop *> m_unanswered; // of the question
    bool m_readyAsked = false;
    bool m_patient = false;
    bool m_anyReady = false; // a loop said so
};
