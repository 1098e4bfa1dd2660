#include "servicebody.h"

#include "banner.h"
#include "composer.h"
#include "filesendbar.h"
#include "listenbar.h"
#include "picturepane.h"
#include "quietlabel.h"
#include "reachline.h"
#include "sendpanel.h"
#include "serversession.h"
#include "serversettings.h"
#include "socketscolumn.h"
#include "socketspane.h"
#include "socketsview.h"
#include "transcriptbrowser.h"
#include "transcriptpane.h"

#include <QEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

ServiceBody::ServiceBody(ServerSession *session, qint64 queueLimit, QAction *openClient, QWidget *parent)
    : QWidget(parent)
    , m_bar(new ListenBar)
    , m_banner(new Banner)
    , m_reach(new ReachLine)
    , m_openClient(new QToolButton)
    , m_modeHint(new QuietLabel)
    , m_splitter(new QSplitter)
    , m_socketsPane(new SocketsPane(session->sockets()))
    , m_socketsColumn(new SocketsColumn(session, m_socketsPane, queueLimit))
    , m_transcriptPane(new TranscriptPane(session->transcript()))
    , m_fileBar(new FileSendBar)
    , m_send(new SendPanel(session->outcomes()))
{
    m_openClient->setObjectName(u"openClientWindow"_s);
    m_openClient->setDefaultAction(openClient);
    m_openClient->setFocusPolicy(Qt::StrongFocus);
    arrange();
    connectParts(session);
    retranslate();
}

void ServiceBody::arrange()
{
    m_modeHint->setObjectName(u"modeHint"_s);
    m_splitter->addWidget(m_socketsColumn);
    m_splitter->addWidget(m_transcriptPane);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    auto *where = new QHBoxLayout;
    where->addWidget(m_reach, 1, Qt::AlignVCenter);
    where->addWidget(m_openClient, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(m_banner);
    layout->addLayout(where);
    layout->addWidget(m_modeHint);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_fileBar);
    layout->addWidget(m_send);
}

void ServiceBody::connectParts(ServerSession *session)
{
    connect(m_bar, &ListenBar::focusReleased, m_send->composer(), &Composer::focusMessage);
    connect(m_socketsPane->view(), &SocketsView::sendToSelectedRequested, m_send, &SendPanel::writeToSelected);
    connect(m_socketsColumn->picture(), &PicturePane::failed, this, &ServiceBody::tell);
    connect(m_socketsColumn->picture(), &PicturePane::saved, this, &ServiceBody::inform);
    connect(m_send, &SendPanel::edited, session->outcomes(), &OutcomeModel::clear);
}

void ServiceBody::offer(const ServerOptions &options)
{
    m_bar->setEndpoint(options.listen);
    m_bar->setMode(options.mode);
    m_bar->setFraming(options.framing);
    m_bar->setEncoding(options.encoding);
}

void ServiceBody::setShared(bool shared)
{
    m_reach->setShared(shared);
}

void ServiceBody::tell(const QString &sentence)
{
    m_banner->tell(sentence);
}

void ServiceBody::inform(const QString &sentence)
{
    m_banner->tell(sentence, Banner::Tone::Information);
}

void ServiceBody::offerCrashedSessions()
{
    m_transcriptPane->browser()->offerCrashedSessions();
}

void ServiceBody::focusMessage()
{
    m_send->composer()->focusMessage();
}

void ServiceBody::focusPort()
{
    m_bar->focusPort();
}

void ServiceBody::tellMode(ServerMode mode)
{
    m_modeHint->setVisible(mode == ServerMode::Show);
}

void ServiceBody::restoreLayout(int width)
{
    const int letter = fontMetrics().averageCharWidth();
    const int transcript = qMax(letter * 84, m_transcriptPane->browser()->roomyWidth());
    const QMargins margins = layout()->contentsMargins();
    const int room = width - margins.left() - margins.right() - m_splitter->handleWidth();
    m_splitter->setSizes({room - transcript, transcript});
    m_splitter->restoreState(ServerSettings::layout(ServerSettings::Layout::Panes));
    m_transcriptPane->browser()->restoreState(ServerSettings::layout(ServerSettings::Layout::Transcript));
}

void ServiceBody::rememberLayout() const
{
    ServerSettings::setLayout(ServerSettings::Layout::Transcript, m_transcriptPane->browser()->saveState());
    ServerSettings::setLayout(ServerSettings::Layout::Panes, m_splitter->saveState());
    m_socketsPane->view()->remember();
    m_socketsColumn->remember();
}

void ServiceBody::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServiceBody::retranslate()
{
    m_modeHint->setText(tr("Messages are only shown: clients don't see each other. Choose Relay to pass them on."));
}
