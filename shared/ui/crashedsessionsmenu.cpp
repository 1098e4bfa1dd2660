#include "crashedsessionsmenu.h"

#include "sessionplace.h"
#include "sizetext.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

#include <climits>
#include <utility>

using namespace Qt::StringLiterals;

/// What the work in the background came to.
struct CrashedSessionsMenu::Found
{
    QList<CrashedSession> sessions;
    QString problem;
};

CrashedSessionsMenu::CrashedSessionsMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(u"crashedSessions"_s);
    connect(&m_job, &BackgroundJob::finished, this, &CrashedSessionsMenu::onFinished);
    fill();
}

void CrashedSessionsMenu::search()
{
    m_again = m_job.isRunning();
    if (m_again)
        return;
    m_found = std::make_shared<Found>();
    const QStringList discarded = std::exchange(m_toDiscard, {});
    m_job.start([found = m_found, parent = sessionsFolder(), discarded](BackgroundJob::Control &) {
        for (const QString &folder : discarded)
            discardSession(folder, &found->problem);
        found->sessions = crashedSessions(parent);
    });
}

void CrashedSessionsMenu::onFinished()
{
    m_sessions = m_found->sessions;
    fill();
    Q_EMIT searched();
    if (!m_found->problem.isEmpty())
        Q_EMIT failed(m_found->problem);
    if (m_again)
        search();
}

void CrashedSessionsMenu::fill()
{
    clear();
    for (const CrashedSession &session : std::as_const(m_sessions))
        addAction(session.name(), this, [this, folder = session.folder] { Q_EMIT openRequested(folder); });
    addSeparator();
    addAction(tr("&Discard all…"), this, [this] { askToDiscard(m_sessions); });
    setTitle(tr("Sessions of a c&rash"));
    menuAction()->setVisible(!m_sessions.isEmpty());
}

void CrashedSessionsMenu::askToDiscard(const QList<CrashedSession> &sessions)
{
    qint64 bytes = 0;
    for (const CrashedSession &session : sessions)
        bytes += session.bytes;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Discard what a crash left"),
                                tr("Discard %Ln session(s) with %1 of traffic? They can't be brought back.", nullptr,
                                   int(qMin<qsizetype>(sessions.size(), INT_MAX)))
                                    .arg(sizeText(quint64(bytes))),
                                QMessageBox::Cancel, parentWidget());
    box->setObjectName(u"discardQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto *yes = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, sessions] { discard(sessions); });
    box->open();
}

void CrashedSessionsMenu::discard(const QList<CrashedSession> &sessions)
{
    for (const CrashedSession &session : sessions)
        m_toDiscard.append(session.folder);
    search();
}

void CrashedSessionsMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}
