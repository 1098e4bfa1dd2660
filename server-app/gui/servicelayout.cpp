#include "servicelayout.h"

#include "serversettings.h"
#include "socketsview.h"
#include "transcriptbrowser.h"

#include <QSplitter>

ServiceLayout::ServiceLayout(QSplitter *panes, SocketsView *sockets, TranscriptBrowser *transcript)
    : m_panes(panes)
    , m_sockets(sockets)
    , m_transcript(transcript)
{
}

void ServiceLayout::restore(int room) const
{
    const int transcript = qMax(m_panes->fontMetrics().averageCharWidth() * 84, m_transcript->roomyWidth());
    m_panes->setSizes({room - m_panes->handleWidth() - transcript, transcript});
    m_panes->restoreState(ServerSettings::layout(ServerSettings::Layout::Panes));
    m_transcript->restoreState(ServerSettings::layout(ServerSettings::Layout::Transcript));
}

void ServiceLayout::remember() const
{
    ServerSettings::setLayout(ServerSettings::Layout::Transcript, m_transcript->saveState());
    ServerSettings::setLayout(ServerSettings::Layout::Panes, m_panes->saveState());
    m_sockets->remember();
}
