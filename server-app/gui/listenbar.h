#pragma once

#include "serveroptions.h"
#include "serverphase.h"

#include <QWidget>

#include <optional>

class AddressBox;
class NamedComboBox;
class QBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

/// Where to listen, the one button that starts and stops it, what to do with messages and how to divide them.
class ListenBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ListenBar(QWidget *parent = nullptr);

    /// Empty when what is typed as the address is none.
    std::optional<Endpoint> endpoint() const;
    void setEndpoint(const Endpoint &endpoint);
    QString typedAddress() const;

    ServerMode mode() const;
    void setMode(ServerMode mode);
    Framing framing() const;
    void setFraming(const Framing &framing);

    /// `listening` is where it really listens: its port is shown until the server is idle again.
    void setPhase(ServerPhase phase, const Endpoint &listening);

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void endpointEdited(); ///< the address or the port
    void modeChosen(ServerMode mode);
    void framingChosen(const Framing &framing);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addLabelled(QBoxLayout *layout, QWidget *field);
    void fillChoices();
    void connectWidgets();
    void retranslate();
    void retranslateButton();
    void retranslateModes();
    void press();

    AddressBox *m_address;
    QSpinBox *m_port;
    QPushButton *m_button;
    NamedComboBox *m_mode;
    NamedComboBox *m_framing;
    QLabel *m_encoding;
    QLabel *m_addressLabel = nullptr;
    QLabel *m_portLabel = nullptr;
    QLabel *m_modeLabel = nullptr;
    QLabel *m_framingLabel = nullptr;
    ServerPhase m_phase = ServerPhase::Idle;
    int m_askedPort = ServerOptions::DefaultPort;
};
