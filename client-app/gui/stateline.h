#pragma once

#include "socketstatus.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class StatusDot;

/// The state of a connection in words, behind a coloured dot: "connected · from 127.0.0.1:53122 · 00:01:12".
class StateLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StateLine(QWidget *parent = nullptr);

    /// `target` is what was asked for; empty before anything was.
    void setStatus(const SocketStatus &status, const QString &target);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString words() const;
    QString connectedWords() const;
    QColor color() const;

    StatusDot *m_dot;
    QLabel *m_label;
    QTimer m_clock;
    SocketStatus m_status;
    QString m_target;
};
