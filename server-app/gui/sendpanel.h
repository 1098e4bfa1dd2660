#pragma once

#include "serverphase.h"
#include "typedtext.h"

#include <QList>
#include <QWidget>

class Composer;
class NamedComboBox;
class OutcomeModel;
class QLabel;

/// Whom one could send to. One whose writing is shut down is open, and takes nothing.
struct SendTargets
{
    qsizetype open = 0;
    qsizetype takers = 0;
    qsizetype selectedOpen = 0;
    QList<SocketId> selected = {}; ///< takers

    friend bool operator==(const SendTargets &, const SendTargets &) = default;
};

/// Writes a message to all clients or to the selected ones, and says what became of it.
class SendPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SendPanel(OutcomeModel *outcomes, QWidget *parent = nullptr);

    void setTargets(ServerPhase phase, const SendTargets &targets);
    /// How the bytes of those that can be sent to are written: the message goes to each in its own way.
    void setWriting(const Interpretations &writing);
    /// Sends to the selected ones from now on, and is ready to write.
    void writeToSelected();
    /// Why nothing can be sent now; empty when it can.
    QString obstacle() const;
    /// To whom it goes now: empty for all.
    QList<SocketId> targets() const;
    /// The same for people: "all 3 clients", "#1, #2".
    QString recipients() const;
    Composer *composer() const { return m_composer; }

Q_SIGNALS:
    /// `targets` is empty for all.
    void sendRequested(const TypedText &typed, const QList<SocketId> &targets);
    void obstacleChanged();
    void edited(); ///< the message: what became of the one before is past

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTargets();
    bool sendsToAll() const;
    void request();
    void retranslate();
    void updateTargets();
    void updateWays();
    QList<Interpretation> waysOfTargets() const;
    QString namesOfSelected() const;
    QString shutDownText() const;
    void putBackWhatFailed();
    QString invitation() const;

    OutcomeModel *m_outcomes;
    Composer *m_composer;
    NamedComboBox *m_to;
    QLabel *m_toLabel;
    ServerPhase m_phase = ServerPhase::Idle;
    SendTargets m_targets;
    QString m_sent; // that may still come to nothing
    Interpretations m_writing;
    QList<Interpretation> m_ways; // that the targets have, each once
};
