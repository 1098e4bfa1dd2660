#pragma once

#include "client.h"
#include "targettext.h"
#include "transcriptmodel.h"

#include <QMainWindow>

class Banner;
class ClientInspection;
class ClientInterpretation;
class ClientMenus;
class ClientSending;
class ClientThread;
class Composer;
class ConnectionBar;
class FileSendBar;
class HelpActions;
class InspectorDock;
class QLabel;
class StateLine;
class TranscriptBrowser;

/// One client: whom to connect to, what the connection is like, what went over it, and what to send.
class ClientWindow final : public QMainWindow
{
    Q_OBJECT
public:
    /// What goes over its sockets is kept in this store.
    ClientWindow(ClientThread &thread, const ClientOptions &options, std::shared_ptr<TrafficStore> store,
                 QWidget *parent = nullptr);

    /// Connects to what is in the fields, or says what is wrong with them.
    void connectToServer();
    void disconnectFromServer();
    /// Sends this content as one message, or exactly these bytes; false: there is no connection to send it over.
    bool send(const QByteArray &bytes, bool asIs = false);

    bool isConnected() const;
    /// What the fields say, and how this window frames messages.
    ClientOptions options() const;
    const TranscriptModel &transcript() const { return m_transcript; }

    /// Says whether a crash left a session, and offers it. For the first window.
    void offerCrashedSessions();
    /// Where the window was when one was closed last. False: none was.
    bool restorePlace();

Q_SIGNALS:
    void newWindowRequested(const ClientOptions &options);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void watchClient();
    void watchWidgets();
    void watchInspector();
    void onBatch(const Batch &batch);
    void onStatus(const SocketStatus &status);
    void setStatus(const SocketStatus &status);
    void onConnected();
    void onEnded(const SocketStatus &last);
    void write(const Interpretation &chosen);
    void finishWriting();
    bool takeTarget();

    void retranslate();
    void showState();
    QString obstacle() const;
    void showTitle();
    void showCounters();
    void showProblem();
    void focusWhatFailed();

    ClientOptions m_options;
    QString m_target; // of the connection that is or was last
    SocketStatus m_status;
    TargetProblem m_targetProblem = TargetProblem::None;
    TranscriptRows m_rows;
    TranscriptModel m_transcript;

    ConnectionBar *m_bar;
    StateLine *m_state;
    Banner *m_banner;
    TranscriptBrowser *m_view;
    FileSendBar *m_fileBar;
    Composer *m_composer;
    QLabel *m_counters;
    ClientMenus *m_menus;
    HelpActions *m_help;
    InspectorDock *m_inspector;
    Client m_client; // goes before all that it tells of
    ClientInterpretation *m_interpretation;
    ClientSending *m_sending;
    ClientInspection *m_inspection;
};
