#include "stateline.h"

#include "shades.h"
#include "statusdot.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

StateLine::StateLine(QWidget *parent)
    : QWidget(parent)
    , m_dot(new StatusDot(this))
    , m_label(new QLabel(this))
{
    setObjectName(u"stateLine"_s);
    m_label->setObjectName(u"state"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_dot);
    layout->addWidget(m_label, 1);
    connect(&m_clock, &QTimer::timeout, this, &StateLine::refresh);
    m_clock.setInterval(1s);
    m_status.state = SocketState::Closed;
    refresh();
}

void StateLine::setStatus(const SocketStatus &status, const QString &target)
{
    m_status = status;
    m_target = target;
    if (status.isOpen() && status.state != SocketState::Connecting)
        m_clock.start();
    else
        m_clock.stop();
    refresh();
}

QString StateLine::text() const
{
    return m_label->text();
}

void StateLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

void StateLine::refresh()
{
    const QString text = words();
    m_label->setText(text);
    m_label->setToolTip(text);
    m_dot->setColor(color());
}

QString StateLine::words() const
{
    switch (m_status.state) {
    case SocketState::Connecting: return tr("connecting to %1 …").arg(m_target);
    case SocketState::Closed: return tr("not connected");
    default: return connectedWords();
    }
}

QString StateLine::connectedWords() const
{
    const qint64 open = qMax<qint64>(0, QDateTime::currentMSecsSinceEpoch() - m_status.since) / 1000;
    const auto two = [](qint64 n) { return u"%1"_s.arg(n, 2, 10, QChar(u'0')); };
    const QString clock = two(open / 3600) + u':' + two(open / 60 % 60) + u':' + two(open % 60);
    return tr("%1 · from %2 · %3").arg(socketStateText(m_status), m_status.local.toString(), clock);
}

QColor StateLine::color() const
{
    switch (m_status.state) {
    case SocketState::Connected: return Shades::good(palette());
    case SocketState::Closed: return Shades::subdued(palette());
    default: return Shades::busy(palette());
    }
}
