#include "servertour.h"

#include "serversession.h"
#include "tourcard.h"
#include "tourring.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

ServerTour::ServerTour(ServerSession *session, QWidget *page, QWidget *body)
    : QObject(page)
    , m_session(session)
    , m_page(page)
    , m_body(body)
    , m_action(new QAction(this))
{
    m_action->setObjectName(u"actionTour"_s);
    connect(m_action, &QAction::triggered, this, &ServerTour::begin);
    connect(session, &ServerSession::updated, this, &ServerTour::look);
    connect(session, &ServerSession::phaseChanged, this, &ServerTour::look);
    connect(session->outcomes(), &OutcomeModel::countsChanged, this, &ServerTour::onOutcome);
    connect(&m_tour, &Tour::stepped, this, &ServerTour::point);
    connect(&m_tour, &Tour::changed, this, &ServerTour::point);
    connect(&m_tour, &Tour::ended, this, &ServerTour::end);
    page->installEventFilter(this);
    retranslate();
}

ServerTour::~ServerTour()
{
    delete m_ring; // it lies in the window, not in the page
}

void ServerTour::begin()
{
    if (!m_card) {
        m_card = new TourCard(&m_tour, m_body);
        m_ring = new TourRing(m_page);
        connect(m_card, &TourCard::targetRequested, this, &ServerTour::focusTarget);
        static_cast<QBoxLayout *>(m_body->layout())->insertWidget(0, m_card);
        m_card->show();
    }
    m_tour.begin(facts());
    m_card->focusText();
}

void ServerTour::end()
{
    const bool hadFocus = m_card->isAncestorOf(m_page->focusWidget());
    m_card->hide();
    m_card->deleteLater(); // one of its buttons may have been pressed
    m_card.clear();
    delete m_ring;
    if (hadFocus)
        focusTarget();
}

void ServerTour::setEndpoint(const QString &endpoint)
{
    m_endpoint = endpoint;
    look();
}

void ServerTour::look()
{
    if (m_tour.isRunning())
        m_tour.take(facts());
}

/// A message counts once, when the system has taken it for the first of its clients.
void ServerTour::onOutcome()
{
    const bool wasSent = std::exchange(m_isSent, m_session->outcomes()->counts().sent > 0);
    if (!m_isSent || wasSent)
        return;
    ++m_messagesSent;
    look();
}

/// The listening socket: none.
static SocketId lastClosed(const SocketsModel &sockets)
{
    SocketId last = ListenerId;
    qint64 when = 0;
    for (int row = 0; row < sockets.rowCount(); ++row) {
        const SocketStatus &status = sockets.at(row);
        if (status.id == ListenerId || status.isOpen() || status.closedAt < when)
            continue;
        last = status.id;
        when = status.closedAt;
    }
    return last;
}

TourFacts ServerTour::facts() const
{
    const SocketsModel *sockets = m_session->sockets();
    const SocketsModel::Totals &totals = sockets->totals();
    const int newest = sockets->rowCount() - 1;
    TourFacts facts;
    facts.listening = m_session->phase() == ServerPhase::Listening;
    facts.open = totals.open;
    facts.left = lastClosed(*sockets);
    facts.bytesIn = totals.bytesIn;
    facts.messagesSent = m_messagesSent;
    facts.server = facts.listening ? m_session->listening().toString() : m_endpoint;
    if (newest >= 0) {
        facts.newest = sockets->at(newest).id;
        facts.client = sockets->at(newest).peer.toString();
    }
    return facts;
}

/// What the step speaks of, or what must be pressed first.
QWidget *ServerTour::target() const
{
    const bool missing = m_tour.standing() == Tour::Standing::Missing;
    const QString name = missing ? tourNeedTarget(*m_tour.missing()) : QString::fromLatin1(m_tour.step().target);
    const auto visible = [this](const QString &wanted) -> QWidget * {
        const auto found = m_page->findChildren<QWidget *>(wanted);
        const auto seen =
            std::find_if(found.cbegin(), found.cend(), [](const QWidget *widget) { return widget->isVisible(); });
        return seen == found.cend() ? nullptr : *seen;
    };
    QWidget *found = visible(name);
    return found ? found : visible(u"reach"_s); // no client program: where others connect to
}

void ServerTour::point()
{
    if (m_ring)
        m_ring->surround(target());
}

void ServerTour::focusTarget()
{
    if (QWidget *widget = target())
        widget->setFocus(Qt::TabFocusReason);
}

bool ServerTour::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_page && event->type() == QEvent::KeyPress && m_tour.isRunning();
    if (isKey
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) { // that nothing in the window took for itself
        m_tour.leave();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void ServerTour::retranslate()
{
    m_action->setText(tr("&Tour: one port, many sockets"));
}
