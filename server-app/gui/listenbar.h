#pragma once

#include "serveroptions.h"
#include "serverphase.h"

#include <QWidget>

#include <optional>

class AddressBox;
class EncodingBox;
class FramingBox;
class NamedComboBox;
class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QSpinBox;

/// Where to listen, the one button that starts and stops it, what to do with messages and how to divide them.
///
/// The fields are off while it listens. The focus of one that is being turned off waits in the bar, and goes from there:
/// back to the button when it has stopped, to the port when starting failed, else to whom `focusReleased` asks.
class ListenBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ListenBar(QWidget *parent = nullptr);

    /// Empty when what is typed as the address is none.
    std::optional<Endpoint> endpoint() const;
    void setEndpoint(const Endpoint &endpoint);
    QString typedAddress() const;
    /// For the address, or the port, to be typed anew.
    void focusAddress();
    void focusPort();

    ServerMode mode() const;
    void setMode(ServerMode mode);
    QString modeText() const;
    Framing framing() const;
    void setFraming(const Framing &framing);
    QString framingText() const;
    Encoding encoding() const;
    void setEncoding(const Encoding &encoding);

    /// That of the wider of its two rows: it is one row where there is room for both.
    QSize minimumSizeHint() const override;

    /// `listening` is where it really listens: its port is shown until the server is idle again.
    void setPhase(ServerPhase phase, const Endpoint &listening);

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void endpointEdited(); ///< the address or the port
    void modeChosen(ServerMode mode);
    void framingChosen(const Framing &framing);
    void encodingChosen(const Encoding &encoding);
    void focusReleased(); ///< it listens, and the field that had the focus is off

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *addLabelled(QBoxLayout *layout, QWidget *field);
    void fold();
    void fillChoices();
    void connectWidgets();
    void retranslate();
    void retranslateButton();
    void retranslateModes();
    void press();
    void keepFocus();
    void passFocusOn(ServerPhase before);

    AddressBox *m_address;
    QSpinBox *m_port;
    QPushButton *m_button;
    NamedComboBox *m_mode;
    FramingBox *m_framing;
    EncodingBox *m_encoding;
    QHBoxLayout *m_where;
    QHBoxLayout *m_how;
    QBoxLayout *m_rows;
    QLabel *m_addressLabel = nullptr;
    QLabel *m_portLabel = nullptr;
    QLabel *m_modeLabel = nullptr;
    QLabel *m_framingLabel = nullptr;
    ServerPhase m_phase = ServerPhase::Idle;
    int m_askedPort = ServerOptions::DefaultPort;
};
