#pragma once

#include "serveroptions.h"

#include <QWidget>

class Banner;
class FileSendBar;
class ListenBar;
class QAction;
class QSplitter;
class QToolButton;
class QuietLabel;
class ReachLine;
class SendPanel;
class ServerSession;
class SocketsColumn;
class SocketsPane;
class TranscriptPane;

/// The widgets of a service, and how they share its page; that is remembered between runs.
class ServiceBody final : public QWidget
{
    Q_OBJECT
public:
    /// Neither the session nor the action, for a button beside where it listens, is owned.
    /// `queueLimit`: bytes that may wait for one client.
    ServiceBody(ServerSession *session, qint64 queueLimit, QAction *openClient, QWidget *parent = nullptr);

    ListenBar *bar() const { return m_bar; }
    Banner *banner() const { return m_banner; }
    ReachLine *reach() const { return m_reach; }
    QToolButton *openClient() const { return m_openClient; }
    SocketsPane *socketsPane() const { return m_socketsPane; }
    SocketsColumn *socketsColumn() const { return m_socketsColumn; }
    TranscriptPane *transcriptPane() const { return m_transcriptPane; }
    FileSendBar *fileBar() const { return m_fileBar; }
    SendPanel *send() const { return m_send; }

    /// What one can change before it listens.
    void offer(const ServerOptions &options);
    void tellMode(ServerMode mode);
    /// Whether other services of the window listen on the same address.
    void setShared(bool shared);
    void tell(const QString &sentence);   ///< in the banner
    void inform(const QString &sentence); ///< there too, and it is no trouble
    void offerCrashedSessions();
    void focusMessage();
    void focusPort();
    /// As it was remembered; `width`: of the window, in pixels.
    void restoreLayout(int width);
    void rememberLayout() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectParts(ServerSession *session);
    void retranslate();

    ListenBar *m_bar; // in the order of the Tab key
    Banner *m_banner;
    ReachLine *m_reach;
    QToolButton *m_openClient;
    QuietLabel *m_modeHint;
    QSplitter *m_splitter;
    SocketsPane *m_socketsPane;
    SocketsColumn *m_socketsColumn;
    TranscriptPane *m_transcriptPane;
    FileSendBar *m_fileBar;
    SendPanel *m_send;
};
