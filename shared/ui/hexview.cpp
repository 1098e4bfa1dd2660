#include "hexview.h"

#include "hexaccessible.h"
#include "hexpainter.h"
#include "transcriptdelegate.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTimerEvent>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <climits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int DragInterval = 40; // milliseconds between two rows while one drags beyond the edge
constexpr int FewestCharacters = 20; // of a row that still is worth scrolling

}

HexView::HexView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    QAccessible::installFactory(makeHexInterface); // only the first time
    setObjectName(u"hexView"_s);
    setAccessibleName(tr("Hex"));
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFont(TranscriptDelegate::rowFont());
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    layOut();
}

void HexView::setSource(std::shared_ptr<const ByteSource> source)
{
    m_source = std::move(source);
    m_cursor = HexCursor(size());
    verticalScrollBar()->setValue(0);
    layOut();
}

void HexView::extend(std::shared_ptr<const ByteSource> source)
{
    const ByteRange selected = selection().isEmpty() ? ByteRange{cursor(), 0} : selection();
    m_source = std::move(source);
    m_cursor = HexCursor(size());
    m_cursor.select(selected);
    layOut();
}

QString HexView::selectionText() const
{
    const ByteRange range = selection();
    if (range.isEmpty())
        return {};
    const QString offset = u"0x"_s + offsetText(range.start, m_geometry.digits);
    return tr("%Ln byte(s) from %1", nullptr, int(qMin<qint64>(range.length, INT_MAX))).arg(offset);
}

QString HexView::cursorRowText() const
{
    if (size() == 0)
        return {};
    const qint64 offset = cursor() - cursor() % m_geometry.bytesPerRow;
    const QByteArray bytes = m_source->read(offset, m_geometry.bytesPerRow);
    QString text;
    for (const char byte : bytes)
        text.append(asciiOf(byte));
    return QStringList{offsetText(offset, m_geometry.digits), hexText(bytes), text}.join("  "_L1);
}

qint64 HexView::rows() const
{
    return (size() + m_geometry.bytesPerRow - 1) / m_geometry.bytesPerRow;
}

qint64 HexView::firstRow() const
{
    return verticalScrollBar()->value();
}

int HexView::pageRows() const
{
    return qMax(1, viewport()->height() / m_geometry.rowHeight);
}

int HexView::widthFor(int bytesPerRow) const
{
    return HexGeometry::of(fontMetrics(), size(), bytesPerRow).width() + verticalScrollBar()->sizeHint().width()
         + 2 * frameWidth();
}

QSize HexView::sizeHint() const
{
    return {widthFor(HexGeometry::WideRow), m_geometry.rowHeight * 8 + 2 * frameWidth()};
}

QSize HexView::minimumSizeHint() const
{
    return {m_geometry.charWidth * FewestCharacters, m_geometry.rowHeight * 3 + 2 * frameWidth()};
}

QRect HexView::cellRect(qint64 offset) const
{
    const qint64 top = (offset / m_geometry.bytesPerRow - firstRow()) * m_geometry.rowHeight;
    const int inSight = int(std::clamp<qint64>(top, -m_geometry.rowHeight, viewport()->height()));
    const QRect cell = m_geometry.hexCell(int(offset % m_geometry.bytesPerRow), inSight);
    return cell.translated(-horizontalScrollBar()->value(), 0);
}

void HexView::layOut()
{
    const qint64 top = firstRow() * m_geometry.bytesPerRow; // stays in sight
    m_geometry = HexGeometry::fitting(fontMetrics(), size(), viewport()->width());
    verticalScrollBar()->setRange(0, int(std::clamp<qint64>(rows() - pageRows(), 0, INT_MAX)));
    verticalScrollBar()->setPageStep(pageRows());
    verticalScrollBar()->setValue(int(qMin<qint64>(top / m_geometry.bytesPerRow, INT_MAX)));
    horizontalScrollBar()->setRange(0, qMax(0, m_geometry.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_geometry.charWidth);
    viewport()->update();
}

void HexView::select(const ByteRange &range)
{
    m_cursor.select(range);
    showByte(m_cursor.position());
    showByte(m_cursor.anchor());
    viewport()->update();
    tellAccessibility();
}

void HexView::selectAll()
{
    selectByUser({0, size()});
}

void HexView::selectByUser(const ByteRange &range)
{
    m_cursor.select(range);
    onMoved();
}

void HexView::moveCursor(qint64 offset, bool extend)
{
    m_cursor.moveTo(offset, extend);
    showByte(m_cursor.position());
    onMoved();
}

void HexView::onMoved()
{
    viewport()->update();
    tellAccessibility();
    Q_EMIT selectionChanged(selection(), cursor());
}

void HexView::showByte(qint64 offset)
{
    const qint64 row = offset / m_geometry.bytesPerRow;
    const qint64 first = qBound(row - pageRows() + 1, firstRow(), row);
    verticalScrollBar()->setValue(int(qMin<qint64>(first, INT_MAX)));
}

void HexView::copyAs(CopyForm form)
{
    if (selection().length > ByteCopier::MaxBytes)
        QToolTip::showText(viewport()->mapToGlobal(QPoint()), ByteCopier::limitText(), this);
    else if (m_source)
        m_copier.copy(form, *m_source, selection());
}

bool HexView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Else a shortcut of the window for another view would take these keys away.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) || target(*key))
            event->accept();
    }
    return QAbstractScrollArea::event(event);
}

void HexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
    else if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Hex"));
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void HexView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void HexView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void HexView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void HexView::paintEvent(QPaintEvent *event)
{
    const int height = m_geometry.rowHeight;
    const qint64 from = (firstRow() + event->rect().top() / height) * m_geometry.bytesPerRow;
    const qint64 count = (event->rect().bottom() / height - event->rect().top() / height + 1) * m_geometry.bytesPerRow;
    if (from >= size())
        return;
    const QByteArray bytes = m_source->read(from, qMin(count, size() - from));
    QPainter painter(viewport());
    painter.setFont(font());
    painter.translate(-horizontalScrollBar()->value(), 0);
    HexPainter rowPainter(&painter, this, m_geometry);
    rowPainter.setSelection(selection(), cursor());
    int top = event->rect().top() / height * height;
    for (qsizetype at = 0; at < bytes.size(); at += m_geometry.bytesPerRow, top += height) {
        const qsizetype length = qMin<qsizetype>(m_geometry.bytesPerRow, bytes.size() - at);
        rowPainter.paintRow(from + at, QByteArrayView(bytes).sliced(at, length), top);
    }
}

std::optional<qint64> HexView::target(const QKeyEvent &key) const
{
    return m_cursor.target(key, m_geometry.bytesPerRow, pageRows());
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (const std::optional<qint64> offset = target(*event))
        moveCursor(*offset, event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QAbstractScrollArea::keyPressEvent(event);
}

qint64 HexView::offsetAt(const QPoint &position) const
{
    const qint64 row = firstRow() + qFloor(double(position.y()) / m_geometry.rowHeight);
    const int column = m_geometry.columnAt(position.x() + horizontalScrollBar()->value());
    return qBound<qint64>(0, qMax<qint64>(0, row) * m_geometry.bytesPerRow + column, qMax<qint64>(0, size() - 1));
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    moveCursor(offsetAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging)
        return;
    const QPoint position = event->position().toPoint();
    if (viewport()->rect().contains(position))
        m_dragTimer.stop();
    else if (!m_dragTimer.isActive())
        m_dragTimer.start(DragInterval, this);
    moveCursor(offsetAt(position), true);
}

void HexView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    m_dragTimer.stop();
}

void HexView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || size() == 0)
        return;
    const qint64 offset = offsetAt(event->position().toPoint());
    const qint64 first = offset - offset % m_geometry.bytesPerRow;
    selectByUser({first, qMin<qint64>(m_geometry.bytesPerRow, size() - first)});
}

void HexView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId())
        return QAbstractScrollArea::timerEvent(event);
    moveCursor(offsetAt(viewport()->mapFromGlobal(QCursor::pos())), true);
}

void HexView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    for (const CopyForm form : m_copier.forms()) {
        QAction *action = menu.addAction(ByteCopier::textOf(form), this, [this, form] { copyAs(form); });
        action->setEnabled(ByteCopier::canCopy(selection()));
    }
    if (selection().length > ByteCopier::MaxBytes)
        menu.addAction(ByteCopier::limitText())->setEnabled(false);
    menu.addSeparator();
    menu.addAction(tr("Select &all"), this, &HexView::selectAll)->setEnabled(size() > 0);
    menu.exec(event->globalPos());
}

void HexView::tellAccessibility()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent moved(this, cursorRowText());
    QAccessible::updateAccessibility(&moved);
}
