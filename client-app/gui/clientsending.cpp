#include "clientsending.h"

#include "banner.h"
#include "client.h"
#include "clientproblem.h"
#include "composer.h"
#include "filesendbar.h"

ClientSending::ClientSending(Client *client, Composer *composer, FileSendBar *fileBar, Banner *banner, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_composer(composer)
    , m_fileBar(fileBar)
    , m_banner(banner)
{
    m_status.state = SocketState::Closed;
    connect(composer, &Composer::sendRequested, this, [this](const QByteArray &bytes, bool asIs) {
        if (send(bytes, asIs))
            m_composer->confirm();
    });
    connect(composer, &Composer::edited, this, &ClientSending::forgetOutcome);
    watchFileBar();
}

void ClientSending::watchFileBar()
{
    connect(m_fileBar, &FileSendBar::sendRequested, m_client, &Client::sendFile);
    connect(m_fileBar, &FileSendBar::pauseRequested, m_client, &Client::pauseFile);
    connect(m_fileBar, &FileSendBar::cancelRequested, m_client, &Client::cancelFile);
    connect(m_fileBar, &FileSendBar::rateChosen, m_client, &Client::setFileRate);
    connect(m_fileBar, &FileSendBar::refused, m_banner, [this](const QString &sentence) { m_banner->tell(sentence); });
    connect(m_client, &Client::fileProgressed, m_fileBar, &FileSendBar::setProgress);
}

void ClientSending::setFraming(const Framing &framing)
{
    m_framing = framing;
    m_composer->setFraming(framing);
    m_composer->setAllowEmpty(framing.allowsEmpty());
}

void ClientSending::begin(const QString &target)
{
    m_target = target;
    forgetOutcome();
}

void ClientSending::end()
{
    if (m_outcome.state != SendOutcome::State::Failed)
        forgetOutcome();
}

bool ClientSending::canSend() const
{
    return m_status.canSend();
}

bool ClientSending::send(const QByteArray &bytes, bool asIs)
{
    if (!canSend())
        return false;
    QString problem;
    if (!asIs && !m_framing.compose(bytes, false, &problem)) {
        m_composer->setOutcome(problem);
        return false;
    }
    m_ticket = asIs ? m_client->sendExactly(bytes) : m_client->send(bytes);
    m_outcome = {m_ticket, m_status.id, SendOutcome::State::Queued, CloseReason::None};
    showOutcome();
    return true;
}

void ClientSending::askForFile(const QString &path)
{
    if (canSend())
        m_fileBar->ask(m_target, path);
    else
        m_banner->tell(notConnectedText());
}

void ClientSending::take(const SendOutcome &outcome)
{
    if (outcome.ticket != m_ticket)
        return;
    m_outcome = outcome;
    showOutcome();
}

void ClientSending::forgetOutcome()
{
    m_ticket = 0;
    showOutcome();
}

void ClientSending::showOutcome()
{
    m_composer->setOutcome(m_ticket == 0 ? QString() : outcomeText());
}

QString ClientSending::outcomeText() const
{
    switch (m_outcome.state) {
    case SendOutcome::State::Queued: return tr("Waiting to be sent …");
    case SendOutcome::State::Sent: return tr("Sent.");
    case SendOutcome::State::Failed: break;
    }
    return m_outcome.reason == CloseReason::None ? tr("Not sent: there is no connection.")
                                                 : tr("Not sent: %1.").arg(closeReasonText(m_outcome.reason));
}
