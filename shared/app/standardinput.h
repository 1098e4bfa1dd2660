#pragma once

#include "message.h"

#include <QList>
#include <QObject>

#include <memory>

/// Standard input in lines, read by a thread of its own: a pipe, a file and a terminal alike, on every system (there are
/// no notifiers for files, nor on Windows). It reads one piece, hands over the lines in it, and reads on only when
/// `next` is called, so that what is read never piles up here. Lives in the main thread.
class StandardInput final : public QObject
{
    Q_OBJECT
public:
    /// A longer line comes in pieces with `Message::more` set.
    static constexpr qsizetype MaxLine = 1024 * 1024;

    explicit StandardInput(QObject *parent = nullptr);
    ~StandardInput() override;

    /// Asks for one `lines` or `ended`. The first call starts reading.
    void next();

Q_SIGNALS:
    void lines(const QList<Message> &lines);
    void ended();

private:
    struct Shared;
    static void run(std::shared_ptr<Shared> shared);
    void onRead(const QList<Message> &lines, bool end);

    std::shared_ptr<Shared> m_shared;
    bool m_started = false;
    bool m_ended = false;
};
