#include "listenbar.h"

#include "addressbox.h"
#include "encodingbox.h"
#include "framingbox.h"
#include "namedcombobox.h"
#include "wheelguard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <utility>

using namespace Qt::StringLiterals;

static constexpr int GroupGap = 12; // pixels between groups of fields

ListenBar::ListenBar(QWidget *parent)
    : QWidget(parent)
    , m_address(new AddressBox(this))
    , m_port(new QSpinBox(this))
    , m_button(new QPushButton(this))
    , m_mode(new NamedComboBox(this))
    , m_framing(new FramingBox(this))
    , m_encoding(new EncodingBox(this))
    , m_where(new QHBoxLayout)
    , m_how(new QHBoxLayout)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_port->setObjectName(u"port"_s);
    m_port->setRange(0, 65535);
    m_port->setValue(m_askedPort);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    guardAgainstWheel(m_port);
    m_button->setObjectName(u"listen"_s);
    m_mode->setObjectName(u"mode"_s);
    m_framing->setObjectName(u"framing"_s);
    m_encoding->setObjectName(u"encoding"_s);

    m_rows->setContentsMargins({});
    m_rows->addLayout(m_where, 1);
    m_rows->addLayout(m_how);
    m_addressLabel = addLabelled(m_where, m_address);
    m_portLabel = addLabelled(m_where, m_port);
    m_where->addWidget(m_button);
    m_where->addStretch();
    m_modeLabel = addLabelled(m_how, m_mode);
    m_how->addSpacing(GroupGap);
    m_framingLabel = addLabelled(m_how, m_framing);
    m_how->addWidget(m_encoding);
    m_how->addStretch();
    fillChoices();
    retranslate();
    connectWidgets();
}

QLabel *ListenBar::addLabelled(QBoxLayout *layout, QWidget *field)
{
    auto *label = new QLabel(this);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
    return label;
}

QSize ListenBar::minimumSizeHint() const
{
    const int width = qMax(m_where->minimumSize().width(), m_how->minimumSize().width());
    return {width, QWidget::minimumSizeHint().height()};
}

/// Into two rows where one has no room.
void ListenBar::fold()
{
    const int wanted = m_where->sizeHint().width() + m_rows->spacing() + m_how->sizeHint().width();
    m_rows->setDirection(wanted <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ListenBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool ListenBar::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // a text has another width now
        fold();
    return handled;
}

void ListenBar::fillChoices()
{
    for (const auto mode : {ServerMode::Show, ServerMode::Echo, ServerMode::Relay})
        m_mode->addItem({}, int(mode));
}

void ListenBar::connectWidgets()
{
    const auto start = [this] {
        if (m_phase == ServerPhase::Idle)
            Q_EMIT startRequested();
    };
    connect(m_port->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, start);
    connect(m_address->lineEdit(), &QLineEdit::returnPressed, this, start);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenBar::endpointEdited);
    connect(m_address, &QComboBox::editTextChanged, this, &ListenBar::endpointEdited);
    connect(m_button, &QPushButton::clicked, this, &ListenBar::press);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT modeChosen(mode()); });
    connect(m_framing, &FramingBox::framingChosen, this, &ListenBar::framingChosen);
    connect(m_encoding, &EncodingBox::encodingChosen, this, &ListenBar::encodingChosen);
}

void ListenBar::press()
{
    if (m_phase == ServerPhase::Idle)
        Q_EMIT startRequested();
    else if (m_phase == ServerPhase::Listening)
        Q_EMIT stopRequested();
}

std::optional<Endpoint> ListenBar::endpoint() const
{
    const auto address = m_address->address();
    return address ? std::optional(Endpoint{*address, quint16(m_port->value())}) : std::nullopt;
}

void ListenBar::setEndpoint(const Endpoint &endpoint)
{
    m_address->setAddress(endpoint.address);
    m_port->setValue(endpoint.port);
}

QString ListenBar::typedAddress() const
{
    return m_address->currentText();
}

ServerMode ListenBar::mode() const
{
    return ServerMode(m_mode->currentData().toInt());
}

void ListenBar::setMode(ServerMode mode)
{
    m_mode->setCurrentIndex(m_mode->findData(int(mode)));
}

QString ListenBar::modeText() const
{
    return m_mode->currentText();
}

QString ListenBar::framingText() const
{
    return m_framing->currentText();
}

Framing ListenBar::framing() const
{
    return m_framing->framing();
}

Encoding ListenBar::encoding() const
{
    return m_encoding->encoding();
}

void ListenBar::setEncoding(const Encoding &encoding)
{
    m_encoding->setEncoding(encoding);
}

void ListenBar::setFraming(const Framing &framing)
{
    m_framing->setFraming(framing);
}

void ListenBar::setPhase(ServerPhase phase, const Endpoint &listening)
{
    const ServerPhase before = std::exchange(m_phase, phase);
    const bool idle = phase == ServerPhase::Idle;
    if (before == ServerPhase::Idle)
        m_askedPort = m_port->value();
    if (!idle)
        keepFocus();
    m_port->setValue(phase == ServerPhase::Listening ? listening.port : m_askedPort);
    m_address->setEnabled(idle);
    m_port->setEnabled(idle);
    m_button->setEnabled(idle || phase == ServerPhase::Listening);
    retranslateButton();
    passFocusOn(before);
}

/// Qt would pass the focus of a field that is turned off to the next one, which is the mode: a key would change it.
void ListenBar::keepFocus()
{
    const QWidget *focused = window()->focusWidget();
    if (focused == m_address || focused == m_port || focused == m_button)
        setFocus(Qt::OtherFocusReason);
}

void ListenBar::passFocusOn(ServerPhase before)
{
    const bool settled = m_phase == ServerPhase::Idle || m_phase == ServerPhase::Listening;
    if (!settled || m_phase == before)
        return;
    if (before == ServerPhase::Starting && m_phase == ServerPhase::Idle) {
        focusPort();
        return;
    }
    if (window()->focusWidget() != this)
        return;
    if (m_phase == ServerPhase::Idle)
        m_button->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT focusReleased();
}

void ListenBar::focusAddress()
{
    m_address->setFocus(Qt::OtherFocusReason);
    m_address->lineEdit()->selectAll();
}

void ListenBar::focusPort()
{
    m_port->setFocus(Qt::OtherFocusReason);
    m_port->selectAll();
}

void ListenBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ListenBar::retranslate()
{
    m_addressLabel->setText(tr("A&ddress"));
    m_portLabel->setText(tr("&Port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setToolTip(tr("0 … 65535. With 0 the system chooses a free port."));
    m_modeLabel->setText(tr("&Mode"));
    m_mode->setName(tr("Mode"));
    m_framingLabel->setText(tr("F&raming"));
    m_framing->setName(tr("Framing"));
    m_framing->retranslate();
    m_framing->setToolTip(tr("TCP carries a stream of bytes without borders. This says where a message ends."));
    m_encoding->setName(tr("Encoding"));
    m_encoding->setToolTip(tr("What characters the bytes are, of what arrived before too, and how text is sent."));
    retranslateModes();
    retranslateButton();
}

void ListenBar::retranslateModes()
{
    m_mode->setItemText(0, tr("Show"));
    m_mode->setItemData(0, tr("Messages are only shown."), Qt::ToolTipRole);
    m_mode->setItemText(1, tr("Echo"));
    m_mode->setItemData(1, tr("Each message goes back to the client that sent it."), Qt::ToolTipRole);
    m_mode->setItemText(2, tr("Relay"));
    m_mode->setItemData(2, tr("Each message goes to every other client."), Qt::ToolTipRole);
    m_mode->setToolTip(tr("What the server does with a message that a client sends."));
}

void ListenBar::retranslateButton()
{
    const bool starts = m_phase == ServerPhase::Idle || m_phase == ServerPhase::Starting;
    m_button->setText(starts ? tr("Start listening") : tr("Stop listening"));
    m_button->setAccessibleName(m_button->text());
    m_button->setToolTip(starts ? tr("Binds the address and port and waits for clients.")
                                : tr("Closes the listening socket and every client's connection. What is queued is sent first."));
}
