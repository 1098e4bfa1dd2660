#pragma once

#include "batchlane.h"
#include "channel.h"
#include "factswatch.h"
#include "filesending.h"
#include "gate.h"
#include "loopdirectory.h"
#include "relayinbox.h"
#include "serveroptions.h"
#include "typedtext.h"

#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

/// The sockets that one event loop of the server serves: their channels, and what the mode does with a message. It goes to
/// the clients of the other loops through their inboxes. Lives in the I/O thread of that loop; commands are posted to it.
/// Who is to come here, and who may come at all, is decided elsewhere.
class ServerLoop final : public QObject
{
    Q_OBJECT
public:
    /// When the server stops, a client that takes nothing for this long is reset. The others get all that is queued.
    static constexpr std::chrono::milliseconds StopPatience{3'000};

    ServerLoop(const std::shared_ptr<BatchBacklog> &backlog, std::shared_ptr<const LoopDirectory> directory,
               QObject *parent = nullptr);
    ~ServerLoop() override;

    BatchLane *lane() { return &m_lane; }
    RelayInbox &inbox() { return m_inbox; }        ///< any thread
    int load() const { return m_load; }            ///< how many sockets were given to it and are not closed; any thread
    void addLoad(int change) { m_load += change; } ///< by who gives them; any thread

    void setOptions(const ServerOptions &options) { m_options = options; }
    void setMode(ServerMode mode) { m_options.mode = mode; }
    void setInterpretations(const Interpretations &interpretations);
    /// Serves this socket from now on, or turns it away. Ends in `closed`.
    void adopt(SocketId id, qintptr descriptor, Admittance admittance);
    /// None named: to each that there is. What is not there any more fails.
    void send(quint64 ticket, const Message &message, const QList<SocketId> &targets);
    void sendTyped(quint64 ticket, const TypedText &typed, const QList<SocketId> &targets);
    /// Takes the place of the file before. Its targets here are in `fileProgressed`; that can be none.
    void sendFile(quint64 ticket, const QString &path, const QList<SocketId> &targets, quint64 rate);
    FileSending *file() const { return m_file.get(); } ///< the latest one; null before the first
    void forEachOf(const QList<SocketId> &sockets, const std::function<void(Channel *)> &action);
    void setPressure(bool on);
    void watch(const std::optional<SocketId> &socket); ///< another one, or none: nothing here is watched
    /// Answers in `answered`; `patient`: again, when it was not ready and then is.
    void askReady(quint64 question, bool patient);
    /// Answers in `beaten`. `sent`: nanoseconds of the steady clock.
    void beat(qint64 sent);
    void stop();
    void stopNow();
    /// Drops everything, and says nothing more.
    void fallSilent();
    void takeRelayed();
    void onRelieved();

Q_SIGNALS:
    void closed(SocketId id);
    void facts(const SocketFacts &facts);
    void fileProgressed(const FileProgress &progress);
    void answered(quint64 question, bool ready); ///< all that was asked before is done
    void beaten(qint64 delay);                   ///< so many nanoseconds after it was sent

private:
    void onReceived(Channel *from, MessageRun messages);
    void onClosed(Channel *channel);
    void relay(const Channel *from, MessageRun messages);
    void post(ServerLoop *loop, const RelayInbox::Letter &letter);
    void passToAllBut(SocketId from, MessageRun messages);
    void forTargets(quint64 ticket, const QList<SocketId> &targets, const std::function<void(Channel &)> &send);
    QList<Channel *> channelsThatTake(const QList<SocketId> &targets) const;
    void updatePressure();
    bool isAnyReady() const;
    void tellIfReady();
    void recordError(const QString &sentence, SocketId socket);

    const std::shared_ptr<const LoopDirectory> m_directory;
    QList<ServerLoop *> m_loops; // as the directory had them at this version
    quint64 m_loopsVersion = 0;
    ServerOptions m_options;
    Interpretations m_interpretations;
    BatchLane m_lane;
    FactsWatch m_watch;
    RelayInbox m_inbox;
    std::atomic<int> m_load = 0;
    std::map<SocketId, Channel *> m_channels; // open ones, in order of arrival; children of this
    std::unique_ptr<FileSending> m_file;
    quint64 m_question = 0;
    int m_fullInboxes = 0; // that this loop waits for
    bool m_waitsForReady = false;
    bool m_pressure = false;
    bool m_wasPressing = false;
};
