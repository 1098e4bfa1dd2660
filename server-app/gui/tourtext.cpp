#include "tourtext.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>

#include <cmath>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

static constexpr int UsualWidth = 100; // average letters, until it is known

TourText::TourText(QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(u"tourText"_s);
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
}

void TourText::tell(const QString &text, const QString &last, const QColor &color, bool anew)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text, QTextCharFormat());
    QTextCharFormat marked;
    marked.setForeground(color);
    marked.setFontWeight(QFont::Bold);
    QTextBlockFormat apart;
    apart.setTopMargin(fontMetrics().height() / 3);
    cursor.insertBlock(apart, marked);
    cursor.insertText(last, marked);
    setTextCursor(QTextCursor(document()));
    verticalScrollBar()->setValue(anew ? 0 : verticalScrollBar()->maximum());
    updateGeometry();
}

int TourText::heightFor(int width) const
{
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width);
    return int(std::ceil(copy->size().height()));
}

QSize TourText::sizeHint() const
{
    const int usual = fontMetrics().averageCharWidth() * UsualWidth;
    return {usual, qMax(heightFor(m_width > 0 ? m_width : usual), minimumSizeHint().height())};
}

QSize TourText::minimumSizeHint() const
{
    return {0, fontMetrics().lineSpacing() * FewestLines};
}

void TourText::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    if (std::exchange(m_width, viewport()->width()) != m_width)
        updateGeometry();
}
