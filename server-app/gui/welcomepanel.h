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
    /// Wanted or not; without room for it between the rows and the lower edge it is not shown.
    void setWanted(bool wanted);
    /// How many pixels the rows of the table take.
    void setRoomAbove(int height);
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
    int m_roomAbove = 0;
    bool m_wanted = true;
    bool m_clientThere = false;
};
