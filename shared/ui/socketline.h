#pragma once

#include "socketid.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

/// Says that only one socket's rows are to be seen, and takes that back. Hidden while all are.
class SocketLine final : public QWidget
{
    Q_OBJECT
public:
    explicit SocketLine(QWidget *parent = nullptr);

    std::optional<SocketId> socket() const { return m_socket; }
    void setSocket(std::optional<SocketId> socket); ///< nothing: all. Does not emit

    /// "socket #3", "the listening socket"; translated.
    static QString nameOf(SocketId socket);

Q_SIGNALS:
    void allRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::optional<SocketId> m_socket;
    QLabel *m_text;
    QToolButton *m_all;
};
