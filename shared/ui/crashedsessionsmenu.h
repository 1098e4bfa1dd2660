#pragma once

#include "backgroundjob.h"
#include "crashedsession.h"

#include <QMenu>
#include <QStringList>

#include <memory>

/// The sessions that crashes left behind, to open or to remove from the disk. They are looked for in the background. GUI
/// thread.
class CrashedSessionsMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit CrashedSessionsMenu(QWidget *parent);

    /// `searched` follows. Until then the menu has what was found last.
    void search();
    const QList<CrashedSession> &sessions() const { return m_sessions; } ///< the newest first
    /// Asks, then removes them for good; `searched` follows.
    void askToDiscard(const QList<CrashedSession> &sessions);

Q_SIGNALS:
    void searched();
    void openRequested(const QString &folder);
    void failed(const QString &sentence); ///< one could not be removed

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Found; // shared with the work

    void discard(const QList<CrashedSession> &sessions);
    void onFinished();
    void fill();

    QList<CrashedSession> m_sessions;
    QStringList m_toDiscard; // folders
    bool m_again = false;
    std::shared_ptr<Found> m_found;
    BackgroundJob m_job; // last: it ends before the rest goes
};
