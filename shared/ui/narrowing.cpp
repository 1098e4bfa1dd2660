#include "narrowing.h"

#include "filterbar.h"
#include "socketline.h"
#include "transcriptmodel.h"

Narrowing::Narrowing(TranscriptModel *model, FilterBar *filter, SocketLine *line, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_filter(filter)
    , m_line(line)
{
    connect(filter, &FilterBar::edited, this, &Narrowing::ask);
    connect(filter, &FilterBar::closed, this, &Narrowing::closeFilter);
    connect(line, &SocketLine::allRequested, this, [this] { showOnly({}); });
    connect(model->rows(), &TranscriptRows::remakeFinished, this, [this](bool cancelled) {
        if (cancelled)
            takeBack();
    });
}

RowQuery Narrowing::asked() const
{
    RowQuery query = m_filter->isHidden() ? RowQuery() : m_filter->query();
    query.sockets = m_line->socket() ? QSet<SocketId>{*m_line->socket()} : m_sockets;
    return query;
}

void Narrowing::ask()
{
    const RowQuery query = asked();
    m_model->rows()->setQuery(query);
    Q_EMIT narrowed(query.sockets);
}

void Narrowing::setSockets(const QSet<SocketId> &sockets)
{
    m_sockets = sockets;
    showOnly({});
}

void Narrowing::showOnly(std::optional<SocketId> socket)
{
    m_line->setSocket(socket);
    ask();
}

void Narrowing::showAll()
{
    m_line->setSocket({});
    closeFilter();
    if (!m_sockets.isEmpty())
        Q_EMIT allSocketsRequested();
}

void Narrowing::openFilter()
{
    m_filter->show();
    m_filter->focusText();
    ask();
}

void Narrowing::closeFilter()
{
    m_filter->hide();
    Q_EMIT filterClosed();
    ask();
}

/// Makes the bars say what the rows are of, not what was asked for.
void Narrowing::takeBack()
{
    const RowQuery shown = m_model->rows()->query();
    RowQuery wanted = asked();
    if (wanted.sockets != shown.sockets)
        takeBackSockets(shown.sockets);
    wanted.sockets = shown.sockets;
    if (wanted != shown) {
        m_filter->setQuery(shown);
        wanted = shown;
        wanted.sockets.clear();
        m_filter->setHidden(wanted.isAll());
    }
    Q_EMIT narrowed(shown.sockets);
}

void Narrowing::takeBackSockets(const QSet<SocketId> &shown)
{
    const bool isOne = shown.size() == 1 && shown != m_sockets;
    m_line->setSocket(isOne ? std::optional(*shown.cbegin()) : std::nullopt);
    if (!shown.isEmpty() || m_sockets.isEmpty())
        return;
    m_sockets.clear();
    Q_EMIT allSocketsRequested();
}
