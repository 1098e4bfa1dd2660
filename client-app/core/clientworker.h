#pragma once

#include "batchqueue.h"
#include "channel.h"
#include "clientoptions.h"

#include <QObject>

/// A client's half in the I/O thread: one channel at a time.
class ClientWorker final : public QObject
{
    Q_OBJECT
public:
    explicit ClientWorker(QObject *parent = nullptr);

    void connectTo(const ClientOptions &options);
    void disconnectFrom();
    void finishWriting();
    void setFraming(const Framing &framing);
    void send(quint64 ticket, const QByteArray &content, bool more);
    void askReady();
    void acknowledge() { m_queue.acknowledge(); }

Q_SIGNALS:
    void batch(const Batch &batch);
    void readyToSend();

private:
    void onClosed();
    void tellIfReady();

    ClientOptions m_options;
    BatchQueue m_queue;
    Channel *m_channel = nullptr; // child of this; null while there is no connection
    SocketId m_lastId = 0;
    bool m_readyAsked = false;
};
