#pragma once

#include "batch.h"
#include "framing.h"

#include <QObject>

class Banner;
class Client;
class Composer;
class FileSendBar;

/// What a client window sends: messages from its composer, and files. Says what became of them. GUI thread.
class ClientSending final : public QObject
{
    Q_OBJECT
public:
    /// None of them is owned; what can't be sent is told by the banner.
    ClientSending(Client *client, Composer *composer, FileSendBar *fileBar, Banner *banner, QObject *parent);

    void setFraming(const Framing &framing);
    void setStatus(const SocketStatus &status) { m_status = status; }
    /// A connection to this target is made: what became of messages before is past.
    void begin(const QString &target);
    /// There is no connection any more: only what failed is still said.
    void end();
    void take(const SendOutcome &outcome);

    bool canSend() const;
    /// This content as one message, or exactly these bytes; false: there is no connection to send it over.
    bool send(const QByteArray &bytes, bool asIs);
    void askForFile(const QString &path = {}); ///< `path`: one that is known already
    void retranslate() { showOutcome(); }

private:
    void watchFileBar();
    void forgetOutcome();
    void showOutcome();
    QString outcomeText() const;

    Client *m_client;
    Composer *m_composer;
    FileSendBar *m_fileBar;
    Banner *m_banner;
    Framing m_framing;
    SocketStatus m_status;
    QString m_target;
    SendOutcome m_outcome;
    quint64 m_ticket = 0; // of the message sent last; 0: none
};
