#pragma once

#include "serveroptions.h"
#include "socketid.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class ServerSession;

/// What one does to sockets to see how they behave: stop reading, shut down, reset; and to the listening one: pause it,
/// choose whom it lets in. The actions, their menus, and what they ask.
class SocketCommands final : public QObject
{
    Q_OBJECT
public:
    /// The options say what is chosen at first.
    SocketCommands(ServerSession *session, const ServerOptions &options, QWidget *window);

    /// Those for the selected sockets, then those for the listening one.
    void fill(QMenu *menu);
    const QList<QAction *> &ofSelected() const { return m_ofSelected; }
    void setSelected(const QList<SocketId> &ids);
    /// Enables what can be done now.
    void update();
    /// What was chosen here, for the next start.
    void applyTo(ServerOptions &options) const;
    void retranslate();
    const Admission &admission() const { return m_admission; }

Q_SIGNALS:
    void admissionChanged(); ///< whom it lets in

private:
    void onUpdated();
    QAction *make(const QString &name);
    QAction *makeOfSelected(const QString &name, void (ServerSession::*command)(const QList<SocketId> &));
    void makeAdmission();
    void admit(const Admission &admission);
    void askForLimit();
    void askForLimitOfAddress();
    void askForBacklog();
    void askForNumber(const QString &title, const QString &label, int value, int max,
                      void (SocketCommands::*take)(int));
    void takeLimit(int limit) { admit({limit, m_admission.maxPerAddress, false}); }
    void takeLimitOfAddress(int limit) { admit({m_admission.maxClients, limit, m_admission.oneAtATime}); }
    void takeBacklog(int backlog);
    void showAdmission();
    void retranslateAdmission();

    ServerSession *m_session;
    QWidget *m_window;
    QList<SocketId> m_selected;
    quint64 m_standing = 0; // of the sockets when this was updated
    QList<QAction *> m_ofSelected;
    QAction *m_stopReading;
    QAction *m_readOn;
    QAction *m_finishWriting;
    QAction *m_reset;
    QAction *m_pauseAccepting;
    QMenu *m_admissionMenu;
    QActionGroup *m_admissions;
    QAction *m_everyone;
    QAction *m_atMost;
    QAction *m_oneAtATime;
    QAction *m_atMostPerAddress;
    QAction *m_askBacklog;
    Admission m_admission;
    int m_backlog;
};
