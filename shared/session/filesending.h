#pragma once

#include "fileprogress.h"
#include "filepieces.h"
#include "pace.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class Channel;

/// One file on its way to some channels. It is read in pieces, for each channel when that one takes them: a slow one
/// delays nobody, and no more than `Channel::HighWater` and a piece waits for any of them. The bytes go out as they are;
/// messages go between two pieces. Lives in the I/O thread; its channels may end and go at any time.
class FileSending final : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<std::chrono::nanoseconds()>;

    static constexpr std::chrono::milliseconds Slice{50};         ///< how often a set rate lets bytes go
    static constexpr std::chrono::milliseconds TellInterval{50};  ///< between two `progressed`, unless the state changed
    static constexpr std::chrono::milliseconds IdleInterval{500}; ///< the same while nothing moves: the speed falls

    /// `clock`: what a set rate and the speed go by; the system's steady one where none is given.
    explicit FileSending(quint64 ticket, QObject *parent = nullptr, Clock clock = {});

    /// Begins. What comes of it is in `progressed`, the last time with a state that is not active.
    /// `rate`: bytes a second for each channel; 0: as fast as the peer reads.
    void start(const QString &path, const QList<Channel *> &channels, quint64 rate);
    /// Ends before it began, for this reason.
    void refuse(const QString &path, const QString &problem);
    void setPaused(bool on);
    /// Nothing more is read; what is queued still goes out, and `progressed` goes on telling of it.
    void cancel();
    void setRate(quint64 bytesPerSecond);
    /// On: the queue of records is full, nothing more is queued.
    void setPressure(bool on);

    FileProgress progress() const;
    bool isActive() const { return m_state == FileProgress::State::Sending || m_state == FileProgress::State::Paused; }

Q_SIGNALS:
    void progressed(const FileProgress &progress);

private:
    struct Piece
    {
        quint64 end; // in bytes of the channel's outgoing stream
        quint64 size;
    };
    struct Target
    {
        Channel *channel; // null once it is closed
        SocketId id;
        quint64 offset = 0;    // in the file, of what is queued next
        quint64 allowance = 0; // bytes that may go out now, at a set rate
        quint64 taken = 0;     // bytes of the file that the system took
        quint64 queued = 0;    // bytes of all pieces
        std::deque<Piece> pieces; // queued, not yet taken as a whole
        bool ended = false;       // before it had all
        CloseReason reason = CloseReason::None;
    };

    void add(Channel *channel);
    void feedAll();
    bool feed(Target &target);
    quint64 allowed(const Target &target) const;
    static void queue(Target &target, const QByteArray &bytes);
    static void count(Target &target);
    void onSent(Target &target);
    void onClosed(Target &target, CloseReason reason);
    void onSlice();
    void endIfShut(Target &target);
    void endIfAllHave();
    void end(Target &target, CloseReason reason);
    void fail(const QString &problem);
    void setState(FileProgress::State state);
    void restartPace();
    void tell();
    void tellLater();
    quint64 slowest() const;

    const quint64 m_ticket;
    const Clock m_clock;
    FilePieces m_file;
    Pace m_pace;
    SpeedMeter m_speed;
    std::vector<std::unique_ptr<Target>> m_targets;
    FileProgress::State m_state = FileProgress::State::Sending;
    QString m_problem;
    QTimer m_slices;
    QTimer m_telling;
    qsizetype m_done = 0;
    qsizetype m_failed = 0;
    qsizetype m_unbegun = 0; // targets of a file that can't be opened
    bool m_pressure = false;
    bool m_tellsSoon = false; // the timer waits for TellInterval, not for IdleInterval
};
