#include "serverinterpretation.h"

#include "interpretationdialog.h"
#include "listenbar.h"
#include "serversession.h"

#include <utility>

ServerInterpretation::ServerInterpretation(ServerSession *session, ListenBar *bar, qsizetype messageLimit,
                                           QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_bar(bar)
    , m_window(window)
    , m_messageLimit(messageLimit)
{
    connect(session, &ServerSession::interpretationsChanged, this, &ServerInterpretation::showUsual);
}

void ServerInterpretation::showUsual()
{
    const Interpretation &usual = m_session->interpretations().usual;
    m_bar->setFraming(usual.framing);
    m_bar->setEncoding(usual.encoding);
}

void ServerInterpretation::applyUsual()
{
    Interpretations interpretations = m_session->interpretations();
    const Interpretation chosen{m_bar->framing(), m_bar->encoding()};
    if (refuses(chosen))
        return;
    interpretations.usual = chosen;
    interpretations.messageLimit = m_messageLimit;
    m_session->setInterpretations(interpretations);
}

/// Nothing goes out that nobody could read: the choice before is kept.
bool ServerInterpretation::refuses(const Interpretation &chosen)
{
    const QString past = std::exchange(m_refusal, chosen.problem());
    if (m_refusal.isEmpty()) {
        Q_EMIT refusalPast(past);
        return false;
    }
    const Interpretation &before = m_session->interpretations().usual;
    m_bar->setFraming(before.framing);
    m_bar->setEncoding(before.encoding);
    Q_EMIT refused(m_refusal);
    return true;
}

/// The listening socket carries no bytes.
static QList<SocketId> withBytes(QList<SocketId> sockets)
{
    sockets.removeAll(ListenerId);
    return sockets;
}

bool ServerInterpretation::canAsk(const QList<SocketId> &sockets) const
{
    return !withBytes(sockets).isEmpty();
}

void ServerInterpretation::ask(const QList<SocketId> &sockets)
{
    const QList<SocketId> ids = withBytes(sockets);
    if (ids.isEmpty())
        return;
    const Interpretations &now = m_session->interpretations();
    const auto found = now.own.constFind(ids.constFirst());
    const auto own = found == now.own.cend() ? std::nullopt : std::optional(*found);
    auto *dialog = new InterpretationDialog(now.usual, own, ids.size(), m_window);
    connect(dialog, &InterpretationDialog::chosen, this, [this, ids](const std::optional<Interpretation> &chosen) {
        Interpretations interpretations = m_session->interpretations();
        for (const SocketId id : ids) {
            if (chosen)
                interpretations.own.insert(id, *chosen);
            else
                interpretations.own.remove(id);
        }
        m_session->setInterpretations(interpretations);
    });
    dialog->open();
}
