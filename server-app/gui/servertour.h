#pragma once

#include "tour.h"

#include <QObject>
#include <QPointer>

class QAction;
class QMainWindow;
class ServerSession;
class TourCard;
class TourRing;

/// The guided tour in a server window: feeds the tour with what happens to the server, shows its card at the head of
/// the window and a frame around the control that it speaks of. Nothing of it is there while no tour runs.
class ServerTour final : public QObject
{
    Q_OBJECT
public:
    ServerTour(ServerSession *session, QMainWindow *window);

    QAction *action() const { return m_action; } ///< begins the tour; anew while it runs
    /// Where clients would connect to while it does not listen.
    void setEndpoint(const QString &endpoint);
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void end();
    void look();
    void point();
    TourFacts facts() const;
    QWidget *target() const;
    void focusTarget();

    ServerSession *m_session;
    QMainWindow *m_window;
    QAction *m_action;
    Tour m_tour;
    QString m_endpoint;
    QPointer<TourCard> m_card;
    QPointer<TourRing> m_ring;
};
