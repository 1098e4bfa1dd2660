#include "connectionbar.h"

#include "namedcombobox.h"
#include "recenttargets.h"
#include "shades.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

ConnectionBar::ConnectionBar(QWidget *parent)
    : QWidget(parent)
    , m_hostLabel(new QLabel(this))
    , m_host(new NamedComboBox(this))
    , m_portLabel(new QLabel(this))
    , m_port(new QLineEdit(this))
    , m_button(new QPushButton(this))
{
    m_host->setObjectName(u"host"_s);
    m_host->setEditable(true);
    m_host->setInsertPolicy(QComboBox::NoInsert);
    m_host->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_host->setMinimumContentsLength(12);
    m_host->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_hostLabel->setBuddy(m_host);
    m_port->setObjectName(u"port"_s);
    m_port->setMaxLength(5);
    m_port->setFixedWidth(m_port->fontMetrics().horizontalAdvance(u"000000"_s) + m_port->fontMetrics().height());
    m_portLabel->setBuddy(m_port);
    m_button->setObjectName(u"connect"_s);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_hostLabel);
    layout->addWidget(m_host, 1);
    layout->addWidget(m_portLabel);
    layout->addWidget(m_port);
    layout->addWidget(m_button);

    connect(m_button, &QPushButton::clicked, this, &ConnectionBar::press);
    connect(m_host->lineEdit(), &QLineEdit::returnPressed, this, &ConnectionBar::press);
    connect(m_port, &QLineEdit::returnPressed, this, &ConnectionBar::press);
    connect(m_host->lineEdit(), &QLineEdit::editingFinished, this, &ConnectionBar::tidy);
    connect(m_host, &QComboBox::textActivated, this, &ConnectionBar::tidy);
    refreshRecent();
    keepReadable();
    retranslate();
}

void ConnectionBar::setTarget(const QString &host, quint16 port)
{
    m_host->setEditText(host);
    m_port->setText(QString::number(port));
}

TargetText ConnectionBar::target()
{
    tidy();
    return {m_host->currentText(), m_port->text().trimmed()};
}

void ConnectionBar::tidy()
{
    const TargetText target = TargetText::split(m_host->currentText());
    if (target.host != m_host->currentText())
        m_host->setEditText(target.host);
    if (!target.port.isEmpty())
        m_port->setText(target.port);
}

void ConnectionBar::setActive(bool active)
{
    m_active = active;
    m_host->setEnabled(!active);
    m_port->setEnabled(!active);
    retranslate();
}

void ConnectionBar::focusOn(Field field)
{
    QLineEdit *edit = field == Field::Port ? m_port : m_host->lineEdit();
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

void ConnectionBar::refreshRecent()
{
    const QSignalBlocker quiet(m_host);
    const QString typed = m_host->currentText();
    m_host->clear();
    m_host->addItems(RecentTargets::all());
    m_host->setEditText(typed);
}

void ConnectionBar::press()
{
    if (m_active)
        Q_EMIT disconnectRequested();
    else
        Q_EMIT connectRequested();
}

void ConnectionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        keepReadable();
}

void ConnectionBar::keepReadable()
{
    // Where one is connected to must be read, though it can't be changed then.
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port)}) {
        QPalette colors = palette();
        colors.setColor(QPalette::Disabled, QPalette::Text, Shades::subdued(colors));
        field->setPalette(colors);
    }
}

void ConnectionBar::retranslate()
{
    m_hostLabel->setText(tr("H&ost"));
    m_host->setName(tr("Host"));
    m_host->setToolTip(tr("A name or an address; host:port is taken apart."));
    m_host->lineEdit()->setPlaceholderText(tr("name or address"));
    m_portLabel->setText(tr("&Port"));
    m_port->setAccessibleName(tr("Port"));
    m_button->setText(m_active ? tr("Disconnect") : tr("Connect"));
    m_button->setAccessibleName(m_button->text());
}
