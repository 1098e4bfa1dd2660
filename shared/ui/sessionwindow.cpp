#include "sessionwindow.h"

#include "appicon.h"
#include "banner.h"
#include "crashedsession.h"
#include "encodingbox.h"
#include "framingbox.h"
#include "transcriptbrowser.h"
#include "transcriptview.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

SessionWindow::SessionWindow(std::shared_ptr<TrafficStore> store, const QString &path, QWidget *parent)
    : QMainWindow(parent, Qt::Window)
    , m_path(path)
    , m_rows(std::move(store))
    , m_transcript(&m_rows)
    , m_banner(new Banner)
    , m_framing(new FramingBox)
    , m_encoding(new EncodingBox)
    , m_framingLabel(new QLabel)
    , m_encodingLabel(new QLabel)
    , m_browser(new TranscriptBrowser(&m_transcript))
    , m_file(menuBar()->addMenu(QString()))
    , m_edit(menuBar()->addMenu(QString()))
    , m_view(menuBar()->addMenu(QString()))
    , m_close(new QAction(this))
{
    setObjectName(u"sessionWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(appIcon());
    m_framing->setObjectName(u"framing"_s);
    m_encoding->setObjectName(u"encoding"_s);
    m_framingLabel->setBuddy(m_framing);
    m_encodingLabel->setBuddy(m_encoding);
    auto *choices = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_framingLabel, m_framing, m_encodingLabel, m_encoding})
        choices->addWidget(widget);
    choices->addStretch();
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->addLayout(choices);
    layout->addWidget(m_banner);
    layout->addWidget(m_browser, 1);
    setCentralWidget(central);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 40);
    makeMenus();
    connect(m_framing, &FramingBox::framingChosen, this, &SessionWindow::interpret);
    connect(m_encoding, &EncodingBox::encodingChosen, this, &SessionWindow::interpret);
    retranslate();
    tellTorn();
    m_rows.poll();
}

SessionWindow::~SessionWindow()
{
    delete takeCentralWidget(); // its widgets look at the model
}

void SessionWindow::makeMenus()
{
    m_browser->fillFileMenu(m_file);
    m_file->addSeparator();
    m_file->addAction(m_close);
    m_close->setShortcut(QKeySequence::Close);
    connect(m_close, &QAction::triggered, this, &QWidget::close);
    m_browser->fillEditMenu(m_edit);
    m_browser->fillViewMenu(m_view);
}

void SessionWindow::interpret()
{
    Interpretations interpretations;
    interpretations.usual = {m_framing->framing(), m_encoding->encoding()};
    m_rows.setInterpretations(interpretations);
}

QString SessionWindow::titleText() const
{
    const auto &store = m_rows.store();
    if (store->folder().isEmpty())
        return tr("%1 – OnePort session").arg(QFileInfo(m_path).fileName());
    const auto started = QDateTime::fromMSecsSinceEpoch(store->startTime() / 1'000'000);
    return tr("Session of %1 (recovered) – OnePort").arg(sessionTime(started));
}

void SessionWindow::tellTorn()
{
    const quint64 torn = m_rows.store()->tornBytes();
    if (torn > 0)
        m_banner->tell(tr("The last %L1 bytes of this session are not whole and are left out.").arg(torn));
}

void SessionWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SessionWindow::retranslate()
{
    setWindowTitle(titleText());
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_close->setText(tr("&Close window"));
    m_framingLabel->setText(tr("F&raming"));
    m_framing->setName(tr("Framing"));
    m_framing->retranslate();
    m_encodingLabel->setText(tr("E&ncoding"));
    m_encoding->setName(tr("Encoding"));
    m_browser->view()->setEmptyText(tr("There is nothing in this session."));
}
