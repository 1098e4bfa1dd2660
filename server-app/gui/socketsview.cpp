#include "socketsview.h"

#include "serversettings.h"
#include "socketsdelegate.h"
#include "closereason.h"
#include "rowranges.h"
#include "socketcell.h"
#include "socketsmodel.h"
#include "socketsproxy.h"
#include "stripstyle.h"

#include <QAccessible>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int Padding = 10;            // pixels beside a text
static constexpr int MaxKeptSelection = 1000; // rows that stay selected when the model is reset

SocketsView::SocketsView(SocketsModel *sockets, QWidget *parent)
    : QTableView(parent)
    , m_sockets(sockets)
    , m_proxy(new SocketsProxy(sockets, this))
    , m_columns(new QMenu(this))
{
    setObjectName(u"sockets"_s);
    setModel(m_proxy);
    setItemDelegate(new SocketsDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    StripStyle::giveTo(verticalScrollBar());
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    setUpHeader();
    m_columns->setObjectName(u"columnsMenu"_s);
    fillColumnsMenu();
    keepSelection();
    m_keyRest.setSingleShot(true);
    connect(&m_keyRest, &QTimer::timeout, this, &SocketsView::hold);
    retranslate();
}

SocketsView::~SocketsView()
{
    remember();
}

void SocketsView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &position) { m_columns->popup(header->mapToGlobal(position)); });
    setDefaultWidths();
    setDefaultOrder();
    header->setSortIndicator(SocketsModel::Number, Qt::AscendingOrder);
    restoreColumns();
    setSortingEnabled(true);
}

/// What was remembered begins with the number of columns that there were. A header's own state, of the time before that was
/// written, begins with a zero and knows the first nine.
void SocketsView::restoreColumns()
{
    const QByteArray state = ServerSettings::layout(ServerSettings::Layout::Columns);
    const int known = state.isEmpty() ? 0 : int(uchar(state.front()));
    horizontalHeader()->restoreState(known == 0 ? state : state.sliced(1));
    if (!state.isEmpty() && known <= SocketsModel::Framing)
        setColumnHidden(SocketsModel::Framing, true);
}

static QString widestOf(const QStringList &texts, const QFontMetrics &metrics)
{
    return *std::max_element(texts.cbegin(), texts.cend(), [&metrics](const QString &a, const QString &b) {
        return metrics.horizontalAdvance(a) < metrics.horizontalAdvance(b);
    });
}

/// As wide as what usually stands there, so that nothing has to be measured while rows come and go.
void SocketsView::setDefaultWidths()
{
    const QString state = widestOf(SocketCell::usualStateTexts(), fontMetrics());
    const QStringList usual{u"#1000"_s,   u"192.168.1.10:50000"_s, u"127.0.0.1:50000"_s, state, u"99,999,999"_s,
                            u"99,999,999"_s, u"100,000"_s,            u"00:00:00"_s,
                            closeReasonText(CloseReason::PeerClosed), SocketCell::interpretationText({})};
    QFont bold = font();
    bold.setBold(true); // as the listening socket is written
    const QFontMetrics plain = fontMetrics();
    const QFontMetrics strong(bold, this);
    const int sortMark = style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, this);
    for (int column = 0; column < usual.size(); ++column) {
        const bool isStrong = column == SocketsModel::Local || column == SocketsModel::State || column == SocketsModel::Since;
        const QString title = model()->headerData(column, Qt::Horizontal).toString();
        const int text = (isStrong ? strong : plain).horizontalAdvance(usual.at(column));
        const bool isNumber = model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).isValid();
        const int padding = isNumber ? SocketsDelegate::numberPadding(this) : Padding;
        setColumnWidth(column, std::max(text + padding, Padding + plain.horizontalAdvance(title) + sortMark));
    }
}

/// Why a socket closed stands beside its state; the local end, which is much the same in every row, comes last.
void SocketsView::setDefaultOrder()
{
    QHeaderView *header = horizontalHeader();
    header->moveSection(header->visualIndex(SocketsModel::Reason), header->visualIndex(SocketsModel::State) + 1);
    header->moveSection(header->visualIndex(SocketsModel::Local), SocketsModel::ColumnCount - 1);
    setColumnHidden(SocketsModel::Framing, true); // mostly the same in every row; a mark tells of another one
}

void SocketsView::fillColumnsMenu()
{
    for (int column = 0; column < SocketsModel::ColumnCount; ++column) {
        QAction *action = m_columns->addAction(QString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnShown(column, shown); });
    }
}

void SocketsView::setColumnShown(int column, bool shown)
{
    const bool isLast = !shown && horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() <= 1;
    if (isLast) { // the header is where one gets the others back from
        m_columns->actions().at(column)->setChecked(true);
        return;
    }
    setColumnHidden(column, !shown);
    remember();
}

void SocketsView::remember() const
{
    const QByteArray count(1, char(SocketsModel::ColumnCount));
    ServerSettings::setLayout(ServerSettings::Layout::Columns, count + horizontalHeader()->saveState());
}

QList<SocketId> SocketsView::selectedIds() const
{
    QList<SocketId> ids;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.append(m_proxy->index(row, 0).data(SocketsModel::IdRole).value<SocketId>());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

qsizetype SocketsView::select(const QList<SocketId> &ids)
{
    QList<int> rows;
    for (const SocketId id : ids) {
        const QModelIndex index = m_proxy->mapFromSource(m_sockets->index(m_sockets->rowOf(id), 0));
        if (index.isValid())
            rows.append(index.row());
    }
    QItemSelection selection;
    for (const auto &[first, last] : contiguousRanges(rows))
        selection.append(QItemSelectionRange(m_proxy->index(first, 0), m_proxy->index(last, 0)));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!selection.isEmpty()) {
        selectionModel()->setCurrentIndex(selection.constFirst().topLeft(), QItemSelectionModel::NoUpdate);
        scrollTo(selection.constFirst().topLeft());
    }
    return rows.size();
}

void SocketsView::setFilterText(const QString &text)
{
    m_proxy->setFilterText(text);
}

void SocketsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedIdsChanged();
}

void SocketsView::keepSelection()
{
    connect(m_proxy, &SocketsProxy::modelAboutToBeReset, this, [this] { m_kept = selectedIds(); });
    connect(m_proxy, &SocketsProxy::modelReset, this, [this] {
        QItemSelection selection;
        for (const SocketId id : std::as_const(m_kept)) {
            const QModelIndex index = m_proxy->mapFromSource(m_sockets->index(m_sockets->rowOf(id), 0));
            if (index.isValid() && selection.size() < MaxKeptSelection)
                selection.select(index, index);
        }
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        Q_EMIT selectedIdsChanged();
    });
}

void SocketsView::contextMenuEvent(QContextMenuEvent *event)
{
    const QList<SocketId> ids = selectedIds();
    const auto isOpenClient = [this](SocketId id) {
        return id != ListenerId && m_sockets->at(m_sockets->rowOf(id)).isOpen();
    };
    QMenu menu(this);
    menu.setObjectName(u"socketsMenu"_s);
    const auto open = std::count_if(ids.cbegin(), ids.cend(), isOpenClient);
    QAction *sendTo = menu.addAction(open > 1 ? tr("Send to these") : tr("Send to this one"), this,
                                     &SocketsView::sendToSelectedRequested);
    sendTo->setEnabled(open > 0);
    QAction *disconnect = menu.addAction(tr("Disconnect"), this, [this, ids] { Q_EMIT disconnectRequested(ids); });
    disconnect->setEnabled(open > 0);
    QAction *interpret = menu.addAction(tr("Framing and encoding…"), this, [this, ids] { Q_EMIT interpretRequested(ids); });
    const bool anyClient = std::any_of(ids.cbegin(), ids.cend(), [](SocketId id) { return id != ListenerId; });
    interpret->setEnabled(anyClient);
    menu.addActions(actions());
    menu.addSeparator();
    QAction *copyPeer = menu.addAction(tr("Copy address"), this, [this] { copyEndpoints(true); });
    copyPeer->setEnabled(anyClient);
    QAction *copyLocal = menu.addAction(tr("Copy local address"), this, [this] { copyEndpoints(false); });
    copyLocal->setEnabled(!ids.isEmpty());
    menu.addSeparator();
    QAction *clear = menu.addAction(tr("Clear closed"), m_sockets, &SocketsModel::clearClosed);
    clear->setEnabled(m_sockets->totals().closed > 0);
    menu.exec(event->globalPos());
}

/// A row that moved under the pointer or under the keys would be another one than was meant.
void SocketsView::hold()
{
    m_proxy->setHeld(m_isPointedAt || m_keyRest.isActive());
}

bool SocketsView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_isPointedAt = event->type() == QEvent::Enter;
        hold();
    }
    return QTableView::viewportEvent(event);
}

bool SocketsView::isInSight(int firstRow, int lastRow) const
{
    const int top = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    return top >= 0 && firstRow <= (bottom < 0 ? model()->rowCount() : bottom) && lastRow >= top;
}

/// Of those that are out of sight nothing is to be painted.
void SocketsView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (isInSight(topLeft.row(), bottomRight.row()) || QAccessible::isActive())
        QTableView::dataChanged(topLeft, bottomRight, roles);
}

void SocketsView::keyPressEvent(QKeyEvent *event)
{
    m_keyRest.start(KeyRest);
    hold();
    if (event == QKeySequence::Copy) {
        copyEndpoints(true);
        return;
    }
    QTableView::keyPressEvent(event);
}

void SocketsView::copyEndpoints(bool ofPeers) const
{
    QStringList lines;
    for (const SocketId id : selectedIds()) {
        const SocketStatus &status = m_sockets->at(m_sockets->rowOf(id));
        const Endpoint &endpoint = ofPeers ? status.peer : status.local;
        if (endpoint.isKnown())
            lines.append(endpoint.toString());
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void SocketsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QTableView::changeEvent(event);
}

void SocketsView::retranslate()
{
    setAccessibleName(tr("Sockets"));
    m_columns->setTitle(tr("&Columns"));
    const QList<QAction *> actions = m_columns->actions();
    for (int column = 0; column < actions.size(); ++column)
        actions.at(column)->setText(model()->headerData(column, Qt::Horizontal).toString());
}
