#pragma once

#include "batch.h"
#include "clientoptions.h"
#include "fileprogress.h"
#include "interpretation.h"
#include "socketfacts.h"

#include <QObject>

#include <memory>

class ClientThread;
class ClientWorker;
class TrafficStore;

/// One client, as seen from the thread that shows it: commands go to the I/O thread that owns the socket, values come
/// back in batches at display rate. Each connect makes a new socket with the next number, from 1. All members are to be
/// called in the thread that made it.
class Client final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds DisconnectPatience{30'000};
    static constexpr std::chrono::milliseconds StopPatience{3'000}; ///< for a program that is to end

    explicit Client(ClientThread &thread, QObject *parent = nullptr);
    /// What is queued is still sent, to a server that takes it.
    ~Client() override;

    /// Keeps what goes over the socket from now on there; the batches then have no messages.
    void setStore(const std::shared_ptr<TrafficStore> &store);
    /// Looks the host up and connects. What comes of it is in the batches: the socket's status and records. Only while
    /// not active.
    void connectTo(const ClientOptions &options);
    /// Sends what is queued, then closes; while connecting it gives up. A server that takes nothing for this long is
    /// given up too.
    void disconnectFrom(std::chrono::milliseconds patience = DisconnectPatience);
    /// Closes at once; what is queued is gone.
    void reset();
    /// Our FIN after what is queued; still receives.
    void finishWriting();
    /// Off: nothing more is read, so that buffers fill up on both sides, until it is on again. Of this connection only.
    void setReading(bool on);
    /// On: tells `facts` of the socket that is open, and of those after it, at display rate. Off: nothing is asked.
    void watch(bool on);
    void setInterpretation(const Interpretation &interpretation);
    bool isActive() const { return m_active; } ///< from `connectTo` until `ended`

    /// Sends these bytes as one message, with the framing's terminator. `more`: the message goes on in the next call.
    /// Returns the ticket that the outcomes bear. What the framing can't carry becomes an Error record, without outcomes.
    quint64 send(const QByteArray &content, bool more = false);
    /// The same with these bytes as they are: the framing adds nothing.
    quint64 sendExactly(const QByteArray &bytes);
    /// Sends a file's bytes as they are, in pieces. `rate`: bytes a second; 0: as fast as the server reads. What comes of it
    /// is in `fileProgressed`. Returns its ticket; 0: another file is on its way, and this one is not sent.
    quint64 sendFile(const QString &path, quint64 rate);
    void pauseFile(bool on);
    void cancelFile();
    void setFileRate(quint64 bytesPerSecond);
    bool isSendingFile() const { return m_fileActive; }
    /// Asks for one `readyToSend`: it comes when more can be taken; `patient`: and not before the server takes what it is
    /// sent, or the connection is over.
    void askReady(bool patient);
    /// The next batch waits for `resume`; to be called while one is told.
    void hold() { m_held = true; }
    void resume();

Q_SIGNALS:
    void batch(const Batch &batch);
    void fileProgressed(const FileProgress &progress); ///< at display rate; the last one is not active
    /// The socket is closed, or never came to be; its batch has been told.
    void ended(const SocketStatus &last);
    void readyToSend();
    void facts(const SocketFacts &facts);

private:
    template <typename Function>
    void post(Function function);
    void listenToWorker();
    void tell(const Batch &batch);
    void tellOfNoThread();

    ClientWorker *m_worker; // lives in the ClientThread; null: the system gave no thread, and every connect fails
    SocketId m_withoutThread = 0; // of the last such connect
    quint64 m_lastTicket = 0;
    quint64 m_fileTicket = 0; // of the latest file
    bool m_fileActive = false;
    bool m_active = false;
    bool m_held = false;
    bool m_acknowledgeOwed = false;
};
