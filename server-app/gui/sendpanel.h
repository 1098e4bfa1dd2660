#pragma once

#include "serverphase.h"
#include "socketid.h"

#include <QList>
#include <QWidget>

class Composer;
class NamedComboBox;
class OutcomeModel;
class QLabel;

/// Writes a message to all clients or to the selected ones, and says what became of it.
class SendPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SendPanel(OutcomeModel *outcomes, QWidget *parent = nullptr);

    /// How many clients are open, and which of them are selected.
    void setTargets(ServerPhase phase, qsizetype open, const QList<SocketId> &selected);
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
    /// `targets` is empty for all. `asIs`: the framing adds nothing.
    void sendRequested(const QByteArray &bytes, bool asIs, const QList<SocketId> &targets);
    void edited(); ///< the message: what became of the one before is past

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTargets();
    bool sendsToAll() const;
    void request(const QByteArray &bytes, bool asIs);
    void retranslate();
    void updateTargets();
    QString namesOfSelected() const;
    QString invitation() const;

    Composer *m_composer;
    NamedComboBox *m_to;
    QLabel *m_toLabel;
    ServerPhase m_phase = ServerPhase::Idle;
    qsizetype m_open = 0;
    QList<SocketId> m_selected;
};
