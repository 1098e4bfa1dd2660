#pragma once

#include "batch.h"
#include "fileprogress.h"
#include "serveroptions.h"
#include "servingfacts.h"
#include "socketfacts.h"
#include "socketowner.h"
#include "typedtext.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class IoThread;
class ServerWorker;
class TrafficStore;

/// The server, as seen from the thread that shows it: commands go to the I/O threads that own the sockets, values come
/// back in batches at display rate. All members are to be called in the thread that made it.
class Server final : public QObject
{
    Q_OBJECT
public:
    explicit Server(QObject *parent = nullptr);
    ~Server() override;

    /// Keeps what goes over the sockets from now on there; the batches then have no messages.
    void setStore(const std::shared_ptr<TrafficStore> &store);
    /// Binds and listens; ends in `listening` or `listenFailed`. Only while not listening.
    void start(const ServerOptions &options);
    /// Closes the listening socket, then every other: what is queued is sent first, to who takes it. Ends in `stopped`.
    void stop();
    /// The same at once: what is queued is gone.
    void stopNow();
    bool isActive() const { return m_active; } ///< from `start` until `listenFailed` or `stopped`

    void setMode(ServerMode mode);
    /// How the sockets' bytes are read and written from now on; what has not come to its end yet, too.
    void setInterpretations(const Interpretations &interpretations);

    /// Sends this text's or file's bytes as one message, with the usual framing's terminator, to these sockets, or to all when
    /// none are named. `more`: the message goes on in the next call, the terminator comes with its end. Returns the ticket
    /// that the outcomes in the batches bear. What the framing can't carry becomes an Error record, without outcomes.
    quint64 send(const QByteArray &content, const QList<SocketId> &targets = {}, bool more = false);
    /// Sends what was typed to the same, to each in its own interpretation. Where that can't carry it, the outcome of that
    /// socket is Failed and says why.
    quint64 send(const TypedText &typed, const QList<SocketId> &targets = {});
    /// Sends a file's bytes as they are, in pieces, to those of these sockets that can be sent to, or to all that are there
    /// now when none are named. `rate`: bytes a second for each; 0: as fast as it reads. What comes of it is in
    /// `fileProgressed`. Returns its ticket; 0: another file is on its way, and this one is not sent.
    quint64 sendFile(const QString &path, const QList<SocketId> &targets, quint64 rate);
    void pauseFile(bool on);
    void cancelFile();
    void setFileRate(quint64 bytesPerSecond);
    bool isSendingFile() const { return m_fileActive; }
    /// Closes these sockets, after what is queued for them is sent. A number that is not open becomes an Error record.
    void close(const QList<SocketId> &sockets);
    /// Shuts down writing: our FIN, after what is queued; these sockets still receive.
    void finishWriting(const QList<SocketId> &sockets);
    /// Closes these with RST, at once: what is queued, and what the peer has not read yet, is gone.
    void reset(const QList<SocketId> &sockets);
    /// Off: nothing more is read from these sockets, so that buffers fill up on both sides, until it is on again.
    void setReading(const QList<SocketId> &sockets, bool on);
    /// Off: who connects waits in the backlog, connected by the system but not accepted. Until it is on again, or the next
    /// `start`.
    void setAccepting(bool on);
    /// As in the options, for a server that listens.
    void setAdmission(const Admission &admission);
    /// Tells `facts` of this open socket, or of the listening one, at display rate until it is closed; none: of no one,
    /// and nothing is asked.
    void watch(const std::optional<SocketId> &socket);
    /// Tells `facts` of the listening socket beside those, until it is closed.
    void watchListener(bool on);
    /// Asks for one `readyToSend`: it comes when more can be taken; `patient`: and not before at least one client takes
    /// what it is sent, or none is there.
    void askReady(bool patient);
    /// The programs on this machine at the other ends of these connections, as far as the system tells; not known once
    /// `isCancelled`. Takes its time: for a thread of its own, any.
    static QList<SocketOwner> ownersOfPeers(const QList<SocketEnds> &connections, const std::function<bool()> &isCancelled);
    /// The next batch waits for `resume`; to be called while one is told.
    void hold() { m_held = true; }
    void resume();

Q_SIGNALS:
    void listening(const Endpoint &endpoint);
    void listenFailed(const QString &sentence);
    void stopped();
    void batch(const Batch &batch);
    void fileProgressed(const FileProgress &progress); ///< at display rate; the last one is not active
    void readyToSend();
    void facts(const SocketFacts &facts);
    void serving(const ServingFacts &facts); ///< once a second, from `listening` to `stopped`

private:
    template <typename Function>
    void post(Function function);
    void listenToWorker();
    void failToListen(const QString &sentence);

    std::unique_ptr<IoThread> m_thread;
    ServerWorker *m_worker; // lives in m_thread; null: the system gave no thread, and `start` fails
    quint64 m_lastTicket = 0;
    quint64 m_fileTicket = 0; // of the latest file
    bool m_fileActive = false;
    bool m_active = false;
    bool m_held = false;
    bool m_acknowledgeOwed = false;
};
