// A window with nothing in it: what the opening of ours is held against. Prints a line of JSON once it is painted.

#include "firstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    constexpr QSize Usual(1200, 800);
    const QApplication app(argc, argv);
    QMainWindow window;
    window.resize(Usual);
    new FirstPaint(&window);
    window.show();
    return QApplication::exec();
}
