#pragma once

#include "batchqueue.h"
#include "channel.h"
#include "clientoptions.h"
#include "factswatch.h"
#include "outgoing.h"
#include "filesending.h"

#include <QObject>

#include <memory>

/// A client's half in the I/O thread: one channel at a time.
class ClientWorker final : public QObject
{
    Q_OBJECT
public:
    /// When the client goes, a server that takes nothing for this long is given up.
    static constexpr std::chrono::milliseconds StopPatience{3'000};

    explicit ClientWorker(QObject *parent = nullptr);

    void setStore(const std::shared_ptr<TrafficStore> &store) { m_queue.setStore(store); }
    void connectTo(const ClientOptions &options);
    void disconnectFrom(std::chrono::milliseconds patience);
    void reset();
    /// Closes what is open as after `disconnectFrom`, then deletes itself.
    void retire();
    void finishWriting();
    void setReading(bool on);
    void watch(bool on);
    void setInterpretation(const Interpretation &interpretation);
    void send(quint64 ticket, const QByteArray &content, bool more);
    void sendExactly(quint64 ticket, const QByteArray &bytes);
    /// Takes the place of the file before, which is not active any more.
    void sendFile(quint64 ticket, const QString &path, quint64 rate);
    FileSending *file() const { return m_file.get(); } ///< the latest one; null before the first
    void askReady(bool patient);
    void acknowledge() { m_queue.acknowledge(); }

Q_SIGNALS:
    void batch(const Batch &batch);
    void fileProgressed(const FileProgress &progress);
    void readyToSend();
    void facts(const SocketFacts &facts);

private:
    void sendMessage(quint64 ticket, const Message &message);
    void onClosed();
    void tellIfReady();

    ClientOptions m_options;
    BatchQueue m_queue;
    FactsWatch m_watch;
    Outgoing m_outgoing;
    Channel *m_channel = nullptr; // child of this; null while there is no connection
    std::unique_ptr<FileSending> m_file;
    SocketId m_lastId = 0;
    bool m_readyAsked = false;
    bool m_patient = false;
    bool m_retiring = false;
    bool m_watched = false;
};
