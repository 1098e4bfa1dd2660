#include "tourtext.h"

#include <QScrollBar>
#include <QTextCursor>

#include <cmath>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

static constexpr int UsualWidth = 100; // average letters, until it is known

TourText::TourText(Room room, QWidget *parent)
    : QTextEdit(parent)
    , m_room(room)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(room == Room::Whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
}

void TourText::tell(const QString &text, const QTextCharFormat &format)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text, format);
    setTextCursor(QTextCursor(document()));
    verticalScrollBar()->setValue(0);
    updateGeometry();
}

int TourText::heightFor(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width);
    return int(std::ceil(copy->size().height()));
}

int TourText::wholeHeight() const
{
    return heightFor(m_width > 0 ? m_width : fontMetrics().averageCharWidth() * UsualWidth);
}

QSize TourText::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * UsualWidth, qMax(wholeHeight(), minimumSizeHint().height())};
}

QSize TourText::minimumSizeHint() const
{
    return {0, m_room == Room::Whole ? wholeHeight() : fontMetrics().lineSpacing() * FewestLines};
}

void TourText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (std::exchange(m_width, viewport()->width()) != m_width)
        updateGeometry();
}
