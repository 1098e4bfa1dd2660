#pragma once

#include "tour.h"

#include <QObject>
#include <QPointer>

class QAction;
class ServerSession;
class TourCard;
class TourRing;
class QWidget;

/// The guided tour of a service: feeds the tour with what happens to the server, shows its card at the head of the
/// page and a frame around the control that it speaks of. Nothing of it is there while no tour runs.
class ServerTour final : public QObject
{
    Q_OBJECT
public:
    /// `body`: the part of the page whose layout takes the card.
    ServerTour(ServerSession *session, QWidget *page, QWidget *body);
    ~ServerTour() override;

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
    void onOutcome();
    void point();
    TourFacts facts() const;
    QWidget *target() const;
    void focusTarget();

    ServerSession *m_session;
    QWidget *m_page;
    QWidget *m_body;
    QAction *m_action;
    Tour m_tour;
    QString m_endpoint;
    quint64 m_messagesSent = 0;
    bool m_isSent = false; // the latest message, to one at least
    QPointer<TourCard> m_card;
    QPointer<TourRing> m_ring;
};
