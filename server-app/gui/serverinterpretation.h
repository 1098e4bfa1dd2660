#pragma once

#include "interpretation.h"

#include <QObject>

class ListenBar;
class ServerSession;

/// How the bytes of a server window's sockets are read and written: as its bar says, and for some as a dialog was told.
class ServerInterpretation final : public QObject
{
    Q_OBJECT
public:
    /// None of them is owned; `window` is where the dialog stands. `messageLimit`: content bytes of one message.
    ServerInterpretation(ServerSession *session, ListenBar *bar, qsizetype messageLimit, QWidget *window);

    /// Takes what the bar says for all that have nothing of their own. Where that does not go together the bar is set
    /// back.
    void applyUsual();
    /// Whether there is one among these that carries bytes.
    bool canAsk(const QList<SocketId> &sockets) const;
    /// Asks how these are to be read and written.
    void ask(const QList<SocketId> &sockets);

Q_SIGNALS:
    void refused(const QString &sentence); ///< what was chosen in the bar
    void refusalPast(const QString &sentence);

private:
    void showUsual();
    bool refuses(const Interpretation &chosen);

    ServerSession *m_session;
    ListenBar *m_bar;
    QWidget *m_window;
    const qsizetype m_messageLimit;
    QString m_refusal; // that was told last
};
