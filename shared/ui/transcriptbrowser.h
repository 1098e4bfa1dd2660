#pragma once

#include "bytecopier.h"
#include "textmap.h"
#include "transcriptmodel.h"

#include <QWidget>

class Banner;
class CallsPane;
class ConversationMenu;
class CopyBytesMenu;
class FilterBar;
class MessageDetails;
class Narrowing;
class ProgressLine;
class QAction;
class QMenu;
class QSplitter;
class SessionActions;
class SocketLine;
class TimeStampMenu;
class TranscriptExport;
class TranscriptView;

/// A transcript with all that one does with it: reading, finding, filtering, looking at one message's bytes, choosing
/// how time stamps are written, exporting. What takes long is done in the background, with progress and a way to give it up. GUI thread.
class TranscriptBrowser final : public QWidget
{
    Q_OBJECT
public:
    /// The model, with its rows, is not owned and must outlive this.
    explicit TranscriptBrowser(TranscriptModel *model, QWidget *parent = nullptr);

    TranscriptView *view() const { return m_view; }

    /// Narrows the transcript to these sockets, on top of the filter; none: all.
    void setSockets(const QSet<SocketId> &sockets);

    /// Looks whether a crash left a session, and offers it below the rows. For the first window of a program.
    void offerCrashedSessions();

    void fillFileMenu(QMenu *menu);
    void fillEditMenu(QMenu *menu);
    void fillViewMenu(QMenu *menu);
    /// Copying the conversation of the socket that is selected then.
    void addConversationMenu(QMenu *menu);

    int roomyWidth() const; ///< at which the details of a message show sixteen bytes on a line; pixels

    QByteArray saveState() const; ///< how the room is shared, what is shown; opaque
    bool restoreState(const QByteArray &state);

Q_SIGNALS:
    void allSocketsRequested(); ///< where `setSockets` narrowed the rows

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    QAction *makeAction(const QString &name);
    void watchRows();
    void showMenu(const QPoint &position);
    std::optional<SocketId> currentSocket() const;
    void openDetails(bool open);
    void showDetails(qsizetype row, bool again);
    void openCalls(bool open);
    std::optional<SocketId> conversationSocket() const;
    void onReset();
    void copyBytes(CopyForm form);
    void refuseCopy();
    static QString refusalText();
    void retranslate();

    TranscriptModel *m_model;
    Encoding m_encoding; // of the details
    QSplitter *m_splitter;
    FilterBar *m_filter;
    SocketLine *m_socketLine;
    TranscriptView *m_view;
    Narrowing *m_narrowing;
    Banner *m_trouble;
    Banner *m_outcome;
    ProgressLine *m_progress;
    ProgressLine *m_exportProgress;
    ProgressLine *m_sessionProgress;
    ProgressLine *m_conversationProgress;
    MessageDetails *m_details;
    CallsPane *m_calls;
    TimeStampMenu *m_times;
    CopyBytesMenu *m_copyBytes;
    TranscriptExport *m_export;
    SessionActions *m_session;
    ConversationMenu *m_conversation;
    QAction *m_exportShown = nullptr;
    QAction *m_openFilter = nullptr;
    QAction *m_onlySocket = nullptr;
    QAction *m_showDetails = nullptr;
    QAction *m_showCalls = nullptr;
    QAction *m_showCleared = nullptr;
};
