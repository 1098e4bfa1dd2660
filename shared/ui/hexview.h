#pragma once

#include "bytecopier.h"
#include "hexcursor.h"
#include "hexgeometry.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <memory>
#include <optional>

/// Bytes as a hex dump to read, select and copy from. Asks its source for the bytes in sight alone. GUI thread.
///
/// There is a cursor on a byte; moving it selects that byte, and with Shift all from where the selection began.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit HexView(QWidget *parent = nullptr);

    void setSource(std::shared_ptr<const ByteSource> source);
    /// The same bytes, and more behind them: what is selected and in sight stays.
    void extend(std::shared_ptr<const ByteSource> source);
    qint64 size() const { return m_source ? m_source->size() : 0; } ///< bytes
    ByteCopier &copier() { return m_copier; }

    ByteRange selection() const { return m_cursor.selection(); }
    qint64 cursor() const { return m_cursor.position(); } ///< the offset of a byte; 0 where there is none
    int bytesPerRow() const { return m_geometry.bytesPerRow; }
    /// Of a byte's hex digits, in the viewport; beyond its edge when out of sight.
    QRect cellRect(qint64 offset) const;
    int widthFor(int bytesPerRow) const; ///< pixels, frame and scroll bar included

    // For who can't see it.
    QString selectionText() const; ///< "5 bytes from 0x0010"
    QString cursorRowText() const; ///< `0010  68 65 6C 6C 6F  hello`

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    /// Selects and shows these bytes, or moves the cursor there when there are none. Does not emit.
    void select(const ByteRange &range);
    void selectAll();
    void copy() { copyAs(CopyForm::Hex); }
    void copyAs(CopyForm form);

Q_SIGNALS:
    void selectionChanged(const ByteRange &selection, qint64 cursor); ///< by the user

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    qint64 rows() const;
    qint64 firstRow() const;
    int pageRows() const;
    qint64 offsetAt(const QPoint &position) const;
    std::optional<qint64> target(const QKeyEvent &key) const;
    void layOut();
    void selectByUser(const ByteRange &range);
    void moveCursor(qint64 offset, bool extend);
    void onMoved();
    void showByte(qint64 offset);
    void tellAccessibility();

    std::shared_ptr<const ByteSource> m_source;
    ByteCopier m_copier;
    HexGeometry m_geometry;
    HexCursor m_cursor;
    bool m_dragging = false; // since a press; a double click begins no drag
    QBasicTimer m_dragTimer; // while one drags beyond the edge
};
