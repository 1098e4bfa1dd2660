#include "sessionwindow.h"

#include "appicon.h"
#include "crashedsession.h"
#include "encodingbox.h"
#include "framingbox.h"
#include "helpactions.h"
#include "namedcombobox.h"
#include "problemlabel.h"
#include "transcriptbrowser.h"
#include "transcriptview.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static HelpText sessionHelp()
{
    HelpText help{SessionWindow::tr("OnePort session – help"), commonHelp(), commonKeys()};
    const QString close = QKeySequence(QKeySequence::Close).toString(QKeySequence::NativeText);
    help.keys.append({close, SessionWindow::tr("Close the window")});
    return help;
}

SessionWindow::SessionWindow(std::shared_ptr<TrafficStore> store, const QString &path, QWidget *parent)
    : QMainWindow(parent, Qt::Window)
    , m_path(path)
    , m_rows(std::move(store))
    , m_transcript(&m_rows)
    , m_sockets(std::make_shared<QList<SessionSocket>>())
    , m_banner(new Banner)
    , m_socket(new NamedComboBox)
    , m_framing(new FramingBox)
    , m_encoding(new EncodingBox)
    , m_problem(new ProblemLabel)
    , m_socketLabel(new QLabel)
    , m_framingLabel(new QLabel)
    , m_encodingLabel(new QLabel)
    , m_browser(new TranscriptBrowser(&m_transcript))
    , m_file(menuBar()->addMenu(QString()))
    , m_edit(menuBar()->addMenu(QString()))
    , m_view(menuBar()->addMenu(QString()))
    , m_help(menuBar()->addMenu(QString()))
    , m_close(new QAction(this))
    , m_helpPage(new QAction(this))
    , m_helpActions(new HelpActions(HelpPage::ServerWindow, sessionHelp, this))
{
    setObjectName(u"sessionWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(appIcon());
    layOut();
    makeMenus();
    m_rows.setInterpretations(m_rows.store()->interpretations().value_or(Interpretations()));
    m_socket->addItem(QString());
    chooseSocket();
    connect(m_socket, &QComboBox::currentIndexChanged, this, &SessionWindow::chooseSocket);
    connect(m_framing, &FramingBox::framingChosen, this, &SessionWindow::interpret);
    connect(m_encoding, &EncodingBox::encodingChosen, this, &SessionWindow::interpret);
    connect(m_browser, &TranscriptBrowser::allSocketsRequested, m_socket, [this] { m_socket->setCurrentIndex(0); });
    connect(&m_rows, &TranscriptRows::remakeFinished, this, [this](bool cancelled) {
        if (cancelled)
            takeBack();
    });
    connect(&m_finding, &BackgroundJob::finished, this, &SessionWindow::listSockets);
    connect(&m_watch, &QTimer::timeout, this, &SessionWindow::tellUnreadable);
    m_watch.start(std::chrono::seconds(1));
    retranslate();
    tellTorn();
    findSockets();
    m_rows.poll();
    m_browser->setFocus(Qt::OtherFocusReason);
}

void SessionWindow::layOut()
{
    m_socket->setObjectName(u"socket"_s);
    m_socket->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_socket->setMinimumContentsLength(20);
    m_framing->setObjectName(u"framing"_s);
    m_encoding->setObjectName(u"encoding"_s);
    m_problem->setObjectName(u"interpretationProblem"_s);
    auto *choices = new QHBoxLayout;
    const auto add = [choices](QLabel *label, QWidget *box) {
        label->setBuddy(box);
        choices->addWidget(label);
        choices->addWidget(box);
    };
    add(m_socketLabel, m_socket);
    add(m_framingLabel, m_framing);
    add(m_encodingLabel, m_encoding);
    choices->addStretch();
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->addLayout(choices);
    layout->addWidget(m_problem);
    layout->addWidget(m_banner);
    layout->addWidget(m_browser, 1);
    setCentralWidget(central);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 40);
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
    m_helpPage->setObjectName(u"sessionHelp"_s);
    m_helpPage->setShortcut(QKeySequence::HelpContents);
    connect(m_helpPage, &QAction::triggered, m_helpActions, &HelpActions::openPage);
    m_help->addAction(m_helpPage);
    m_helpActions->fill(m_help, nullptr);
}

void SessionWindow::findSockets()
{
    m_finding.start([store = m_rows.store(), sockets = m_sockets](BackgroundJob::Control &control) {
        *sockets = socketsOf(store, [&control] { return !control.isCancelled(); });
    });
}

void SessionWindow::listSockets()
{
    for (const SessionSocket &socket : std::as_const(*m_sockets).first(qMin(MaxListed, m_sockets->size()))) {
        const QString name = socket.id == ListenerId ? tr("the listening socket") : u"#%1"_s.arg(socket.id);
        const QString peer = socket.peer.isKnown() ? u"  "_s + socket.peer.toString() : QString();
        m_socket->addItem(name + peer, QVariant::fromValue(socket.id));
    }
    if (m_sockets->size() <= MaxListed)
        return;
    alsoTell(tr("Of %L1 sockets the first %L2 are listed.").arg(m_sockets->size()).arg(MaxListed),
             Banner::Tone::Information);
}

/// None: all of them.
std::optional<SocketId> SessionWindow::chosenSocket() const
{
    const QVariant id = m_socket->currentData();
    return id.isValid() ? std::optional(id.value<SocketId>()) : std::nullopt;
}

void SessionWindow::chooseSocket()
{
    const auto socket = chosenSocket();
    m_problem->tell({});
    showInterpretation();
    m_browser->setSockets(socket ? QSet<SocketId>{*socket} : QSet<SocketId>());
}

void SessionWindow::showInterpretation()
{
    const auto socket = chosenSocket();
    const Interpretations &interpretations = m_rows.interpretations();
    const Interpretation &reading = socket ? interpretations.of(*socket) : interpretations.usual;
    m_framing->setFraming(reading.framing);
    m_encoding->setEncoding(reading.encoding);
}

/// The user did not want to wait: what is said and kept is how the rows are read that are shown.
void SessionWindow::takeBack()
{
    m_rows.store()->setInterpretations(m_rows.interpretations());
    showInterpretation();
}

/// Of the chosen socket alone, or of all that have nothing of their own.
void SessionWindow::interpret()
{
    Interpretations interpretations = m_rows.interpretations();
    const Interpretation chosen{m_framing->framing(), m_encoding->encoding()};
    m_problem->tell(chosen.problem());
    if (!chosen.goesTogether()) {
        showInterpretation();
        return;
    }
    if (const auto socket = chosenSocket())
        interpretations.own.insert(*socket, chosen);
    else
        interpretations.usual = chosen;
    m_rows.setInterpretations(interpretations);
    m_rows.store()->setInterpretations(interpretations);
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

/// Some time after the rows have said it of theirs.
void SessionWindow::tellUnreadable()
{
    if (!m_rows.store()->isUnreadable())
        return;
    m_watch.stop();
    alsoTell(tr("A part of this session can't be read any more: another program made its file shorter."));
}

/// Behind what is told already, in the tone of that.
void SessionWindow::alsoTell(const QString &sentence, Banner::Tone tone)
{
    if (m_banner->text().isEmpty())
        m_banner->tell(sentence, tone);
    else
        m_banner->tell(m_banner->text() + u' ' + sentence);
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
    m_help->setTitle(tr("&Help"));
    m_helpPage->setText(tr("&How it works"));
    m_helpActions->retranslate();
    m_socketLabel->setText(tr("Soc&ket"));
    m_socket->setName(tr("Socket"));
    m_socket->setToolTip(tr("Whose bytes and events are shown, and whose framing and encoding are chosen beside it."));
    m_socket->setItemText(0, tr("All sockets"));
    m_framingLabel->setText(tr("F&raming"));
    m_framing->setName(tr("Framing"));
    m_framing->retranslate();
    m_encodingLabel->setText(tr("E&ncoding"));
    m_encoding->setName(tr("Encoding"));
    m_browser->view()->setEmptyText(tr("There is nothing in this session."));
}
