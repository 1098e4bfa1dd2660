#include "socketline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

SocketLine::SocketLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_all(new QToolButton(this))
{
    m_text->setObjectName(u"onlySocketText"_s);
    m_all->setObjectName(u"allSockets"_s);
    m_all->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addWidget(m_all);
    layout->addStretch();
    connect(m_all, &QToolButton::clicked, this, &SocketLine::allRequested);
    hide();
    retranslate();
}

void SocketLine::setSocket(std::optional<SocketId> socket)
{
    m_socket = socket;
    setVisible(socket.has_value());
    retranslate();
}

QString SocketLine::nameOf(SocketId socket)
{
    return socket == ListenerId ? tr("the listening socket") : tr("socket #%1").arg(socket);
}

void SocketLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SocketLine::retranslate()
{
    m_text->setText(m_socket ? tr("Only %1").arg(nameOf(*m_socket)) : QString());
    m_all->setText(tr("Show all sockets"));
}
