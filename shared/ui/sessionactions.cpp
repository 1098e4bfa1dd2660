#include "sessionactions.h"

#include "banner.h"
#include "disklimitdialog.h"
#include "progressline.h"
#include "sessionplace.h"
#include "sessionwindow.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>

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
    , m_openAbandoned(makeAction(u"openAbandoned"_s, &SessionActions::openAbandoned))
    , m_save(makeAction(u"saveSession"_s, &SessionActions::askToSave))
    , m_diskLimit(makeAction(u"diskLimit"_s, &SessionActions::askForDiskLimit))
{
    m_open->setShortcut(QKeySequence::Open);
    m_save->setShortcut(QKeySequence::SaveAs);
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
    menu->addActions({m_open, m_openAbandoned, m_save, m_diskLimit});
    connect(menu, &QMenu::aboutToShow, this,
            [this] { m_openAbandoned->setVisible(!TrafficStore::abandoned(sessionsFolder()).isEmpty()); });
}

void SessionActions::askToSave()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the session"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("OnePort sessions (*.%1)").arg(Suffix));
    dialog->setDefaultSuffix(Suffix);
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

void SessionActions::openAbandoned()
{
    const QStringList folders = TrafficStore::abandoned(sessionsFolder());
    if (!folders.isEmpty())
        open(folders.constLast());
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
    m_openAbandoned->setText(tr("Open the session of a c&rash"));
    m_openAbandoned->setToolTip(tr("A program that kept it ended without closing it."));
    m_diskLimit->setText(tr("&Disk limit…"));
    m_save->setText(tr("S&ave session as…"));
}
