#pragma once

#include "endpoint.h"
#include "serverphase.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// What to do while there is no client yet: press the button, then connect from here. Lies over the empty table.
class WelcomePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePanel(QWidget *parent);

    /// `endpoint` is where it listens, or would when started. `clientThere`: there is a client program to offer.
    void tell(ServerPhase phase, const Endpoint &endpoint, bool clientThere);
    QString text() const;

Q_SIGNALS:
    void openClientRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    QString hint() const;
    void place();

    QLabel *m_label;
    QPushButton *m_open;
    ServerPhase m_phase = ServerPhase::Idle;
    Endpoint m_endpoint;
    bool m_clientThere = false;
};
