#pragma once

#include "targettext.h"

#include <QWidget>

class NamedComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

/// Host, port, and the button that connects or disconnects.
class ConnectionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionBar(QWidget *parent = nullptr);

    void setTarget(const QString &host, quint16 port);
    /// What is typed; a port pasted behind the host goes to its own field first.
    TargetText target();
    /// While a connection is there or being made the fields can't be changed.
    void setActive(bool active);
    enum class Field : quint8 { Host, Port };
    /// For what is in it to be typed anew.
    void focusOn(Field field);
    /// Reads the recent servers anew: another window may have added one.
    void refreshRecent();

Q_SIGNALS:
    void connectRequested();
    void disconnectRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void keepReadable();
    void tidy();
    void press();

    QLabel *m_hostLabel;
    NamedComboBox *m_host;
    QLabel *m_portLabel;
    QLineEdit *m_port;
    QPushButton *m_button;
    bool m_active = false;
};
