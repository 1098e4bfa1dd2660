#include "problemlabel.h"

#include "shades.h"

#include <QEvent>

ProblemLabel::ProblemLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    shade();
    hide();
}

void ProblemLabel::tell(const QString &sentence)
{
    setText(sentence);
    setVisible(!sentence.isEmpty());
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        shade();
}

void ProblemLabel::shade()
{
    const QPalette around = parentWidget() ? parentWidget()->palette() : QPalette();
    QPalette colors = around;
    colors.setColor(QPalette::WindowText, Shades::problem(around));
    setPalette(colors);
}
