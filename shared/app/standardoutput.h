#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <memory>

/// Standard output, written by a thread of its own, so that a reader that takes nothing stops neither the event loop nor
/// the end of the program. Who writes looks at `isBehind`, and waits for `caughtUp` before it makes more. Lives in the
/// main thread; one per program.
class StandardOutput final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype HighWater = 1024 * 1024; ///< bytes that wait for the reader

    explicit StandardOutput(QObject *parent = nullptr);
    ~StandardOutput() override;

    void write(const QByteArray &bytes);
    bool isBehind() const;
    /// From now on a reader that takes nothing for this long gets no more: `written` comes all the same.
    void giveUpWhenStalled(std::chrono::milliseconds patience);
    /// Asks for one `written`: when all that was given so far is out, or can't be.
    void finish();

    /// Text for the person who asked, at once.
    static void print(const QString &text);
    /// A line on standard error, for the person at the terminal.
    static void notice(const QString &line);

Q_SIGNALS:
    void caughtUp();
    void written();
    /// The reader is gone, or the disk is full: nothing more can be written. Once.
    void lost();

private:
    struct Shared;
    static void run(std::shared_ptr<Shared> shared);
    void onProgress(bool isLost);
    void onPatience();

    std::shared_ptr<Shared> m_shared;
    QTimer m_patience;
    quint64 m_takenBefore = 0; // bytes, when the patience was looked at last
    bool m_finishing = false;
    bool m_lost = false;
};

/// What to say when standard output takes no more. Translated.
QString outputLostText();
