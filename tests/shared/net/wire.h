#pragma once

#include "connection.h"
#include "listener.h"
#include "nativesocket.h"

#include <QTcpSocket>
#include <QTest>

/// A connection as a server has it, the peer at its other end, and what came of both.
struct Wire
{
    Wire()
    {
        QObject::connect(&listener, &Listener::accepted, &connection, [this](qintptr descriptor) {
            adopted = connection.adopt(descriptor);
        });
        QObject::connect(&connection, &Connection::received, &connection,
                         [this](QByteArrayView bytes) { received += bytes; });
        QObject::connect(&connection, &Connection::peerFinished, &connection, [this] { ++peerFins; });
        QObject::connect(&connection, &Connection::closed, &connection,
                         [this](CloseReason reason) { ends.append(reason); });
        QObject::connect(&peer, &QTcpSocket::readyRead, &peer, [this] {
            if (peerReads)
                peerReceived += peer.readAll();
        });
    }

    bool open()
    {
        if (!listener.listen(QHostAddress::LocalHost))
            return false;
        peer.connectToHost(listener.serverAddress(), listener.serverPort());
        return QTest::qWaitFor([this] { return adopted && peer.state() == QAbstractSocket::ConnectedState; });
    }

    /// From now on the peer takes nothing any more, and TCP's own buffers fill up.
    void peerStopsReading()
    {
        peerReads = false;
        peer.setReadBufferSize(1);
    }

    void peerReadsAgain()
    {
        peerReads = true;
        peer.setReadBufferSize(0);
        peerReceived += peer.readAll();
    }

    /// How much the peer has received. Asks the system: once both sides have finished, a notifier may stay silent.
    qsizetype countPeerReceived()
    {
        peer.waitForReadyRead(1);
        return peerReceived.size();
    }

    /// The peer's FIN; it still reads.
    void peerFinishes()
    {
        peer.flush();
        NativeSocket::shutdownWrite(peer.socketDescriptor());
    }

    /// The peer's RST.
    void peerResets()
    {
        NativeSocket::resetOnClose(peer.socketDescriptor());
        peer.abort();
    }

    Listener listener;
    Connection connection;
    QTcpSocket peer;
    QByteArray received;     // by the connection
    QByteArray peerReceived; // by the peer
    QList<CloseReason> ends;
    int peerFins = 0;
    bool adopted = false;
    bool peerReads = true;
};

/// More than the buffers of TCP take on loopback.
inline constexpr qsizetype MoreThanTcpHolds = 20 * 1024 * 1024;

/// Bytes whose place can be told, so that a lost or doubled piece shows.
inline QByteArray numberedBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return bytes;
}
