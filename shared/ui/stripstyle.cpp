#include "stripstyle.h"

#include <QImage>
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
    const qreal ratio = painter->device()->devicePixelRatioF();
    for (int top = whole.top(); top <= whole.bottom(); top += StripHeight) {
        const QRect strip = QRect(whole.left(), top, whole.width(), StripHeight).intersected(whole);
        QImage image(strip.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(option->palette.color(QPalette::Window)); // what is behind a bar
        QPainter pieces(&image); // the style clips as it likes: nothing is higher than the image
        pieces.translate(-strip.topLeft());
        QProxyStyle::drawComplexControl(control, option, &pieces, widget);
        painter->drawImage(strip.topLeft(), image);
    }
}
