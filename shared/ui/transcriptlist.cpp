#include "transcriptlist.h"

#include "stripstyle.h"
#include "transcriptdelegate.h"
#include "transcriptmodel.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QScopedValueRollback>

#include <limits>

static constexpr qint64 MaxSteps = 1'000'000'000; // of the scroll bar

TranscriptList::TranscriptList(QWidget *parent)
    : QListView(parent)
    , m_delegate(new TranscriptDelegate(this))
{
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    StripStyle::giveTo(verticalScrollBar());
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TranscriptList::onScrolled);
    measure();
}

void TranscriptList::setModel(QAbstractItemModel *newModel)
{
    QListView::setModel(newModel);
    setFollowing(true);
}

void TranscriptList::setFollowing(bool following)
{
    const bool changed = m_following != following;
    m_following = following;
    updateGeometries();
    if (changed)
        Q_EMIT followingChanged(following);
}

int TranscriptList::firstVisibleRow() const
{
    return rowAt(0);
}

int TranscriptList::rows() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

int TranscriptList::rowAt(int y) const
{
    return int((y + offset()) / m_rowHeight);
}

QRect TranscriptList::rowRect(int row) const
{
    constexpr qint64 far = std::numeric_limits<int>::max() / 2;
    const qint64 top = qBound(-far, qint64(row) * m_rowHeight - offset(), far);
    return {0, int(top), viewport()->width(), m_rowHeight};
}

QRect TranscriptList::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? rowRect(index.row()) : QRect();
}

QModelIndex TranscriptList::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    return point.y() + offset() >= 0 && row < rows() ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void TranscriptList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    executeDelayedItemsLayout();
    const qint64 top = qint64(index.row()) * m_rowHeight;
    const qint64 room = viewport()->height() - m_rowHeight;
    qint64 wanted = offset();
    if (hint == PositionAtCenter)
        wanted = top - room / 2;
    else if (hint == PositionAtTop || top < wanted)
        wanted = top;
    else if (hint == PositionAtBottom || top - wanted > room)
        wanted = top - room + m_step - 1;
    verticalScrollBar()->setValue(int(qMax<qint64>(0, wanted) / m_step));
}

qint64 TranscriptList::offset() const
{
    return qint64(verticalScrollBar()->value()) * m_step;
}

void TranscriptList::doItemsLayout()
{
    // QListView's own would visit every row.
    QAbstractItemView::doItemsLayout();
}

int TranscriptList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QModelIndex TranscriptList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    if (rows() == 0)
        return {};
    const int page = qMax(1, viewport()->height() / m_rowHeight - 1);
    int row = currentIndex().isValid() ? currentIndex().row() : firstVisibleRow();
    switch (action) {
    case MoveUp:
    case MovePrevious: row -= 1; break;
    case MoveDown:
    case MoveNext: row += 1; break;
    case MovePageUp: row -= page; break;
    case MovePageDown: row += page; break;
    case MoveHome: row = 0; break;
    case MoveEnd: row = rows() - 1; break;
    case MoveLeft:
    case MoveRight: break;
    }
    return model()->index(qBound(0, row, rows() - 1), 0, rootIndex());
}

void TranscriptList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const QRect area = rect.normalized();
    const int first = qMax(0, rowAt(area.top()));
    const int last = qMin(rows() - 1, rowAt(area.bottom()));
    QItemSelection selection;
    if (first <= last)
        selection.select(model()->index(first, 0, rootIndex()), model()->index(last, 0, rootIndex()));
    selectionModel()->select(selection, command);
}

QRegion TranscriptList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const QRect rect = rowRect(range.top()).united(rowRect(range.bottom()));
        region += rect.intersected(viewport()->rect());
    }
    return region;
}

void TranscriptList::updateGeometries()
{
    const QScopedValueRollback placing(m_placing, true);
    QScrollBar *bar = verticalScrollBar();
    const qint64 wanted = offset() + qint64(std::exchange(m_shift, 0)) * m_rowHeight;
    const qint64 most = qMax<qint64>(0, qint64(rows()) * m_rowHeight - viewport()->height());
    m_step = int(most / MaxSteps) + 1;
    bar->setSingleStep(qMax(1, m_rowHeight / m_step));
    bar->setPageStep(qMax(1, viewport()->height() / m_step));
    bar->setRange(0, int((most + m_step - 1) / m_step));
    bar->setValue(m_following ? bar->maximum() : int(qBound<qint64>(0, wanted, most) / m_step));
    QAbstractItemView::updateGeometries();
}

void TranscriptList::onScrolled(int value)
{
    if (!m_placing)
        setFollowing(value >= verticalScrollBar()->maximum());
}

void TranscriptList::scrollContentsBy(int, int)
{
    viewport()->update();
}

void TranscriptList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    keepInSight(start, end - start + 1);
    QListView::rowsInserted(parent, start, end);
}

void TranscriptList::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int above = qMin(end, firstVisibleRow() + m_shift - 1) - start + 1;
    keepInSight(start, -qMax(0, above));
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void TranscriptList::keepInSight(int firstChanged, int change)
{
    if (firstChanged <= firstVisibleRow() + m_shift)
        m_shift += change;
}

void TranscriptList::measure()
{
    m_rowHeight = TranscriptDelegate::rowHeight();
    updateGeometries();
}

void TranscriptList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        measure();
}

void TranscriptList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier)
        setFollowing(true);
    QListView::keyPressEvent(event);
}

void TranscriptList::paintEvent(QPaintEvent *event)
{
    executeDelayedItemsLayout();
    QStyleOptionViewItem base;
    initViewItemOption(&base);
    QPainter painter(viewport());
    const int first = rowAt(event->rect().top());
    const int last = qMin(rows() - 1, rowAt(event->rect().bottom()));
    for (int row = first; row <= last; ++row)
        m_delegate->makeRoomFor(model()->index(row, 0, rootIndex()).data(TranscriptModel::SocketRole).toULongLong());
    for (int row = first; row <= last; ++row)
        paintRow(painter, base, row);
}

void TranscriptList::paintRow(QPainter &painter, const QStyleOptionViewItem &base, int row)
{
    const QModelIndex index = model()->index(row, 0, rootIndex());
    QStyleOptionViewItem option = base;
    option.rect = rowRect(row);
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    m_delegate->paint(&painter, option, index);
    if (hasFocus() && index == currentIndex()) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.backgroundColor = option.palette.color(QPalette::Base);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

void TranscriptList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (current.isValid() && hasFocus())
        tellAccessibility(QAccessible::Focus, current);
}

void TranscriptList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        tellAccessibility(QAccessible::SelectionAdd, selected.constFirst().topLeft());
}

void TranscriptList::tellAccessibility(int event, const QModelIndex &index)
{
    // QListView's own numbering comes from the layout that this view does without.
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent told(this, QAccessible::Event(event));
    told.setChild(index.row());
    QAccessible::updateAccessibility(&told);
}
