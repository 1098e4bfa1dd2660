#pragma once

#include "backgroundjob.h"
#include "crashedsession.h"

#include <QObject>
#include <QPointer>

#include <memory>

class Banner;
class CrashedSessionsMenu;
class ProgressLine;
class QAction;
class QMenu;
class QWidget;
class TrafficStore;

/// Saving a window's session to a file, opening a saved one, and those that crashes left behind, each in a window to
/// read. GUI thread.
class SessionActions final : public QObject
{
    Q_OBJECT
public:
    /// How far it is goes to `progress`, what came of it to `banner`.
    SessionActions(std::shared_ptr<TrafficStore> store, ProgressLine *progress, Banner *banner, QWidget *parent);

    void fillFileMenu(QMenu *menu);
    /// Looks whether a crash left a session, and offers the newest in this banner.
    void offerCrashedSessions(Banner *banner);
    void save(const QString &file);
    void open(const QString &path);
    /// “OnePort Server 2026-11-23 12.34.oneport”: the program, and when the session began.
    QString proposedName() const;
    void retranslate();

Q_SIGNALS:
    /// It stands in a window of its own now.
    void opened(QWidget *window);

private:
    QAction *makeAction(const QString &name, void (SessionActions::*slot)());
    void askToSave();
    void askToOpen();
    void onSearched();
    void openOffered();
    void discardOffered();
    QString offerText() const;
    void askForDiskLimit();
    void onFinished();

    struct Outcome;

    const std::shared_ptr<TrafficStore> m_store;
    ProgressLine *m_progress;
    Banner *m_banner;
    QWidget *m_window;
    QAction *m_open;
    QAction *m_openNewest;
    QAction *m_discardNewest;
    CrashedSessionsMenu *m_crashed;
    QPointer<Banner> m_offers;  // of sessions that crashes left
    CrashedSession m_offered;
    QAction *m_save;
    QAction *m_diskLimit;
    std::shared_ptr<Outcome> m_outcome;
    BackgroundJob m_job; // last: it ends before the rest goes
};
