#include "stripstyle.h"

#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionComplex>

static constexpr int StripHeight = 90; // pixels: from 96 on, Qt 6.4 shares them out

void StripStyle::giveTo(QScrollBar *bar)
{
    auto *style = new StripStyle;
    style->setParent(bar);
    bar->setStyle(style);
}

void StripStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const QRect whole = option->rect;
    for (int top = whole.top(); top <= whole.bottom(); top += StripHeight) {
        painter->save();
        painter->setClipRect(QRect(whole.left(), top, whole.width(), StripHeight), Qt::IntersectClip);
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        painter->restore();
    }
}
