#include "serverstatusbar.h"

#include "elidedlabel.h"
#include "sizetext.h"

#include <QEvent>
#include <QLocale>
#include <QSizeGrip>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ServerStatusBar::ServerStatusBar(QWidget *parent)
    : QStatusBar(parent)
    , m_endpoint(addPart(u"statusEndpoint"_s))
    , m_sockets(addPart(u"statusSockets"_s))
    , m_in(addPart(u"statusIn"_s))
    , m_out(addPart(u"statusOut"_s))
    , m_messages(addPart(u"statusMessages"_s))
    , m_dropped(addPart(u"statusDropped"_s))
    , m_serving(addPart(u"statusServing"_s))
{
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ServerStatusBar::takeRates);
    m_second.start();
    m_calm.setSingleShot(true);
    m_calm.setInterval(TrafficInterval);
    connect(&m_calm, &QTimer::timeout, this, &ServerStatusBar::updateTraffic);
    retranslate();
}

ElidedLabel *ServerStatusBar::addPart(const QString &name)
{
    auto *label = new ElidedLabel(this);
    label->setObjectName(name);
    label->setContentsMargins(4, 0, 8, 0);
    addWidget(label);
    return label;
}

void ServerStatusBar::tellPhase(ServerPhase phase, const Endpoint &listening)
{
    m_phase = phase;
    m_listening = listening;
    tell(m_endpoint, endpointText(), tr("Where clients connect to"));
    updateServing();
}

/// The tool tip has the whole of what may find no room, and what it means.
void ServerStatusBar::tell(ElidedLabel *part, const QString &text, const QString &meaning)
{
    part->setText(text);
    part->setToolTip(text + u'\n' + meaning);
}

void ServerStatusBar::tellTraffic(const SocketsModel::Totals &totals, quint64 newMessages, quint64 droppedRows)
{
    m_totals = totals;
    m_newMessages += newMessages;
    m_droppedRows = droppedRows;
    if (!m_calm.isActive())
        m_calm.start();
}

void ServerStatusBar::tellServing(const ServingFacts &facts)
{
    m_comparison.take(facts);
    updateServing();
}

void ServerStatusBar::updateServing()
{
    m_serving->setText(m_comparison.line());
    m_serving->setToolTip(tr("The threads that serve the sockets, the memory of this program, and how long it takes until an "
                             "event loop comes to what waits for it. The highest of each so far, in each way that was "
                             "tried:")
                          + u'\n' + m_comparison.all());
    makeRoom();
}

bool ServerStatusBar::isWanted(const ElidedLabel *part) const
{
    if (part == m_serving)
        return m_phase != ServerPhase::Idle && !m_comparison.isEmpty();
    return part != m_dropped || !part->text().isEmpty();
}

/// Half of a number is worse than none: where all find no room, those that matter least leave.
void ServerStatusBar::makeRoom()
{
    constexpr int Gap = 8; // between two parts, at most
    const auto *grip = findChild<QSizeGrip *>();
    int room = width() - (grip && !grip->isHidden() ? grip->sizeHint().width() + Gap : 0);
    bool hasRoom = true;
    for (ElidedLabel *part : {m_endpoint, m_sockets, m_dropped, m_in, m_out, m_serving, m_messages}) {
        const bool wanted = isWanted(part);
        room -= wanted ? part->sizeHint().width() + Gap : 0;
        hasRoom = hasRoom && (!wanted || room >= 0);
        part->setVisible(wanted && (hasRoom || part == m_endpoint));
    }
}

void ServerStatusBar::takeRates()
{
    m_rates = {m_totals.bytesIn - m_before.bytesIn, m_totals.bytesOut - m_before.bytesOut, m_newMessages};
    m_before = m_totals;
    m_newMessages = 0;
    updateTraffic();
}

void ServerStatusBar::updateTraffic()
{
    const QLocale locale;
    tell(m_sockets, tr("Open: %1").arg(locale.toString(m_totals.open)), tr("Accepted sockets that are open"));
    tell(m_in, tr("RX %1 (%2/s)").arg(sizeText(m_totals.bytesIn), sizeText(m_rates.in)),
         tr("Bytes received by all sockets, and in the last second"));
    tell(m_out, tr("TX %1 (%2/s)").arg(sizeText(m_totals.bytesOut), sizeText(m_rates.out)),
         tr("Bytes sent by all sockets, and in the last second"));
    tell(m_messages, tr("%1 msg/s").arg(locale.toString(m_rates.messages)),
         tr("Messages received and sent in the last second"));
    tell(m_dropped, droppedText(), tr("The window keeps a limited number of rows. The oldest made room for newer ones."));
    makeRoom();
}

QString ServerStatusBar::endpointText() const
{
    switch (m_phase) {
    case ServerPhase::Idle: return tr("Not listening");
    case ServerPhase::Starting: return tr("Starting");
    case ServerPhase::Listening: return tr("Listening on %1").arg(m_listening.toString());
    case ServerPhase::Stopping: return tr("Stopping");
    }
    Q_UNREACHABLE();
    return {};
}

QString ServerStatusBar::droppedText() const
{
    const QLocale locale;
    QStringList parts;
    if (m_droppedRows > 0)
        parts.append(tr("Oldest records gone: %1").arg(locale.toString(m_droppedRows)));
    if (m_totals.dropped > 0)
        parts.append(tr("Closed sockets dropped: %1").arg(locale.toString(m_totals.dropped)));
    return parts.join(u" · "_s);
}

void ServerStatusBar::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    makeRoom();
}

void ServerStatusBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStatusBar::changeEvent(event);
}

void ServerStatusBar::retranslate()
{
    tellPhase(m_phase, m_listening);
    updateTraffic();
}
