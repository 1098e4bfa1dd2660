#pragma once

#include "outcomemodel.h"
#include "server.h"
#include "serverphase.h"
#include "socketsmodel.h"
#include "transcriptmodel.h"

#include <QObject>
#include <QSet>

/// One server and what is known of it: its phase, its sockets, its transcript and the outcome of the latest send. What
/// a window shows; no widgets. GUI thread.
class ServerSession final : public QObject
{
    Q_OBJECT
public:
    /// What goes over the sockets is kept in this store.
    explicit ServerSession(std::shared_ptr<TrafficStore> store, QObject *parent = nullptr);

    void start(const ServerOptions &options); ///< only while idle
    void stop();                              ///< ends in the phase Idle
    void stopNow() { m_server.stopNow(); }
    void setMode(ServerMode mode) { m_server.setMode(mode); }
    /// How bytes are read and written: the sockets' own, and all that is shown of them, from the first byte on.
    void setInterpretations(const Interpretations &interpretations);
    const Interpretations &interpretations() const { return m_interpretations; }
    /// The same without what those have of their own that can't be sent to.
    Interpretations writingInterpretations() const;
    /// To all that can be sent to when `targets` is empty, to each in its own interpretation. The outcome is in
    /// `outcomes`.
    void send(const TypedText &typed, const QList<SocketId> &targets);
    /// To all that are there now when `targets` is empty; one file at a time. What comes of it is in `fileProgressed`.
    void sendFile(const QString &path, const QList<SocketId> &targets, quint64 bytesPerSecond);
    void pauseFile(bool on) { m_server.pauseFile(on); }
    void cancelFile() { m_server.cancelFile(); }
    void setFileRate(quint64 bytesPerSecond) { m_server.setFileRate(bytesPerSecond); }
    /// Those that are open; the listening socket is not for this.
    void disconnectSockets(const QList<SocketId> &ids);
    void stopReading(const QList<SocketId> &ids) { m_server.setReading(openOf(ids), false); }
    void readOn(const QList<SocketId> &ids) { m_server.setReading(openOf(ids), true); }
    void finishWriting(const QList<SocketId> &ids) { m_server.finishWriting(openOf(ids)); }
    void resetSockets(const QList<SocketId> &ids) { m_server.reset(openOf(ids)); }
    void setAccepting(bool on) { m_server.setAccepting(on); }
    void setAdmission(const Admission &admission) { m_server.setAdmission(admission); }
    /// Of whom `told` tells, at display rate.
    void watch(const std::optional<SocketId> &socket) { m_server.watch(socket); }
    /// The listening socket beside it, whatever that is, while one of these wants it.
    void watchListener(const QObject *who, bool on);
    void retranslate();

    ServerPhase phase() const { return m_phase; }
    const Endpoint &listening() const { return m_listening; } ///< unknown unless it listens
    /// How many connections were open when it was last told to stop; 0 since it started again.
    qsizetype closedByStop() const { return m_closedByStop; }
    SocketsModel *sockets() { return &m_sockets; }
    const SocketsModel *sockets() const { return &m_sockets; }
    TranscriptRows *rows() { return &m_rows; }
    TranscriptModel *transcript() { return &m_transcript; }
    const TranscriptModel *transcript() const { return &m_transcript; }
    OutcomeModel *outcomes() { return &m_outcomes; }
    /// Which of these are accepted sockets that are open.
    QList<SocketId> openOf(const QList<SocketId> &ids) const;
    /// Which of these can be sent to.
    QList<SocketId> takersOf(const QList<SocketId> &ids) const;

Q_SIGNALS:
    void phaseChanged();
    void listenFailed(const QString &sentence);
    void interpretationsChanged();
    /// The models took something new, with this many messages that came or went.
    void updated(quint64 messages);
    void fileProgressed(const FileProgress &progress);
    void told(const SocketFacts &facts);
    void serving(const ServingFacts &facts); ///< what serving costs, once a second

private:
    void setPhase(ServerPhase phase);
    void take(const Batch &batch);
    void idle();

    Server m_server;
    SocketsModel m_sockets;
    TranscriptRows m_rows;
    TranscriptModel m_transcript;
    OutcomeModel m_outcomes;
    QSet<const QObject *> m_listenerWatchers;
    Interpretations m_interpretations; // those of the rows are others while they are made again
    ServerPhase m_phase = ServerPhase::Idle;
    Endpoint m_listening;
    qsizetype m_closedByStop = 0;
};
