#include "welcomepanel.h"

#include "machineaddresses.h"
#include "quietlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

WelcomePanel::WelcomePanel(QWidget *parent)
    : QWidget(parent)
    , m_label(new QuietLabel(this))
    , m_open(new QPushButton(this))
{
    setObjectName(u"welcome"_s);
    m_label->setObjectName(u"welcomeText"_s);
    m_label->setAlignment(Qt::AlignHCenter);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_open->setObjectName(u"openClient"_s);
    connect(m_open, &QPushButton::clicked, this, &WelcomePanel::openClientRequested);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_label);
    layout->addWidget(m_open, 0, Qt::AlignHCenter);
    parent->installEventFilter(this);
    retranslate();
}

void WelcomePanel::tell(ServerPhase phase, const Endpoint &endpoint, bool clientThere)
{
    m_phase = phase;
    m_endpoint = endpoint;
    m_clientThere = clientThere;
    retranslate();
}

void WelcomePanel::setWanted(bool wanted)
{
    m_wanted = wanted;
    place();
}

void WelcomePanel::setRoomAbove(int height)
{
    m_roomAbove = height;
    place();
}

QString WelcomePanel::text() const
{
    return m_label->text();
}

QString WelcomePanel::hint() const
{
    const QString host = hostForClient(m_endpoint);
    const bool listening = m_phase == ServerPhase::Listening;
    if (!listening && m_endpoint.port == 0)
        return tr("Press Start listening. The system then chooses a free port, and you can connect clients to it.");
    const QString command = u"ncat %1 %2"_s.arg(host).arg(m_endpoint.port);
    if (listening && m_clientThere)
        return tr("No client is connected yet. Open a client window, or run\n%1").arg(command);
    if (listening)
        return tr("No client is connected yet. Run\n%1").arg(command);
    if (m_clientThere)
        return tr("Press Start listening. Then open a client window, or run\n%1").arg(command);
    return tr("Press Start listening. Then run\n%1").arg(command);
}

void WelcomePanel::retranslate()
{
    m_label->setText(hint());
    m_open->setText(tr("Open client window"));
    m_open->setToolTip(tr("Starts a client window that is connected to this server."));
    m_open->setVisible(m_clientThere);
    m_open->setEnabled(m_phase == ServerPhase::Listening);
    place();
}

/// In the middle, but below the rows of the table.
void WelcomePanel::place()
{
    const QSize space = parentWidget()->size();
    const int width = std::min(space.width(), 32 * fontMetrics().averageCharWidth() * 2);
    const int height = std::max(heightForWidth(width), sizeHint().height());
    const int top = std::max(m_roomAbove, (space.height() - height) / 2);
    setGeometry((space.width() - width) / 2, top, width, height);
    setVisible(m_wanted && top + height <= space.height());
}

bool WelcomePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void WelcomePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}
