#pragma once

class QSplitter;
class SocketsView;
class TranscriptBrowser;

/// How the room of a service's page is shared, and what its parts show; remembered between runs.
class ServiceLayout
{
public:
    /// None of them is owned.
    ServiceLayout(QSplitter *panes, SocketsView *sockets, TranscriptBrowser *transcript);

    /// `room`: for the panes, in pixels.
    void restore(int room) const;
    void remember() const;

private:
    QSplitter *m_panes;
    SocketsView *m_sockets;
    TranscriptBrowser *m_transcript;
};
