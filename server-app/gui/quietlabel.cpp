#include "quietlabel.h"

#include "shades.h"

#include <QApplication>
#include <QEvent>

QuietLabel::QuietLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setForegroundRole(QPalette::WindowText); // over a view, too
    applyShade();
}

void QuietLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        applyShade();
    QLabel::changeEvent(event);
}

void QuietLabel::applyShade()
{
    QPalette own = QApplication::palette();
    own.setColor(QPalette::WindowText, Shades::subdued(own));
    setPalette(own);
}
