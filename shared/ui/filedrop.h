#pragma once

#include <QObject>

class QMimeData;
class QWidget;

/// Takes a file that is dropped anywhere on a window, on its fields too, which would take its name as text.
class FileDrop final : public QObject
{
    Q_OBJECT
public:
    /// Looks after the window and the widgets that it has by now.
    explicit FileDrop(QWidget *window);

    /// The one file of this machine that is dragged; empty: it is something else.
    static QString fileIn(const QMimeData *data);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
