#pragma once

#include <QEvent>
#include <QWidget>

#include <cstdio>

/// Prints a line of JSON as soon as a window has been painted.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QWidget *window)
        : QObject(window)
    {
        window->installEventFilter(this);
    }

    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        window->removeEventFilter(this);
        // Those inside it are painted in the same turn, after it.
        QMetaObject::invokeMethod(this, &FirstPaint::tell, Qt::QueuedConnection);
        return false;
    }

private:
    static void tell()
    {
        std::fputs("{\"shown\":1}\n", stdout);
        std::fflush(stdout);
    }
};
