#pragma once

#include "endpoint.h"
#include "serverphase.h"

#include <QWidget>

class QLabel;
class StatusDot;

/// Says in words where the server listens and who can reach it.
class ReachLine final : public QWidget
{
    Q_OBJECT
public:
    explicit ReachLine(QWidget *parent = nullptr);

    /// `closed`: how many connections the last stop ended.
    void tell(ServerPhase phase, const Endpoint &listening, qsizetype closed);
    /// Other services of this window listen on the same address.
    void setShared(bool shared);
    /// Who is let in, where that is not everyone at once. Empty: nothing to say.
    void setGate(const QString &sentence);
    QString text() const;

    /// "Listening on 127.0.0.1:8080. Only programs on this machine can connect."
    static QString listeningText(const Endpoint &listening);

protected:
    void changeEvent(QEvent *event) override;

private:
    void update();
    QString idleText() const;
    QString hereText() const;
    QString gateText() const;

    StatusDot *m_dot;
    QLabel *m_label;
    ServerPhase m_phase = ServerPhase::Idle;
    Endpoint m_listening;
    qsizetype m_closed = 0;
    QString m_gate;
    bool m_shared = false;
};
