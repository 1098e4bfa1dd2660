#include "transcriptbrowser.h"

#include "banner.h"
#include "callspane.h"
#include "conversationmenu.h"
#include "copybytesmenu.h"
#include "filterbar.h"
#include "messagedetails.h"
#include "messagefacts.h"
#include "narrowing.h"
#include "progressline.h"
#include "rowfacts.h"
#include "sessionactions.h"
#include "socketline.h"
#include "storewarning.h"
#include "timestampmenu.h"
#include "transcriptexport.h"
#include "transcriptview.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TranscriptBrowser::TranscriptBrowser(TranscriptModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_filter(new FilterBar(this))
    , m_socketLine(new SocketLine(this))
    , m_view(new TranscriptView(this))
    , m_narrowing(new Narrowing(model, m_filter, m_socketLine, this))
    , m_trouble(new Banner(this))
    , m_outcome(new Banner(this))
    , m_progress(new ProgressLine(this))
    , m_exportProgress(new ProgressLine(this))
    , m_sessionProgress(new ProgressLine(this))
    , m_conversationProgress(new ProgressLine(this))
    , m_details(new MessageDetails(this))
    , m_calls(new CallsPane(model->rows()->store(), this))
    , m_times(new TimeStampMenu(this))
    , m_copyBytes(new CopyBytesMenu(this))
    , m_export(new TranscriptExport(m_exportProgress, m_outcome, this))
    , m_session(new SessionActions(model->rows()->store(), m_sessionProgress, m_outcome, this))
    , m_conversation(new ConversationMenu(model->rows()->store(), [this] { return conversationSocket(); }, m_conversationProgress,
                                          m_outcome, this))
{
    auto *upper = new QWidget(this);
    auto *rows = new QVBoxLayout(upper);
    rows->setContentsMargins({});
    rows->addWidget(m_filter);
    rows->addWidget(m_socketLine);
    rows->addWidget(m_view, 1);
    const std::initializer_list<QWidget *> lines{m_progress, m_exportProgress, m_sessionProgress,
                                                 m_conversationProgress, m_trouble, m_outcome};
    for (QWidget *line : lines)
        rows->addWidget(line);
    m_splitter->setObjectName(u"transcriptSplitter"_s);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_details);
    m_splitter->addWidget(m_calls);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    m_filter->hide();
    m_details->hide();
    m_calls->hide();
    m_trouble->setObjectName(u"storeTrouble"_s);
    m_sessionProgress->setObjectName(u"sessionProgress"_s);
    m_conversationProgress->setObjectName(u"conversationProgress"_s);
    m_details->setCopyFormatter(CopyBytesMenu::textOf, {CopyForm::HexDump, CopyForm::CArray, CopyForm::PythonBytes});
    setFocusProxy(m_view);
    makeActions();
    connect(m_copyBytes, &CopyBytesMenu::chosen, this, &TranscriptBrowser::copyBytes);
    m_copyBytes->setEnabled(m_view->copyAction()->isEnabled());
    connect(m_view->copyAction(), &QAction::enabledChanged, m_copyBytes, &QWidget::setEnabled);
    connect(m_view, &TranscriptView::copyRefused, this, &TranscriptBrowser::refuseCopy);
    connect(m_view, &TranscriptView::copied, m_outcome, [this] { m_outcome->takeBack(refusalText()); });
    connect(m_times, &TimeStampMenu::chosen, model, &TranscriptModel::setTimeStamp);
    connect(m_view, &TranscriptView::menuRequested, this, &TranscriptBrowser::showMenu);
    connect(m_narrowing, &Narrowing::narrowed, m_calls, &CallsPane::setSockets);
    connect(m_narrowing, &Narrowing::allSocketsRequested, this, &TranscriptBrowser::allSocketsRequested);
    connect(m_narrowing, &Narrowing::filterClosed, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &TranscriptView::allRowsRequested, m_narrowing, &Narrowing::showAll);
    connect(m_view, &TranscriptView::currentRowChanged, this, [this](qsizetype row) { showDetails(row, false); });
    connect(m_calls, &CallsPane::copyRefused, this, &TranscriptBrowser::refuseCopy);
    m_calls->setConversationMenu(m_conversation);
    m_view->setModel(model);
    m_filter->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &TranscriptBrowser::onReset);
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        if (first == last && first.row() == m_view->currentRow()) // an unfinished message grew, or is whole now
            showDetails(first.row(), true);
    });
    new StoreWarning(m_trouble, model->rows(), this);
    watchRows();
    onReset();
    retranslate();
}

QAction *TranscriptBrowser::makeAction(const QString &name)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    addAction(action);
    return action;
}

void TranscriptBrowser::makeActions()
{
    m_exportShown = makeAction(u"export"_s);
    m_exportShown->setShortcut(Qt::CTRL | Qt::Key_E);
    connect(m_exportShown, &QAction::triggered, this, [this] { m_export->ask(*m_model); });
    connect(m_export, &TranscriptExport::runningChanged, m_exportShown,
            [this] { m_exportShown->setEnabled(!m_export->isRunning()); });
    m_openFilter = makeAction(u"filter"_s);
    m_openFilter->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    connect(m_openFilter, &QAction::triggered, m_narrowing, &Narrowing::openFilter);
    m_showDetails = makeAction(u"showDetails"_s);
    m_showDetails->setCheckable(true);
    m_showDetails->setShortcut(Qt::CTRL | Qt::Key_I);
    connect(m_showDetails, &QAction::toggled, this, &TranscriptBrowser::openDetails);
    m_showCalls = makeAction(u"showCalls"_s);
    m_showCalls->setCheckable(true);
    m_showCalls->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(m_showCalls, &QAction::toggled, this, &TranscriptBrowser::openCalls);
    m_showCleared = makeAction(u"showCleared"_s);
    connect(m_showCleared, &QAction::triggered, this, [this] { m_model->showCleared(); });
    m_onlySocket = makeAction(u"onlySocket"_s);
    connect(m_onlySocket, &QAction::triggered, this, [this] { m_narrowing->showOnly(currentSocket()); });
}

void TranscriptBrowser::watchRows()
{
    TranscriptRows *rows = m_model->rows();
    connect(rows, &TranscriptRows::grown, m_calls, &CallsPane::poll);
    connect(rows, &TranscriptRows::remakeStarted, this, [this] { m_progress->begin(tr("Going through what was kept …")); });
    connect(rows, &TranscriptRows::remakeProgressed, m_progress, &ProgressLine::setPercent);
    connect(rows, &TranscriptRows::remakeFinished, m_progress, &ProgressLine::end);
    connect(m_progress, &ProgressLine::cancelRequested, rows, &TranscriptRows::cancel);
}

void TranscriptBrowser::setSockets(const QSet<SocketId> &sockets)
{
    m_narrowing->setSockets(sockets);
}

/// Of the current row; none where that tells what is gone.
std::optional<SocketId> TranscriptBrowser::currentSocket() const
{
    const auto row = m_model->rowAt(m_view->currentRow());
    return row ? std::optional<SocketId>(row->socket) : std::nullopt;
}

void TranscriptBrowser::showMenu(const QPoint &position)
{
    const auto socket = currentSocket();
    m_onlySocket->setEnabled(socket && socket != m_socketLine->socket());
    m_onlySocket->setText(socket ? tr("&Only the rows of %1").arg(SocketLine::nameOf(*socket))
                                 : tr("&Only this socket's rows"));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"transcriptMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_view->copyAction(), m_view->copyWithTimesAction()});
    menu->addMenu(m_copyBytes);
    addConversationMenu(menu);
    menu->addAction(m_view->selectAllAction());
    menu->addSeparator();
    menu->addActions({m_showDetails, m_onlySocket});
    menu->addSeparator();
    menu->addActions({m_view->findAction(), m_openFilter, m_view->clearAction(), m_exportShown});
    for (QAction *action : menu->actions())
        action->setShortcutVisibleInContextMenu(true);
    menu->popup(position);
}

/// Makes a pane below the rows at least so high, and at most as high as they then are.
static void giveRoom(QSplitter *splitter, int pane, int wanted)
{
    QList<int> sizes = splitter->sizes();
    const int missing = qMin(wanted, (sizes[0] + sizes[pane]) / 2) - sizes[pane];
    if (missing <= 0)
        return;
    sizes[0] -= missing;
    sizes[pane] += missing;
    splitter->setSizes(sizes);
}

void TranscriptBrowser::openDetails(bool open)
{
    m_details->setVisible(open);
    showDetails(m_view->currentRow(), false);
    if (open)
        giveRoom(m_splitter, m_splitter->indexOf(m_details), m_details->roomyHeight());
}

int TranscriptBrowser::roomyWidth() const
{
    return m_details->roomyWidth();
}

/// `again`: they are those of the same message, as it was.
void TranscriptBrowser::showDetails(qsizetype row, bool again)
{
    if (!m_showDetails->isChecked())
        return;
    const auto record = m_model->recordAt(row);
    if (record && record->hasMessage()) {
        const Encoding encoding = m_model->encodingOf(record->socket);
        if (std::exchange(m_encoding, encoding) != encoding)
            m_details->setDecoder(CharacterDecoder::of(encoding));
        const auto show = again ? &MessageDetails::extendMessage
                                : qOverload<const MessageFacts &, const QByteArray &>(&MessageDetails::setMessage);
        (m_details->*show)(rowFacts(*m_model, row), record->message.content().toByteArray());
    } else {
        m_details->clear();
    }
}

void TranscriptBrowser::openCalls(bool open)
{
    m_calls->setVisible(open);
    if (open)
        giveRoom(m_splitter, m_splitter->indexOf(m_calls), height());
}

/// The socket that is shown alone, or that of the current row; where there is only one at a time, the latest.
std::optional<SocketId> TranscriptBrowser::conversationSocket() const
{
    const QSet<SocketId> &shown = m_model->rows()->query().sockets;
    if (shown.size() == 1)
        return *shown.cbegin();
    if (const auto called = m_calls->currentSocket(); called && m_calls->isAncestorOf(focusWidget()))
        return called;
    const int last = m_model->socketNumbersShown() ? -1 : m_model->rowCount() - 1;
    const auto row = m_model->rowAt(m_view->currentRow() >= 0 ? m_view->currentRow() : last);
    return row ? std::optional<SocketId>(row->socket) : std::nullopt;
}

void TranscriptBrowser::onReset()
{
    m_showCleared->setEnabled(m_model->hasCleared());
    m_details->clear();
}

void TranscriptBrowser::copyBytes(CopyForm form)
{
    const auto bytes = m_view->selectedBytes();
    if (!bytes)
        refuseCopy();
    else if (!bytes->isEmpty())
        QGuiApplication::clipboard()->setText(CopyBytesMenu::textOf(form, *bytes, 0));
    if (bytes)
        m_outcome->takeBack(refusalText());
}

void TranscriptBrowser::refuseCopy()
{
    m_outcome->tell(refusalText());
}

QString TranscriptBrowser::refusalText()
{
    return tr("That is more than the clipboard is for: at most %L1 rows and %L2 bytes. Export what is shown instead.")
        .arg(SelectedRows::Most)
        .arg(ByteCopier::MaxBytes);
}

void TranscriptBrowser::offerCrashedSessions()
{
    auto *banner = new Banner(this);
    banner->setObjectName(u"crashBanner"_s);
    m_filter->parentWidget()->layout()->addWidget(banner);
    m_session->offerCrashedSessions(banner);
}

void TranscriptBrowser::fillFileMenu(QMenu *menu)
{
    m_session->fillFileMenu(menu);
    m_exportShown->setShortcutContext(Qt::WindowShortcut);
    menu->addAction(m_exportShown);
}

void TranscriptBrowser::fillEditMenu(QMenu *menu)
{
    menu->addActions({m_view->copyAction(), m_view->copyWithTimesAction()});
    menu->addMenu(m_copyBytes);
    addConversationMenu(menu);
    menu->addAction(m_view->selectAllAction());
    menu->addSeparator();
    // These make sense wherever the focus is; copying is also the message field's.
    for (QAction *action : {m_view->findAction(), m_openFilter, m_view->clearAction(), m_showCleared}) {
        action->setShortcutContext(Qt::WindowShortcut);
        menu->addAction(action);
    }
}

void TranscriptBrowser::addConversationMenu(QMenu *menu)
{
    m_conversation->addTo(menu);
}

void TranscriptBrowser::fillViewMenu(QMenu *menu)
{
    for (QAction *action : {m_showDetails, m_showCalls}) {
        action->setShortcutContext(Qt::WindowShortcut);
        menu->addAction(action);
    }
    menu->addMenu(m_times);
}

QByteArray TranscriptBrowser::saveState() const
{
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly)
        << m_showDetails->isChecked() << m_splitter->saveState() << m_details->saveState()
        << qint32(m_times->chosenIndex()) << m_showCalls->isChecked();
    return state;
}

bool TranscriptBrowser::restoreState(const QByteArray &state)
{
    bool details = false;
    QByteArray splitter;
    QByteArray inner;
    qint32 time = 0;
    QDataStream in(state);
    in >> details >> splitter >> inner >> time;
    if (in.status() != QDataStream::Ok)
        return false;
    bool calls = false; // an older state does not tell
    in >> calls;
    m_showDetails->setChecked(details);
    m_showCalls->setChecked(calls);
    m_splitter->restoreState(splitter);
    m_details->restoreState(inner);
    m_times->choose(time);
    return true;
}

void TranscriptBrowser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TranscriptBrowser::retranslate()
{
    m_exportShown->setText(tr("&Export what is shown…"));
    m_openFilter->setText(tr("F&ilter…"));
    m_session->retranslate();
    m_showDetails->setText(tr("Message &details"));
    m_showDetails->setToolTip(tr("Text and bytes of the selected message, side by side"));
    m_showCalls->setText(tr("Soc&ket calls"));
    m_showCalls->setToolTip(tr("What each action stands for, call by call, with values and results"));
    m_showCleared->setText(tr("Show cleared &rows again"));
}
