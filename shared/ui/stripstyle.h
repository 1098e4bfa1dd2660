#pragma once

#include <QProxyStyle>

class QScrollBar;

/// Draws a scroll bar piece by piece. Qt shares out what is higher than some hundred pixels among the threads of a pool and
/// lets the window wait for them: where all processors are busy, that takes far longer than to draw it.
class StripStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    /// The bar keeps the style that it has otherwise.
    static void giveTo(QScrollBar *bar);

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};
