#include "callspane.h"

#include "callmeaning.h"
#include "conversationmenu.h"
#include "elidedlabel.h"
#include "progressline.h"
#include "transcriptlist.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

CallsPane::CallsPane(std::shared_ptr<const TrafficStore> store, QWidget *parent)
    : QWidget(parent)
    , m_rows(new CallRows(std::move(store), this))
    , m_model(new CallsModel(m_rows, this))
    , m_note(new ElidedLabel(this))
    , m_list(new TranscriptList(this))
    , m_empty(new QLabel(m_list))
    , m_meaning(new ElidedLabel(this))
    , m_progress(new ProgressLine(this))
{
    setObjectName(u"callsPane"_s);
    m_list->setObjectName(u"calls"_s);
    m_list->setModel(m_model);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setEnabled(false);
    (new QVBoxLayout(m_list->viewport()))->addWidget(m_empty);
    m_meaning->setObjectName(u"callMeaning"_s);
    m_progress->setObjectName(u"callsProgress"_s);
    setFocusProxy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    for (QWidget *widget : std::initializer_list<QWidget *>{m_note, m_list, m_progress, m_meaning})
        layout->addWidget(widget);
    layout->setStretchFactor(m_list, 1);
    makeActions();
    connect(m_list, &QWidget::customContextMenuRequested, this, &CallsPane::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CallsPane::onCurrentRow);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { onCurrentRow({}); });
    watchRows();
    retranslate();
}

void CallsPane::watchRows()
{
    connect(m_rows, &CallRows::grown, this, &CallsPane::onRows);
    connect(m_rows, &CallRows::replaced, this, &CallsPane::onRows);
    connect(m_rows, &CallRows::remakeStarted, this, [this] { m_progress->begin(tr("Going through what was kept …")); });
    connect(m_rows, &CallRows::remakeProgressed, m_progress, &ProgressLine::setPercent);
    connect(m_rows, &CallRows::remakeFinished, m_progress, &ProgressLine::end);
    connect(m_progress, &ProgressLine::cancelRequested, this, [this] {
        m_rows->cancel();
        m_sockets = m_rows->sockets();
    });
}

void CallsPane::makeActions()
{
    m_copy = new QAction(this);
    m_copy->setObjectName(u"copyCalls"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    connect(m_copy, &QAction::triggered, this, &CallsPane::copy);
    m_selectAll = new QAction(this);
    m_selectAll->setObjectName(u"selectAllCalls"_s);
    m_selectAll->setShortcut(QKeySequence::SelectAll);
    connect(m_selectAll, &QAction::triggered, m_list, &QAbstractItemView::selectAll);
    for (QAction *action : {m_copy, m_selectAll}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

void CallsPane::setSockets(const QSet<SocketId> &sockets)
{
    m_sockets = sockets;
    if (isVisible())
        m_rows->setSockets(sockets);
}

void CallsPane::poll()
{
    if (isVisible())
        m_rows->poll();
}

void CallsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_rows->setSockets(m_sockets);
    m_rows->poll();
}

std::optional<SocketId> CallsPane::currentSocket() const
{
    const auto row = m_model->rowAt(m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1);
    return row ? std::optional<SocketId>(row->socket) : std::nullopt;
}

void CallsPane::copy()
{
    QList<QItemSelectionRange> ranges = m_list->selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.top() < b.top(); });
    qint64 rows = 0;
    for (const QItemSelectionRange &range : std::as_const(ranges))
        rows += range.height();
    if (rows > MaxCopiedRows) {
        Q_EMIT copyRefused();
        return;
    }
    QStringList lines;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            lines.append(m_model->line(row));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void CallsPane::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"callsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_copy->setEnabled(m_list->selectionModel()->hasSelection());
    m_selectAll->setEnabled(m_model->rowCount() > 0);
    menu->addActions({m_copy, m_selectAll});
    if (m_conversation) {
        menu->addSeparator();
        m_conversation->addTo(menu);
    }
    connect(menu, &QMenu::aboutToHide, this, [this] { m_copy->setEnabled(true); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void CallsPane::onCurrentRow(const QModelIndex &current)
{
    const auto row = m_model->rowAt(current.isValid() ? current.row() : -1);
    const QString meaning = row ? callMeaning(row->call) : QString();
    m_meaning->setWholeText(meaning.isEmpty() ? QString() : u"%1: %2"_s.arg(callName(row->call), meaning));
}

void CallsPane::onRows()
{
    m_empty->setVisible(m_model->rowCount() == 0);
    const QString note = tr("What each action stands for. Qt makes the real calls, but for most recv and send.");
    m_note->setWholeText(m_model->hasLost() ? note + u' ' + tr("Older ones are not listed any more.") : note);
}

void CallsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CallsPane::retranslate()
{
    m_list->setAccessibleName(tr("Calls"));
    m_list->setAccessibleDescription(tr("What each action stands for. Qt makes the real calls, but for most recv and send."));
    m_empty->setText(tr("No calls yet"));
    m_copy->setText(tr("&Copy"));
    m_selectAll->setText(tr("Select &all"));
    m_model->retranslate();
    onRows();
    onCurrentRow(m_list->currentIndex());
}
