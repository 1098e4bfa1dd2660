#include "socketspane.h"

#include "lateicons.h"
#include "socketsmodel.h"
#include "socketsview.h"
#include "welcomepanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>

#include <utility>

using namespace Qt::StringLiterals;

static constexpr int LeastLetters = 30; // of the table: a number, a peer, and the beginning of its state

SocketsPane::SocketsPane(SocketsModel *sockets, QWidget *parent)
    : QWidget(parent)
    , m_sockets(sockets)
    , m_title(new QLabel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new SocketsView(sockets, this))
    , m_welcome(new WelcomePanel(m_view->viewport()))
{
    m_title->setBuddy(m_view);
    m_filter->setObjectName(u"socketsFilter"_s);
    LateIcons::giveClearButton(m_filter);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(m_filter, 0, 1);
    layout->addWidget(m_view, 1, 0, 1, 2);
    layout->setColumnStretch(1, 1);
    m_view->setMinimumWidth(fontMetrics().averageCharWidth() * LeastLetters);
    connect(m_filter, &QLineEdit::textChanged, m_view, &SocketsView::setFilterText);
    connect(m_welcome, &WelcomePanel::openClientRequested, this, &SocketsPane::openClientRequested);
    connect(sockets, &SocketsModel::rowsInserted, this, &SocketsPane::updateWelcome);
    connect(sockets, &SocketsModel::rowsRemoved, this, &SocketsPane::updateWelcome);
    connect(sockets, &SocketsModel::modelReset, this, &SocketsPane::updateWelcome);
    retranslate();
    updateWelcome();
}

void SocketsPane::tell(ServerPhase phase, const Endpoint &endpoint, bool clientThere)
{
    m_welcome->tell(phase, endpoint, clientThere);
}

void SocketsPane::select(const QList<SocketId> &ids)
{
    if (m_view->select(ids) == ids.size() || m_filter->text().isEmpty())
        return;
    m_filter->clear();
    m_view->select(ids);
}

void SocketsPane::updateWelcome()
{
    const auto &totals = m_sockets->totals();
    const bool wanted = totals.open + totals.closed == 0;
    if (!std::exchange(m_isWelcomeWanted, wanted) && !wanted) // thousands of rows come one after another
        return;
    m_welcome->setRoomAbove(m_view->model()->rowCount() * m_view->verticalHeader()->defaultSectionSize());
    m_welcome->setWanted(wanted);
}

void SocketsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SocketsPane::retranslate()
{
    m_title->setText(tr("Soc&kets"));
    m_filter->setPlaceholderText(tr("Filter by number, address or state"));
    m_filter->setAccessibleName(tr("Filter sockets"));
}
