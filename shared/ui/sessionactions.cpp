#include "sessionactions.h"

#include "banner.h"
#include "crashedsessionsmenu.h"
#include "disklimitdialog.h"
#include "progressline.h"
#include "sessionplace.h"
#include "sessionwindow.h"
#include "sizetext.h"

#include <QAction>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QMenu>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

static const auto Suffix = u"oneport"_s;

/// What the work in the background came to.
struct SessionActions::Outcome
{
    QString path;
    std::shared_ptr<TrafficStore> opened; // null: it was saved, or it failed
    bool done = false;
    QString problem; // empty while not done: given up
};

SessionActions::SessionActions(std::shared_ptr<TrafficStore> store, ProgressLine *progress, Banner *banner,
                               QWidget *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_progress(progress)
    , m_banner(banner)
    , m_window(parent)
    , m_open(makeAction(u"openSession"_s, &SessionActions::askToOpen))
    , m_openNewest(makeAction(u"openCrashed"_s, &SessionActions::openOffered))
    , m_discardNewest(makeAction(u"discardCrashed"_s, &SessionActions::discardOffered))
    , m_crashed(new CrashedSessionsMenu(m_window))
    , m_save(makeAction(u"saveSession"_s, &SessionActions::askToSave))
    , m_diskLimit(makeAction(u"diskLimit"_s, &SessionActions::askForDiskLimit))
{
    m_open->setShortcut(QKeySequence::Open);
    m_save->setShortcut(QKeySequence::SaveAs);
    connect(m_crashed, &CrashedSessionsMenu::searched, this, &SessionActions::onSearched);
    connect(m_crashed, &CrashedSessionsMenu::openRequested, this, &SessionActions::open);
    connect(m_crashed, &CrashedSessionsMenu::failed, m_banner,
            [this](const QString &sentence) { m_banner->tell(sentence); });
    connect(&m_job, &BackgroundJob::progressed, m_progress, &ProgressLine::setPercent);
    connect(&m_job, &BackgroundJob::finished, this, &SessionActions::onFinished);
    connect(m_progress, &ProgressLine::cancelRequested, &m_job, &BackgroundJob::cancel);
    retranslate();
}

QAction *SessionActions::makeAction(const QString &name, void (SessionActions::*slot)())
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void SessionActions::fillFileMenu(QMenu *menu)
{
    menu->addActions({m_open, m_crashed->menuAction(), m_save, m_diskLimit});
    connect(menu, &QMenu::aboutToShow, m_crashed, &CrashedSessionsMenu::search);
}

void SessionActions::offerCrashedSessions(Banner *banner)
{
    m_offers = banner;
    m_crashed->search();
}

void SessionActions::onSearched()
{
    const QList<CrashedSession> &sessions = m_crashed->sessions();
    const auto isOffered = [this](const CrashedSession &session) { return session.folder == m_offered.folder; };
    if (!m_offers || std::any_of(sessions.cbegin(), sessions.cend(), isOffered))
        return;
    if (!m_offered.folder.isEmpty() || sessions.isEmpty()) { // it was opened or discarded, or there never was one
        m_offers->clear();
        m_offers.clear();
        return;
    }
    m_offered = sessions.constFirst();
    m_offers->offer(offerText(), {m_openNewest, m_discardNewest});
}

QString SessionActions::offerText() const
{
    const qsizetype others = m_crashed->sessions().size() - 1;
    const QString newest = tr("OnePort ended unexpectedly after %1: its record of %2 is kept.")
                               .arg(sessionTime(m_offered.ended), sizeText(quint64(m_offered.bytes)));
    if (others == 0)
        return newest;
    return newest + u' ' + tr("The File menu has %Ln more.", nullptr, int(qMin<qsizetype>(others, INT_MAX)));
}

void SessionActions::openOffered()
{
    if (m_job.isRunning())
        return;
    m_offers->clear();
    open(m_offered.folder);
}

void SessionActions::discardOffered()
{
    m_crashed->askToDiscard({m_offered});
}

QString SessionActions::proposedName() const
{
    const QDateTime began = QDateTime::fromMSecsSinceEpoch(m_store->startTime() / 1'000'000);
    return u"%1 %2.%3"_s.arg(QCoreApplication::applicationName(), began.toString(u"yyyy-MM-dd HH.mm"_s), Suffix);
}

void SessionActions::askToSave()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the session"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("OnePort sessions (*.%1)").arg(Suffix));
    dialog->setDefaultSuffix(Suffix);
    dialog->selectFile(proposedName());
    connect(dialog, &QFileDialog::fileSelected, this, &SessionActions::save);
    dialog->open();
}

void SessionActions::askToOpen()
{
    auto *dialog = new QFileDialog(m_window, tr("Open a session"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("OnePort sessions (*.%1)").arg(Suffix), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &SessionActions::open);
    dialog->open();
}

/// For the sessions of windows that are opened from now on: the files of this one are cut already.
void SessionActions::askForDiskLimit()
{
    (new DiskLimitDialog(m_window))->open();
}

void SessionActions::save(const QString &file)
{
    if (m_job.isRunning())
        return;
    m_outcome = std::make_shared<Outcome>();
    m_outcome->path = file;
    m_banner->clear();
    m_progress->begin(tr("Saving the session …"));
    m_job.start([store = m_store, outcome = m_outcome](BackgroundJob::Control &control) {
        const auto goOn = [&control](int percent) {
            control.setProgress(percent);
            return !control.isCancelled();
        };
        store->flush();
        outcome->done = store->saveAs(outcome->path, goOn, &outcome->problem);
    });
}

void SessionActions::open(const QString &path)
{
    if (m_job.isRunning())
        return;
    m_outcome = std::make_shared<Outcome>();
    m_outcome->path = path;
    m_banner->clear();
    m_progress->begin(tr("Opening the session …"));
    m_job.start([outcome = m_outcome](BackgroundJob::Control &control) {
        const auto goOn = [&control](int percent) {
            control.setProgress(percent);
            return !control.isCancelled();
        };
        outcome->opened = TrafficStore::open(outcome->path, &outcome->problem, goOn);
        outcome->done = outcome->opened != nullptr;
    });
}

void SessionActions::onFinished()
{
    m_progress->end();
    const auto outcome = std::exchange(m_outcome, {});
    if (!outcome->done) {
        if (!outcome->problem.isEmpty())
            m_banner->tell(outcome->problem);
        return;
    }
    const QString path = QDir::toNativeSeparators(outcome->path);
    if (!outcome->opened) {
        m_banner->tell(tr("The session is saved in %1.").arg(path), Banner::Tone::Information);
        return;
    }
    auto *window = new SessionWindow(outcome->opened, path, m_window);
    window->show();
    Q_EMIT opened(window);
}

void SessionActions::retranslate()
{
    m_open->setText(tr("&Open session…"));
    m_openNewest->setText(tr("Open", "the session of a crash"));
    m_discardNewest->setText(tr("Discard…", "the session of a crash"));
    m_diskLimit->setText(tr("&Disk limit…"));
    m_save->setText(tr("S&ave session as…"));
}
